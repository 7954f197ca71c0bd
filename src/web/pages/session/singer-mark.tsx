import { families } from '../../design/family.js'
import { GenreMark } from '../../design/genre-mark.js'

const worn = Object.values(families)

/** Everybody in the room wears a note head of their own; the name always stands beside it. */
export const SingerMark = ({ number }: { number: number }) => <GenreMark family={worn[(number - 1) % worn.length]!} />

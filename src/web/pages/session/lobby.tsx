import { useRoom } from './room.js'
import { Wished } from './wished.js'
import { Wishes } from './wishes.js'

/** What the song is to be about: said by who leads, read by the others. */
export const Lobby = () => (useRoom().rights.leads ? <Wishes /> : <Wished />)

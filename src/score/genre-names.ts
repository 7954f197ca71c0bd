import { genres } from '../knowledge/genres.js'

/** A genre's name for people; one that the knowledge base no longer has keeps its id in words. */
export const genreNamed = (id: string): string =>
  genres.find((genre) => genre.id === id)?.name ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')

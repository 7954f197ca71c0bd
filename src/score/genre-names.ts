import { genreById } from '../knowledge/genres.js'

/** A genre's name for people; one that the knowledge base no longer has keeps its id in words. */
export const genreNamed = (id: string): string =>
  genreById(id)?.name ?? id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ')

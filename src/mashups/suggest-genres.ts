import { genres } from '../knowledge/genres.js'

/** Names of genres for what somebody has typed so far: those that begin so, then those that have it in them. */
export function suggestGenres(typed: string, atMost = 25): string[] {
  const wanted = typed.trim().toLowerCase()
  const names = genres.map(({ name }) => name)
  const begins = names.filter((name) => name.toLowerCase().startsWith(wanted))
  const holds = names.filter((name) => !begins.includes(name) && name.toLowerCase().includes(wanted))
  return [...begins, ...holds].slice(0, atMost)
}

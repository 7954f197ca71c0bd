import { askJson } from './ask.js'

/** Behind the # of the song's own page. It stays in the address, which can be copied on, and is read from there each time. */
const token = (): string | null =>
  window.location.pathname.startsWith('/song/') ? new URLSearchParams(window.location.hash.slice(1)).get('share') : null

/** Whether this page was opened by a link that somebody shared. */
export const cameByLink = (): boolean => token() !== null

/** The path with what is asked of it, and with the token of the link that opened this page, where one did. */
export function withShare(path: string, asked: Record<string, string> = {}): string {
  const share = token()
  const query = new URLSearchParams({ ...asked, ...(share !== null && { share }) }).toString()
  return query ? `${path}?${query}` : path
}

/** A link that opens the song to whoever holds it; refused where somebody else has to share it. */
export const shareSong = async (place: string): Promise<string> =>
  (await askJson<{ link: string }>(`${place}/share`, { method: 'POST' })).link

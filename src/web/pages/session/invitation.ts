/** The secret of a session's link, from its address ("#join=…"): there until one has joined. */
export const invitationInAddress = (): string | null => new URLSearchParams(window.location.hash.slice(1)).get('join')

/** Off the screen and out of the history, where others would read it; who is in the session finds it there. */
export function tidyAddress(): void {
  if (invitationInAddress()) window.history.replaceState(null, '', window.location.pathname)
}

/** At the address that this page itself was reached at. */
export const linkTo = (session: string, invitation: string): string =>
  new URL(`/session/${session}#join=${invitation}`, window.location.href).href

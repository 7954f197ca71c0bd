/** The secret of a session's link. It is shown once, when the session begins; this tab keeps it, so that its people can pass it on. */
const place = (session: string): string => `lmm.invitation.${session}`

export function keepInvitation(session: string, invitation: string): void {
  try {
    sessionStorage.setItem(place(session), invitation)
  } catch {
    // A frame that may keep nothing has it in its address until it is loaded anew.
  }
}

/** From the address ("#join=…") or as this tab has kept it. */
export function invitationTo(session: string): string | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('join')
  if (given) return given
  try {
    return sessionStorage.getItem(place(session))
  } catch {
    return null
  }
}

/** Off the screen and out of the history, where others would read it; this tab has it still. */
export function tidyAddress(session: string): void {
  const given = invitationTo(session)
  if (!given) return
  keepInvitation(session, given)
  if (window.location.hash.includes('join=')) window.history.replaceState(null, '', window.location.pathname)
}

export const linkTo = (session: string, invitation: string): string =>
  new URL(`/session/${session}#join=${invitation}`, window.location.href).href

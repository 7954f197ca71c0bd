import type { Request, Response } from 'express'
import { matches, secretPattern } from '../secrets.js'
import type { BegunLogin, KnownState } from './states.js'

/** A cookie for each sign-in, so that two tabs do not write over each other; the state's start names it and tells nothing. */
const cookieName = (state: string): string => `lmm_lti_${state.slice(0, 12)}`

/**
 * Partitioned (CHIPS): inside a platform's frame the browser keeps it for that platform alone, which it allows where it blocks
 * third-party cookies. Secure also counts on http://localhost, which browsers trust.
 */
const attributes = 'Path=/lti; HttpOnly; Secure; SameSite=None; Partitioned'

export function giveProof(response: Response, { state, proof }: BegunLogin): void {
  response.append('Set-Cookie', `${cookieName(state)}=${proof}; Max-Age=900; ${attributes}`)
}

export function takeProofBack(response: Response, state: string): void {
  response.append('Set-Cookie', `${cookieName(state)}=; Max-Age=0; ${attributes}`)
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.split('=', 2)
    if (key?.trim() === name) return value?.trim()
  }
  return undefined
}

/**
 * Whether the browser that brings a launch is the one that began it: by its cookie, or by what it took out of the platform's storage.
 * Whoever began a sign-in knows its proof: from storage it counts only where our own page sent it, which the browser itself
 * says (`Origin`), as else a stranger's page could bring their sign-in through somebody else's browser.
 */
export function isSameBrowser(
  request: Request,
  state: string,
  known: KnownState,
  fromStorage: string | undefined,
): boolean {
  const shown = [cookieOf(request, cookieName(state)), fromStorage]
  return shown.some((proof) => proof !== undefined && secretPattern.test(proof) && matches(proof, known.browserDigest))
}

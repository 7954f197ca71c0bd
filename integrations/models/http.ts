import { AppError } from '../../src/errors.js'

/** Most of an error body that is worth logging. */
const glimpse = 500

/**
 * fetch for model servers: a server that is not there or answers with an error rejects with AppError `unavailable`, worded
 * without addresses or keys, because the words end up in songs. What the server said stays in the cause, for the log.
 */
export async function ask(
  url: string | URL | Request,
  init: RequestInit,
  explain: (status: number) => string | null,
): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, init)
  } catch (cause) {
    throw new AppError('unavailable', 'does not answer', { cause })
  }
  if (response.ok) return response
  const said = await response.text().catch(() => '')
  const why = explain(response.status) ?? `answered with the error ${response.status}`
  throw new AppError('unavailable', why, { cause: new Error(`HTTP ${response.status}: ${said.slice(0, glimpse)}`) })
}

import type { AppError, ErrorCode } from '../../src/errors.js'
import { type RefusalName, refusals } from '../refusals.js'
import { escapeHtml, htmlPage } from './html.js'

const isRefusal = (name: string | undefined): name is RefusalName => name !== undefined && Object.hasOwn(refusals, name)

/** What may go by itself; of all else the message says what can be done. */
const passing: readonly ErrorCode[] = ['unavailable', 'timeout', 'too_many_requests', 'internal']

/** A page that somebody can act on: what happened, what to try, and the code and id under which the log has the same. */
export function errorPage(error: AppError, id: string, title = 'The activity could not be opened'): string {
  const again = passing.includes(error.code) ? 'Please try again in a minute.' : ''
  const advice = isRefusal(error.reason) ? refusals[error.reason].advice : again
  const details = error.faults.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')
  return htmlPage({
    title,
    body: `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(error.message)}</p>
${advice ? `<p><strong>${escapeHtml(advice)}</strong></p>` : ''}
<dl>
<dt>Code</dt><dd>${escapeHtml(error.reason ?? error.code)}</dd>
<dt>Id of this problem</dt><dd>${escapeHtml(id)}</dd>
</dl>
${details ? `<details><summary>For the person who looks after the learning platform</summary><ul>${details}</ul></details>` : ''}`,
  })
}

import type { Faults, Lms } from '../model.js'
import { button, page } from './page.js'

type Kind = 'share' | 'number' | 'switch'

/** What can be switched on by hand, and how the page asks for it. */
export const faultFields: readonly [name: Exclude<keyof Faults, 'random'>, kind: Kind, label: string][] = [
  ['slowMs', 'number', 'Services answer late, by milliseconds'],
  ['serverErrors', 'share', 'Share of calls that end with 503, from 0 to 1'],
  ['tooMany', 'share', 'Share of calls that end with 429, from 0 to 1'],
  ['retryAfterSeconds', 'number', 'Retry-After of a 429, in seconds'],
  ['conflicts', 'share', 'Share of scores that end with 409, from 0 to 1'],
  ['rateLimited', 'switch', 'All calls end with 403 (rate limit)'],
  ['revoked', 'switch', 'Access tokens end now (401, once)'],
  ['expiredTokens', 'switch', 'Sign-ins have expired when they arrive'],
  ['clockSeconds', 'number', 'The clock is ahead, by seconds (behind: below nought)'],
  ['silentStorage', 'switch', 'The page around the tool does not answer (as a mobile app)'],
  ['locked', 'switch', 'Grades are locked'],
]

function field(faults: Faults, [name, kind, label]: (typeof faultFields)[number]): string {
  const value = faults[name]
  if (kind === 'switch')
    return `<label><input type="checkbox" name="${name}" ${value ? 'checked' : ''}> ${label}</label>`
  const limits = kind === 'share' ? 'min="0" max="1" step="0.01"' : 'step="1"'
  return `<label>${label} <input type="number" name="${name}" ${limits} value="${Number(value)}"></label>`
}

export function faultsPage(lms: Lms): string {
  const last = lms.traffic.slice(-30).reverse()
  return page(lms, {
    title: 'Faults',
    body: `<p>What a platform does wrong on a bad day. The tool should bear all of it and lose nothing.</p>
<form method="post" action="${lms.base}/faults" class="stack">
${faultFields.map((each) => field(lms.faults, each)).join('\n')}
<button type="submit">Keep</button>
</form>
<h2>Keys</h2>
${button(`${lms.base}/faults/keys`, 'Change the key; the old one stays published', { overlap: 'yes' })}
${button(`${lms.base}/faults/keys`, 'Change the key at once', { overlap: 'no' })}
<h2>Last calls of tools</h2>
${last.length === 0 ? '<p>None yet: they come with the first roster or grade.</p>' : ''}
<ol>${last.map(({ method, path, status }) => `<li><code>${method} ${path.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code> ${status}</li>`).join('')}</ol>`,
  })
}

/** What the page's form says; what is not a number stays as it is. */
export function readFaults(faults: Faults, form: Record<string, unknown>): void {
  for (const [name, kind] of faultFields) {
    if (kind === 'switch') Object.assign(faults, { [name]: form[name] !== undefined })
    else if (Number.isFinite(Number(form[name] ?? Number.NaN))) Object.assign(faults, { [name]: Number(form[name]) })
  }
}

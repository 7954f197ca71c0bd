import { escapeHtml } from '../../pages/html.js'
import type { Activity, Lms } from '../model.js'
import { barePage } from './page.js'

/** An answer that goes to the tool as a form by itself, or by its button. */
export function formPost(base: string, action: string, fields: Record<string, string>): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('\n')
  return barePage(
    base,
    'Signing in',
    `<form method="post" action="${escapeHtml(action)}">
${inputs}
<button type="submit">Continue</button>
</form>`,
    'submit.js',
  )
}

export const problemPage = (base: string, text: string): string =>
  barePage(base, 'Problem', `<h1>The platform minds</h1>\n<p role="alert">${escapeHtml(text)}</p>`)

/** What a deep link has made, shown in the frame it came back to. */
export function takenPage({ base }: Lms, made: Activity[], error: string | undefined): string {
  const list = made.map(({ title }) => `<li>${escapeHtml(title)}</li>`).join('')
  return barePage(
    base,
    'Activities',
    `<h1>${made.length === 0 ? 'Nothing was added' : 'Added to the course'}</h1>
${error ? `<p role="alert">${escapeHtml(error)}</p>` : ''}
<ul>${list}</ul>
<p><a href="${base}" target="_top">To the course</a></p>`,
  )
}

import { escapeHtml } from '../../pages/html.js'
import type { Lms } from '../model.js'
import { page } from './page.js'

/** Dynamic registration as an administrator sees it: an address of the tool's goes in, its page opens in a frame. */
export function registrationPage(lms: Lms, frame: string | null): string {
  const clients = [...lms.clients.values()].map(
    ({ id, targetUrl, deployment }) =>
      `<li>${escapeHtml(targetUrl)}: client <code>${escapeHtml(id)}</code>, deployment <code>${escapeHtml(deployment)}</code></li>`,
  )
  return page(lms, {
    title: 'Registration',
    body: frame
      ? `<iframe class="tool" title="Registration of the tool" src="${escapeHtml(frame)}"></iframe>`
      : `<ul>${clients.join('')}</ul>
<form method="post" action="${lms.base}/registration" class="stack">
<label>Registration address of a tool (from <code>npm run lmm -- lti invite ${lms.manners}</code>) <input name="url" type="url" required></label>
<button type="submit">Register</button>
</form>`,
  })
}

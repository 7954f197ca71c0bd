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
    ...(frame
      ? { data: { 'tool-origin': new URL(frame).origin, back: `${lms.base}/registration` }, script: 'close.js' }
      : {}),
    body: frame
      ? `<iframe class="tool" title="Registration of the tool" src="${escapeHtml(frame)}"></iframe>`
      : `<p>Tools that are registered here:</p>
<ul>${clients.join('')}</ul>
<p>This service registers itself by hand when it starts. To try dynamic registration, as an administrator does it, run this beside the running
service, with the same settings, and paste the address that it prints:</p>
<pre>npm run lmm -- lti invite ${lms.manners}</pre>
<form method="post" action="${lms.base}/registration" class="stack">
<label>Registration address of a tool <input class="long" name="url" type="url" required></label>
<button type="submit">Register</button>
</form>`,
  })
}

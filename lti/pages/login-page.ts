import { escapeHtml, htmlPage } from './html.js'

interface LoginPage {
  /** Where the platform signs the person in. */
  authUrl: string
  /** The same sign-in, begun again in a tab of its own. */
  tabUrl: string
  state: string
  proof: string
  storageTarget: string | null
}

/** Shown for a moment inside a platform's frame: keeps the proof wherever this browser lets us, then goes on (assets/login.js). */
export function loginPage({ authUrl, tabUrl, state, proof, storageTarget }: LoginPage): string {
  return htmlPage({
    title: 'Opening the activity',
    data: { 'auth-url': authUrl, state, proof, 'storage-target': storageTarget ?? '' },
    script: 'login.js',
    body: `<p role="status">Opening the activity…</p>
<div id="new-tab" hidden>
<h1>One more step</h1>
<p>Your browser does not let this page keep you signed in inside another site. It works in a tab of its own.</p>
<p><a class="button" href="${escapeHtml(tabUrl)}" target="_blank" rel="noopener">Open in a new tab</a></p>
</div>
<noscript><p><a class="button" href="${escapeHtml(tabUrl)}" target="_blank" rel="noopener">Open in a new tab</a></p></noscript>`,
  })
}

interface ProofPage {
  idToken: string
  state: string
  storageTarget: string
  /** Whose window may be asked: the origin where the platform signs in (LTI platform storage, 2.2). */
  platformOrigin: string
}

/** Fetches the proof out of the platform's storage and brings the launch again with it (assets/launch.js). */
export function proofPage({ idToken, state, storageTarget, platformOrigin }: ProofPage): string {
  return htmlPage({
    title: 'Opening the activity',
    data: { state, 'storage-target': storageTarget, 'platform-origin': platformOrigin },
    script: 'launch.js',
    body: `<p role="status">Opening the activity…</p>
<form method="post" action="/lti/launch">
<input type="hidden" name="id_token" value="${escapeHtml(idToken)}">
<input type="hidden" name="state" value="${escapeHtml(state)}">
<input type="hidden" name="proof" value="">
<noscript><p>Please switch on JavaScript, or open the activity in a new tab.</p></noscript>
</form>`,
  })
}

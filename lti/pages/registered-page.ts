import type { SavedRegistration } from '../registration/save-registration.js'
import { escapeHtml, htmlPage } from './html.js'

/** Shown to an administrator inside the platform; its button tells the platform that we are done (Dynamic Registration 1.0, 3.8). */
export function registeredPage({ registration, updated, deployments }: SavedRegistration): string {
  const next =
    deployments.length > 0
      ? `<p>Deployment: ${deployments.map(escapeHtml).join(', ')}. Teachers can use it at once.</p>`
      : `<p>The platform has not said a deployment id yet. When it has, add it with:</p>
<pre>npm run lmm -- lti deploy ${escapeHtml(registration.id)} DEPLOYMENT_ID</pre>`
  return htmlPage({
    title: 'Registered',
    script: 'registered.js',
    body: `<h1>${updated ? 'The registration was brought up to date' : 'This tool is registered'}</h1>
<p>${escapeHtml(registration.name)}, client ${escapeHtml(registration.clientId)}.</p>
${next}
<p><button class="button" type="button">Close</button></p>`,
  })
}

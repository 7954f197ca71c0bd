import { escapeHtml, htmlPage } from './html.js'

/** Carries a signed answer back to the platform; its script sends the form by itself, its button does so without one. */
export const answerPage = (returnUrl: string, token: string): string =>
  htmlPage({
    title: 'Back to your course',
    script: 'answer.js',
    body: `<p role="status">Back to your course…</p>
<form method="post" action="${escapeHtml(returnUrl)}">
<input type="hidden" name="JWT" value="${escapeHtml(token)}">
<button class="button" type="submit">Continue</button>
</form>`,
  })

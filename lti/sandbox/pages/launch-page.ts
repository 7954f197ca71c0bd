import { escapeHtml } from '../../pages/html.js'
import type { Lms, Message } from '../model.js'
import { page } from './page.js'

const titles: Record<Message['kind'], string> = {
  LtiResourceLinkRequest: 'Activity',
  LtiDeepLinkingRequest: 'Set up an activity',
  LtiSubmissionReviewRequest: 'Submission',
}

/** The tool in a frame, with the platform's storage around it (LTI platform storage 1.0). `start` begins the launch. */
export function launchPage(lms: Lms, { kind, person, client, activity }: Message, start: string): string {
  const title = activity?.title ?? titles[kind]
  return page(lms, {
    title,
    data: {
      'tool-origin': new URL(client.loginUrl).origin,
      silent: lms.faults.silentStorage ? 'true' : 'false',
    },
    script: 'storage.js',
    body: `<p>You are <strong>${escapeHtml(person.name)}</strong>. <a href="${escapeHtml(start)}" target="_blank">Open in a new tab</a></p>
<iframe class="tool" name="tool" title="${escapeHtml(title)}" src="${escapeHtml(start)}" allow="autoplay; clipboard-write; storage-access *"></iframe>`,
  })
}

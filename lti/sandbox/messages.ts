import { randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { lineItemsUrl, lineItemUrl } from './gradebook.js'
import { scopes } from './lms.js'
import type { Activity, Client, Lms, Message, Person } from './model.js'

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const membership = (name: string) => `http://purl.imsglobal.org/vocab/lis/v2/membership${name}`

/** Roles of a launch. Moodle calls a non-editing teacher an instructor here, and a learner in its roster. */
export function launchRoles({ manners }: Lms, { role }: Person): string[] {
  if (role === 'student') return [membership('#Learner')]
  if (role === 'assistant' && manners === 'canvas')
    return [membership('#Instructor'), membership('/Instructor#TeachingAssistant')]
  return [membership('#Instructor')]
}

export const rosterRoles = (lms: Lms, person: Person): string[] =>
  lms.manners === 'moodle' ? (person.role === 'teacher' ? ['Instructor'] : ['Learner']) : launchRoles(lms, person)

/** Moodle hands parameters whose names have capitals over twice. */
const asCustom = ({ manners }: Lms, custom: Record<string, string>): Record<string, string> =>
  manners === 'moodle'
    ? { ...Object.fromEntries(Object.entries(custom).map(([name, value]) => [name.toLowerCase(), value])), ...custom }
    : custom

function services(lms: Lms, client: Client, activity: Activity | null): object {
  if (!lms.services) return {}
  const items = [...lms.lineItems.values()].filter(({ resourceLinkId }) => activity && resourceLinkId === activity.id)
  const roster = client.scopes.includes(scopes.roster)
  return {
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: client.scopes.filter((scope) => scope.includes('/lti-ags/')),
      lineitems: lineItemsUrl(lms),
      ...(items.length === 1 ? { lineitem: lineItemUrl(lms, items[0]!) } : {}),
    },
    ...(roster
      ? {
          'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
            context_memberships_url: `${lms.base}/courses/${lms.course.id}/members`,
            service_versions: ['2.0'],
          },
        }
      : {}),
  }
}

/** The id_token of a message (LTI 1.3 core, 5.3 and 5.4). A deep link's `data` comes back with its answer: the hint of the message. */
export function payloadOf(lms: Lms, message: Message, { nonce, hint }: { nonce: string; hint: string }): JWTPayload {
  const { kind, person, client, activity, forUser } = message
  const now = Math.floor(lms.now().getTime() / 1000)
  const settings = {
    deep_link_return_url: `${lms.base}/deep-link-return`,
    accept_types: lms.manners === 'moodle' ? ['ltiResourceLink'] : ['ltiResourceLink', 'link'],
    accept_presentation_document_targets: ['iframe', 'window'],
    accept_multiple: true,
    ...(lms.manners === 'canvas' ? { accept_lineitem: true } : {}),
    data: hint,
  }
  const { target = client.targetUrl } = activity ?? {}
  return {
    iss: lms.base,
    aud: lms.manners === 'canvas' ? client.id : [client.id],
    azp: client.id,
    sub: person.id,
    iat: now,
    exp: lms.faults.expiredTokens ? now - 3600 : now + 60,
    nonce,
    jti: randomUUID(),
    ...(lms.shareNames ? { name: person.name } : {}),
    [claim('deployment_id')]: client.deployment,
    [claim('message_type')]: kind,
    [claim('version')]: '1.3.0',
    [claim('target_link_uri')]: target,
    [claim('roles')]: launchRoles(lms, person),
    [claim('context')]: { ...lms.course, type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'] },
    ...(activity
      ? { [claim('resource_link')]: { id: activity.id, title: activity.title, description: activity.text } }
      : {}),
    [claim('launch_presentation')]: { locale: 'en', document_target: 'iframe', return_url: `${lms.base}/` },
    [claim('tool_platform')]: {
      guid: lms.base,
      product_family_code: lms.manners,
      name: `Sandbox, ${lms.manners} manners`,
    },
    [claim('custom')]: asCustom(lms, { ...client.custom, ...activity?.custom }),
    ...(forUser ? { [claim('for_user')]: { user_id: forUser } } : {}),
    ...(kind === 'LtiDeepLinkingRequest'
      ? { 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': settings }
      : {}),
    ...services(lms, client, activity),
  }
}

/** The tool's login address with what a platform says to it (IMS Security Framework 1.0, 5.1.1.1). */
export function loginUrl(lms: Lms, message: Message): string {
  const hint = randomUUID()
  lms.pending.set(hint, message)
  const { client, person, activity } = message
  const url = new URL(client.loginUrl)
  const parameters = {
    iss: lms.base,
    login_hint: person.id,
    target_link_uri: activity?.target ?? client.targetUrl,
    client_id: client.id,
    lti_deployment_id: client.deployment,
    lti_message_hint: hint,
    ...(lms.manners === 'canvas' ? { lti_storage_target: '_parent' } : {}),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

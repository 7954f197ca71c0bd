import { z } from 'zod'

const claim = <Name extends string>(name: Name) => `https://purl.imsglobal.org/spec/lti/claim/${name}` as const

export const messageTypes = ['LtiResourceLinkRequest', 'LtiDeepLinkingRequest', 'LtiSubmissionReviewRequest'] as const
export type MessageType = (typeof messageTypes)[number]

/** Ids that a platform makes: opaque, at most 255 ASCII characters (LTI 1.3 core, 5.3.3 ff.); Moodle's are small integers as text. */
const idSchema = z.string().min(1).max(255)
/** Text for people: never a reason to refuse a launch, so a wrong type counts as absent. */
const label = z.string().max(1000).optional().catch(undefined)
const url = z
  .url({ protocol: /^https?$/ })
  .optional()
  .catch(undefined)

const contextSchema = z.object({
  id: idSchema,
  title: label,
  label,
  type: z.array(z.string()).optional().catch(undefined),
})
const resourceLinkSchema = z.object({ id: idSchema, title: label, description: label })
const presentationSchema = z.object({ locale: label, return_url: url, document_target: label })

/** LTI AGS 2.0, 3.1; NRPS 2.0, 3.6.1.1. */
const endpointSchema = z.object({ scope: z.array(z.string()).catch([]), lineitems: url, lineitem: url })
const namesRolesSchema = z.object({
  context_memberships_url: z.url({ protocol: /^https?$/ }),
  service_versions: z.array(z.string()).optional().catch(undefined),
})

/** LTI Deep Linking 2.0, 4.4.1. */
const deepLinkingSchema = z.object({
  deep_link_return_url: z.url({ protocol: /^https?$/ }),
  accept_types: z.array(z.string()),
  accept_presentation_document_targets: z.array(z.string()).optional().catch(undefined),
  accept_multiple: z.boolean().optional().catch(undefined),
  accept_lineitem: z.boolean().optional().catch(undefined),
  data: z.string().optional(),
})

/** An unresolved variable arrives as its own name, "$Name", and says nothing. */
const variable = z
  .string()
  .max(10_000)
  .transform((value) => (/^\$[A-Za-z]/.test(value) ? undefined : value))
  .optional()
  .catch(undefined)

/**
 * The custom parameters that are ours: what a deep link gave an activity, and what registration/tool.ts asks for. All others are
 * an administrator's own, and may tell of a person: they are not read.
 */
const customSchema = z.object({ setup: variable, resource_link_history: variable }).catch({})

/** The claims we read of a verified id_token; all else that a platform sends is dropped here. */
export const claimsSchema = z
  .object({
    iss: z.string(),
    sub: idSchema,
    nonce: z.string().min(1),
    name: label,
    given_name: label,
    family_name: label,
    [claim('deployment_id')]: idSchema,
    [claim('message_type')]: z.enum(messageTypes),
    [claim('version')]: z.literal('1.3.0'),
    [claim('target_link_uri')]: z.url().optional(),
    [claim('roles')]: z.array(z.string()).catch([]),
    [claim('context')]: contextSchema.optional(),
    [claim('resource_link')]: resourceLinkSchema.optional(),
    [claim('launch_presentation')]: presentationSchema.optional().catch(undefined),
    [claim('custom')]: customSchema.optional(),
    [claim('tool_platform')]: z.object({ product_family_code: label, name: label }).optional().catch(undefined),
    /** Submission review: whose work is looked at (LTI AGS submission review, 4.2). */
    [claim('for_user')]: z.object({ user_id: idSchema }).optional(),
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': endpointSchema.optional().catch(undefined),
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': namesRolesSchema.optional().catch(undefined),
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': deepLinkingSchema.optional(),
  })
  .transform((raw) => ({
    issuer: raw.iss,
    subject: raw.sub,
    nonce: raw.nonce,
    name: raw.name ?? ([raw.given_name, raw.family_name].filter(Boolean).join(' ') || undefined),
    deploymentId: raw[claim('deployment_id')],
    messageType: raw[claim('message_type')],
    targetLinkUri: raw[claim('target_link_uri')],
    roles: raw[claim('roles')],
    context: raw[claim('context')],
    resourceLink: raw[claim('resource_link')],
    presentation: raw[claim('launch_presentation')],
    custom: raw[claim('custom')] ?? {},
    platform: raw[claim('tool_platform')],
    forUser: raw[claim('for_user')]?.user_id,
    grades: raw['https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'],
    roster: raw['https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice'],
    deepLinking: raw['https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings'],
  }))

/** A launch's claims under our own names. */
export type Claims = z.infer<typeof claimsSchema>

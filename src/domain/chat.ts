import { z } from 'zod'

/** The chat rooms that a course's work may go on in. Ids are those of the platform, and told nobody but the platform. */
export const platformSchema = z.enum(['slack', 'discord'])
export type PlatformName = z.infer<typeof platformSchema>

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const title = z.string().nullable()

/**
 * Whoever typed or clicked. `space`: the Slack workspace; for Discord, whose accounts are the same everywhere, always `discord`.
 * `name`: as the platform shows it, shown only where the course allows.
 */
export const chatAccountSchema = z.strictObject({
  platform: platformSchema,
  space: id,
  user: id,
  name: z.string().trim().min(1).max(100),
})
export type ChatAccount = z.infer<typeof chatAccountSchema>

/** `space` here: the Slack workspace, or the Discord guild. */
export const chatChannelSchema = z.strictObject({ platform: platformSchema, space: id, channel: id })
export type ChatChannel = z.infer<typeof chatChannelSchema>

/** A course, or one assignment of it, that a channel may be bound to. */
export const chatPlaceSchema = z.strictObject({
  tenant: z.uuid(),
  course: z.uuid(),
  courseTitle: title,
  /** `null`: the course itself, whatever assignment is worked on. */
  assignment: z.uuid().nullable(),
  assignmentTitle: title,
})
export type ChatPlace = z.infer<typeof chatPlaceSchema>

export const channelBindingSchema = chatPlaceSchema.extend({
  id: z.uuid(),
  /** Whether people without a linked account may take part. They are never graded. */
  guests: z.boolean(),
  channel: chatChannelSchema,
})
export type ChannelBinding = z.infer<typeof channelBindingSchema>

/** For typing into a chat: good once. */
export const linkCodeSchema = z.strictObject({
  code: z.string(),
  expiresAt: z.iso.datetime(),
  /** Seconds, for a page whose clock is not ours. */
  expiresIn: z.int(),
})
export type LinkCode = z.infer<typeof linkCodeSchema>

/** A chat account as its owner sees it in the course. */
export const accountLinkSchema = z.strictObject({
  id: z.uuid(),
  platform: platformSchema,
  name: z.string(),
  linkedAt: z.iso.datetime(),
})
export type AccountLink = z.infer<typeof accountLinkSchema>

/** A bound channel as the course's teacher sees it. */
export const courseChannelSchema = z.strictObject({
  id: z.uuid(),
  platform: platformSchema,
  /** As the platform called it when it was bound; `null` where that was not said. */
  name: title,
  /** Where it opens in a browser. */
  url: z.url(),
  /** `null`: the whole course. */
  assignment: z.uuid().nullable(),
  assignmentTitle: title,
  guests: z.boolean(),
  boundAt: z.iso.datetime(),
})
export type CourseChannel = z.infer<typeof courseChannelSchema>

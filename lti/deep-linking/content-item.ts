import { z } from 'zod'

const date = z.iso.datetime({ offset: true })
const period = z.strictObject({ startDateTime: date.optional(), endDateTime: date.optional() })

/** What the teacher's page asks to be put into the course: one activity each. */
export const chosenItemSchema = z.strictObject({
  /** The set-up that the activity is made of; it travels as a custom parameter. */
  setup: z.uuid(),
  title: z.string().trim().min(1).max(200),
  text: z.string().max(2000).optional(),
  points: z.number().positive().max(1000).optional(),
  available: period.optional(),
  submission: period.optional(),
})
export type ChosenItem = z.infer<typeof chosenItemSchema>

/** A link to a resource of ours (LTI Deep Linking 2.0, 5.1.5), with its column in the gradebook where the platform takes one. */
export function contentItem(
  { setup, title, text, points, available, submission }: ChosenItem,
  launchUrl: string,
  acceptsLineItem: boolean,
): object {
  return {
    type: 'ltiResourceLink',
    title,
    ...(text ? { text } : {}),
    url: launchUrl,
    custom: { setup },
    ...(points !== undefined && acceptsLineItem
      ? { lineItem: { label: title, scoreMaximum: points, resourceId: setup, tag: 'song' } }
      : {}),
    ...(available ? { available } : {}),
    ...(submission ? { submission } : {}),
  }
}

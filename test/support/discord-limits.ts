import { z } from 'zod'

/**
 * What Discord refuses of messages and dialogs, and what a polished app does not send: for its stand-in, and for whoever renders.
 * After https://discord.com/developers/docs/components/reference and …/resources/message.
 */

const customId = z.string().min(1).max(100)
const url = z
  .url()
  .max(512)
  .refine((text) => new URL(text).hostname.includes('.'), 'Not a well formed URL.')
const buttonSchema = z
  .strictObject({
    type: z.literal(2),
    style: z.int().min(1).max(5),
    label: z.string().min(1).max(80),
    custom_id: customId.optional(),
    url: url.optional(),
    disabled: z.boolean().optional(),
  })
  .refine(({ style, custom_id, url }) => (style === 5 ? url && !custom_id : custom_id && !url), {
    message: 'a link has a url and all other buttons have a custom_id',
  })
const optionSchema = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().min(1).max(100).optional(),
  default: z.boolean().optional(),
})
const selectSchema = z
  .strictObject({
    type: z.literal(3),
    custom_id: customId,
    placeholder: z.string().max(150).optional(),
    options: z.array(optionSchema).min(1).max(25),
    min_values: z.int().min(0).max(25).optional(),
    max_values: z.int().min(1).max(25).optional(),
    required: z.boolean().optional(),
    disabled: z.boolean().optional(),
  })
  .refine(({ options }) => new Set(options.map(({ value }) => value)).size === options.length, 'values are not unique')
  .refine(({ options, max_values = 1 }) => max_values <= options.length, 'max_values is above the number of options')
  .refine(
    ({ options, max_values = 1 }) => options.filter((option) => option.default).length <= max_values,
    'more defaults than may be chosen',
  )
const rowSchema = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(buttonSchema).min(1).max(5), z.tuple([selectSchema])]),
})
const textSchema = z.strictObject({ type: z.literal(10), content: z.string().min(1).max(4000) })
const sectionSchema = z.strictObject({
  type: z.literal(9),
  components: z.array(textSchema).min(1).max(3),
  accessory: buttonSchema,
})
const separatorSchema = z.strictObject({ type: z.literal(14), divider: z.boolean(), spacing: z.int().min(1).max(2) })
const containerSchema = z.strictObject({
  type: z.literal(17),
  accent_color: z.int().min(0).max(0xffffff).optional(),
  components: z.array(z.union([rowSchema, textSchema, sectionSchema, separatorSchema])).min(1),
})
const topLevelSchema = z.array(z.union([rowSchema, textSchema, sectionSchema, separatorSchema, containerSchema]))

const inputSchema = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.int().min(1).max(2),
    value: z.string().max(4000).optional(),
    placeholder: z.string().max(100).optional(),
    min_length: z.int().min(0).max(4000).optional(),
    max_length: z.int().min(1).max(4000).optional(),
    required: z.boolean().optional(),
  })
  .refine(({ value = '', max_length = 4000 }) => value.length <= max_length, 'the value is longer than max_length')
const modalSchema = z.strictObject({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(
      z.union([
        textSchema,
        z.strictObject({
          type: z.literal(18),
          label: z.string().min(1).max(45),
          description: z.string().min(1).max(100).optional(),
          component: z.union([inputSchema, selectSchema]),
        }),
      ]),
    )
    .min(1)
    .max(5),
})

export type Part = {
  type: number
  components?: Part[]
  accessory?: Part
  component?: Part
  custom_id?: string
  content?: string
  label?: string
  url?: string
  disabled?: boolean
  value?: string
  values?: string[]
  required?: boolean
  options?: { label: string; value: string; default?: boolean }[]
}

/** A part and all within it, top to bottom. */
export const allParts = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => [
    part,
    ...allParts([...(part.components ?? []), ...[part.accessory, part.component].filter((one) => one !== undefined)]),
  ])

export function componentFaults(components: unknown): string[] {
  const parsed = topLevelSchema.safeParse(components)
  if (!parsed.success) return [`components: ${z.prettifyError(parsed.error)}`]
  const parts = allParts(components as Part[])
  const texts = parts.flatMap(({ content }) => content ?? [])
  const ids = parts.flatMap(({ custom_id }) => custom_id ?? [])
  const length = texts.join('').length
  return [
    ...(parts.length > 40 ? [`${parts.length} components are more than 40`] : []),
    ...(length > 4000 ? [`${length} characters of text are more than 4,000`] : []),
    ...(new Set(ids).size < ids.length ? ['two components have one custom_id'] : []),
    ...texts.flatMap(markUpFaults),
  ]
}

export function modalFaults(modal: unknown): string[] {
  const parsed = modalSchema.safeParse(modal)
  if (!parsed.success) return [`modal: ${z.prettifyError(parsed.error)}`]
  const parts = allParts((modal as { components: Part[] }).components)
  return parts.flatMap(({ content }) => (content ? markUpFaults(content) : []))
}

/** Mentions, links and emoji of other servers: nothing that we send has any. */
export function markUpFaults(text: string): string[] {
  const unescaped = text.replace(/\\[^\p{L}\p{N}\s]/gu, '·')
  return [
    ...(/@(everyone|here)/.test(unescaped) ? ['it calls @everyone'] : []),
    ...(/<[@#:/at]/.test(unescaped) ? ['it holds a mention, an emoji or a timestamp'] : []),
    ...(/:\/\//.test(unescaped) || /\]\(/.test(unescaped) ? ['it holds a link'] : []),
    ...(/[\u202a-\u202e\u2066-\u2069]/.test(unescaped) ? ['it turns the reading direction'] : []),
    ...(/[\ud800-\udbff](?![\udc00-\udfff])/.test(text) ? ['it holds half a character'] : []),
  ]
}

/** As a person reads it. */
export const withoutMarkUp = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(#{1,3} |-# |- )+/, '')
        .replace(/\\([^\p{L}\p{N}\s])|[*`]/gu, (_, escaped: string | undefined) => escaped ?? '')
        .replaceAll('@\u200b', '@'),
    )
    .join('\n')

import { z } from 'zod'

/** What Discord sends, as far as we read it: https://discord.com/developers/docs/interactions/receiving-and-responding */

const snowflake = z.string().regex(/^\d{1,20}$/)

const optionSchema = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
})
const commandDataSchema = z.object({
  name: z.string(),
  options: z.array(z.object({ name: z.string(), options: z.array(optionSchema).default([]) })).length(1),
})
const fieldSchema = z.object({
  custom_id: z.string(),
  value: z.string().optional(),
  values: z.array(z.string()).optional(),
})

/** What can be answered at all. */
export const answerableSchema = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().min(1),
  type: z.int(),
})
export type Answerable = z.infer<typeof answerableSchema>

const placed = answerableSchema.extend({
  guild_id: snowflake,
  channel: z.object({ id: snowflake, type: z.int(), parent_id: snowflake.nullish(), name: z.string().nullish() }),
  app_permissions: z.string().regex(/^\d+$/).default('0'),
  member: z.object({
    nick: z.string().nullish(),
    user: z.object({ id: snowflake, username: z.string(), global_name: z.string().nullish() }),
  }),
})

export const types = { command: 2, press: 3, suggest: 4, form: 5 } as const

export const payloadSchema = z.discriminatedUnion('type', [
  placed.extend({ type: z.literal(types.command), data: commandDataSchema }),
  placed.extend({ type: z.literal(types.suggest), data: commandDataSchema }),
  placed.extend({
    type: z.literal(types.press),
    data: z.object({ custom_id: z.string(), values: z.array(z.string()).optional() }),
    message: z.object({ id: snowflake, flags: z.int().default(0), components: z.array(z.unknown()).default([]) }),
  }),
  placed.extend({
    type: z.literal(types.form),
    data: z.object({
      custom_id: z.string(),
      // Texts between the fields come back too, without a component.
      components: z.array(z.object({ component: fieldSchema.optional() })),
    }),
  }),
])
export type Payload = z.infer<typeof payloadSchema>

export const guildGoneSchema = z.object({ id: snowflake, unavailable: z.boolean().optional() })

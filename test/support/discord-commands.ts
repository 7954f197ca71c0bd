import { z } from 'zod'

/** What Discord takes for commands: https://discord.com/developers/docs/interactions/application-commands */

const localized = (text: z.ZodString) => z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2}|-419)?$/), text).optional()
const name = z.string().regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
const lower = name.refine((text) => text === text.toLowerCase(), 'names are in lower case') as unknown as z.ZodString
const description = z.string().min(1).max(100)
const choiceSchema = z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) })
const named = {
  name: lower,
  name_localizations: localized(lower),
  description,
  description_localizations: localized(description),
}
const optionSchema = z
  .strictObject({
    ...named,
    type: z.union([z.literal(3), z.literal(4), z.literal(5)]),
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: z
      .array(choiceSchema.extend({ name_localizations: localized(description) }))
      .max(25)
      .optional(),
    min_length: z.int().optional(),
    max_length: z.int().min(1).max(6000).optional(),
    min_value: z.int().optional(),
    max_value: z.int().optional(),
  })
  .refine(({ autocomplete, choices }) => !(autocomplete && choices), 'autocomplete and choices exclude each other')
const subcommandSchema = z.strictObject({
  ...named,
  type: z.literal(1),
  options: z.array(optionSchema).max(25).default([]),
})
const commandSchema = z.strictObject({
  ...named,
  type: z.literal(1),
  options: z.array(subcommandSchema).min(1).max(25),
  contexts: z.tuple([z.literal(0)], 'commands are for servers alone'),
  integration_types: z.tuple([z.literal(0)]),
  default_member_permissions: z.string().regex(/^\d+$/),
})
export type RegisteredCommand = z.infer<typeof commandSchema>

export function fakeCommands(complain: (what: string) => void) {
  let registered: RegisteredCommand[] = []
  return {
    get registered() {
      return registered
    },
    put(body: unknown): RegisteredCommand[] {
      const parsed = z.array(commandSchema).safeParse(body)
      if (!parsed.success) complain(`commands: ${z.prettifyError(parsed.error)}`)
      else registered = parsed.data
      return registered
    },
    choiceFaults(data: unknown): string[] {
      const parsed = z.object({ choices: z.array(choiceSchema).max(25) }).safeParse(data)
      return parsed.success ? [] : [`suggestions: ${z.prettifyError(parsed.error)}`]
    },
  }
}

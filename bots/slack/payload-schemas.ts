import { z } from 'zod'

/** What Slack sends when somebody does something: of it what we use, and no more of it than is sane. */
const id = z.string().regex(/^[A-Za-z0-9]{1,64}$/)
const ts = z.string().regex(/^\d{1,20}\.\d{1,10}$/)
const trigger = z.string().min(1).max(200)
const personSchema = z.object({
  id,
  team_id: id.nullish(),
  username: z.string().nullish(),
  name: z.string().nullish(),
})

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export const commandSchema = z.object({
  command: z.string(),
  text: z.string().max(20_000).default(''),
  team_id: id,
  channel_id: id,
  channel_name: z.string().nullish(),
  user_id: id,
  user_name: z.string().default(''),
  trigger_id: trigger,
  response_url: z.string(),
})

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const pressSchema = z.object({
  type: z.literal('block_actions'),
  user: personSchema,
  team: z.object({ id }).nullish(),
  channel: z.object({ id, name: z.string().nullish() }).nullish(),
  container: z.object({
    type: z.string(),
    message_ts: ts.nullish(),
    thread_ts: ts.nullish(),
    is_ephemeral: z.boolean().nullish(),
  }),
  message: z.object({ ts: ts.nullish(), thread_ts: ts.nullish() }).nullish(),
  trigger_id: trigger,
  response_url: z.string().nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string().min(1).max(255),
        selected_option: z.object({ value: z.string().max(150) }).nullish(),
      }),
    )
    .min(1),
})

const chosen = z.object({ value: z.string().max(150) })
/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const formSchema = z.object({
  type: z.literal('view_submission'),
  user: personSchema,
  team: z.object({ id }).nullish(),
  trigger_id: trigger.nullish(),
  view: z.object({
    id: z.string().min(1).max(100),
    callback_id: z.string().min(1).max(255),
    private_metadata: z.string().max(3_000),
    state: z.object({
      values: z.record(
        z.string().max(255),
        z.record(
          z.string(),
          z.object({
            value: z.string().max(3_000).nullish(),
            selected_option: chosen.nullish(),
            selected_options: z.array(chosen).nullish(),
          }),
        ),
      ),
    }),
  }),
})

export type Person = z.infer<typeof personSchema>

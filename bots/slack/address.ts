import { z } from 'zod'

/**
 * How a person is answered, also by another process: Slack's response URL where there is one (it takes five answers in half an
 * hour, and needs neither a token nor that we are in the channel), else by name.
 */
const addressSchema = z.strictObject({
  space: z.string(),
  channel: z.string(),
  user: z.string(),
  /** Where the answer is shown; `null`: in the channel itself. Slack shows private words only in a thread that has begun. */
  thread: z.string().nullable(),
  responseUrl: z.string().nullable(),
  /** On the app's own page in Slack, which then shows the answer. */
  isHome: z.boolean(),
  /** Milliseconds since 1970, when the person did it. */
  at: z.number(),
})
export type Address = z.infer<typeof addressSchema>

export const writeAddress = (address: Address): string => JSON.stringify(address)
export const readAddress = (text: string): Address => addressSchema.parse(JSON.parse(text))

/** Slack's response URLs are good for half an hour. */
export const answerableMs = 30 * 60_000

/** Only Slack's own addresses, or those of the Slack that we are set to speak with: whoever signs for it chooses no other. */
export function isResponseUrl(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { origin, protocol, hostname } = new URL(url)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /^hooks\.slack(-gov)?\.com$/.test(hostname))
}

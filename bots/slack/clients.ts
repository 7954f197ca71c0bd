import { type Logger, webApi } from '@slack/bolt'
import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'
import { findInstallation } from './installations.js'
import { asSlackTrouble, notInstalled } from './trouble.js'

/**
 * One workspace's Web API. `once` never tries again by itself, for what would be there twice (a call that timed out may have been
 * done); `patient` does, for what may be said twice. Neither waits out Retry-After: that is the caller's, who knows what for.
 */
export interface SlackClient {
  once: webApi.WebClient
  patient: webApi.WebClient
}

export interface Clients {
  /** Rejects with `gone` when the workspace has not installed the app, or not any more. */
  of(space: string): Promise<SlackClient>
  /** The workspace of SLACK_BOT_TOKEN, where it is set; rejects with `invalid_request` when Slack does not take the token. */
  ownSpace(): Promise<string | null>
}

/** Of one call to Slack. */
const timeout = 10_000

export function clientOptions({ config }: Pick<Context, 'config'>, logger: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl: `${config.slack.apiUrl}/`,
    timeout,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 1_500 },
    logger,
  }
}

export function openClients(ctx: Context, logger: Logger): Clients {
  const options = clientOptions(ctx, logger)
  const known = new Map<string, SlackClient>()
  const clientOf = (token: string): SlackClient => {
    const client = known.get(token) ?? {
      once: new webApi.WebClient(token, { ...options, retryConfig: { retries: 0 } }),
      patient: new webApi.WebClient(token, options),
    }
    known.set(token, client)
    return client
  }

  const { botToken } = ctx.config.slack
  let own: Promise<string | null> | undefined
  const ownSpace = (): Promise<string | null> => {
    own ??= botToken === null ? Promise.resolve(null) : spaceOf(clientOf(botToken))
    own.catch(() => (own = undefined))
    return own
  }

  return {
    ownSpace,
    async of(space) {
      const installation = await findInstallation(ctx, space)
      if (installation) return clientOf(installation.token)
      if (botToken !== null && (await ownSpace()) === space) return clientOf(botToken)
      throw notInstalled()
    },
  }
}

async function spaceOf({ patient }: SlackClient): Promise<string> {
  try {
    return String((await patient.auth.test({})).team_id)
  } catch (thrown) {
    const trouble = asSlackTrouble(thrown)
    if (trouble.code !== 'gone') throw trouble
    throw new AppError('invalid_request', 'SLACK_BOT_TOKEN: Slack does not accept this token (any more).', {
      cause: thrown,
    })
  }
}

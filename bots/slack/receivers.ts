import { createHmac } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { type App, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'
import { clientOptions } from './clients.js'
import { hearing } from './hear.js'
import { sendInstalled, sendNotInstalled, sendStyle } from './install-pages.js'
import { saveInstallation } from './installations.js'
import { scopes } from './scopes.js'
import { type KeptSocket, keepSocket } from './sockets.js'

export interface Receivers {
  /** For Bolt's App. */
  receiver: Receiver
  /** What is answered below /slack; `null` where nothing is. */
  http: RequestListener | null
}

/** Over HTTP, or over sockets where there is SLACK_APP_TOKEN; installing goes over HTTP in any case. */
export function openReceivers(ctx: Context, logger: Logger): Receivers {
  const { appToken, clientId } = ctx.config.slack
  const sockets = appToken === null ? [] : openSockets(ctx, appToken, logger)
  const http = appToken === null || clientId !== null ? openHttp(ctx, logger) : null
  const kept: KeptSocket[] = sockets.map(({ client }) => keepSocket(client, ctx.log))
  return {
    http: http?.requestListener ?? null,
    receiver: {
      init(app) {
        const heard = hearing(ctx, app) as App
        for (const one of [...sockets, ...(http ? [http] : [])]) one.init(heard)
      },
      start: () => Promise.all(kept.map((socket) => socket.start())),
      stop: () => Promise.all(kept.map((socket) => socket.stop())),
    },
  }
}

/** Slack refreshes each connection every few hours, which leaves a gap: in production there is a second one. */
function openSockets(ctx: Context, appToken: string, logger: Logger): SocketModeReceiver[] {
  const count = ctx.config.environment === 'production' ? 2 : 1
  // The receiver passes `clientOptions` on from here, and from nowhere else.
  const installerOptions = { clientOptions: clientOptions(ctx, logger) }
  return Array.from(
    { length: count },
    () => new SocketModeReceiver({ appToken, logger, installerOptions, autoReconnectEnabled: false }),
  )
}

function openHttp(ctx: Context, logger: Logger): HTTPReceiver {
  const { signingSecret, clientId, clientSecret, appToken } = ctx.config.slack
  return new HTTPReceiver({
    // With sockets, events that come over HTTP are nobody's: there is then no place for them.
    signingSecret: signingSecret ?? '',
    signatureVerification: appToken === null,
    endpoints: appToken === null ? ['/events'] : [],
    logger,
    customRoutes: [{ path: '/pages.css', method: 'GET', handler: sendStyle }],
    ...(clientId !== null && clientSecret !== null ? installing(ctx, logger, clientId, clientSecret) : {}),
  })
}

/** OAuth: the state is signed, ten minutes old at most, and has to come back to the browser that it was given to. */
function installing(ctx: Context, logger: Logger, clientId: string, clientSecret: string) {
  const { jwtSecret, publicUrl, slack } = ctx.config
  return {
    clientId,
    clientSecret,
    scopes: [...scopes],
    stateSecret: createHmac('sha256', jwtSecret).update('slack installation state').digest('base64url'),
    redirectUri: `${publicUrl}/slack/oauth_redirect`,
    installationStore: store(ctx),
    installerOptions: {
      directInstall: true,
      installPath: '/install',
      redirectUriPath: '/oauth_redirect',
      authorizationUrl: new URL('/oauth/v2/authorize', slack.apiUrl).href,
      clientOptions: clientOptions(ctx, logger),
      callbackOptions: {
        success: (_installation, _options, _req, res) => sendInstalled(res),
        failure: (error, _options, _req, res) => sendNotInstalled(res, error.code),
      },
    },
  } satisfies Partial<ConstructorParameters<typeof HTTPReceiver>[0]>
}

type Store = NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['installationStore']>

function store(ctx: Context): Store {
  return {
    async storeInstallation({ team, bot, isEnterpriseInstall }) {
      if (!team || !bot || isEnterpriseInstall)
        throw new AppError('invalid_request', 'The app is installed workspace by workspace.')
      await saveInstallation(ctx, team.id, { token: bot.token })
      ctx.log.info('a Slack workspace installed the app')
    },
    // Tokens are looked up by ourselves (clients.ts), for what Slack asks and for what it does not.
    fetchInstallation: () => Promise.reject(new Error('not used')),
  }
}

import { afterEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { findInstallation, saveInstallation } from '../../bots/slack/installations.js'
import { scopes } from '../../bots/slack/scopes.js'
import { signed } from '../support/slack-deliver.js'
import { cardAt } from './sample-cards.js'
import { type SlackService, startSlackService } from './slack-service.js'

let service: SlackService
afterEach(async () => {
  expect(service.slack.complaints).toEqual([])
  await service.close()
})

const get = (path: string, cookie = '') =>
  fetch(service.url + path, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} })

/** As an administrator installs the app into a workspace; resolves with the page that they see at the end. */
async function install(space: string, over: { state?: string; cookie?: string } = {}): Promise<Response> {
  const begun = await get('/slack/install')
  const { searchParams } = new URL(begun.headers.get('location')!)
  const cookie = begun.headers.get('set-cookie')!.split(';')[0]!
  const back = new URLSearchParams({
    code: service.slack.agree(space),
    state: over.state ?? searchParams.get('state')!,
  })
  return await get(`/slack/oauth_redirect?${back}`, over.cookie ?? cookie)
}

const channel = { platform: 'slack', channel: 'CT1', space: 'T1' } as const

describe('installing', () => {
  test('two workspaces, each with a token of its own, sealed', async () => {
    service = await startSlackService({ over: 'http', oauth: true })
    const { slack, ctx, platform } = service
    slack.addWorkspace('T2')
    const asked = new URL((await get('/slack/install')).headers.get('location')!)
    expect(asked.searchParams.get('scope')).toBe(scopes.join(','))
    expect(asked.searchParams.get('redirect_uri')).toBe(`${ctx.config.publicUrl}/slack/oauth_redirect`)
    for (const space of ['T1', 'T2']) {
      const page = await install(space)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('is in your workspace')
    }
    const rows = await ctx.db.alone<{ sealed: Buffer }>('SELECT sealed FROM slack_installations')
    expect(rows).toHaveLength(2)
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('xoxb')
    await platform.room.openThread({ platform: 'slack', space: 'T2', channel: 'CT2' }, cardAt('lobby'), 'in-two')
    expect(slack.state.messages.map(({ channel: where }) => where)).toEqual(['CT2'])
    // Ids of one workspace open nothing in the other.
    await expect(platform.room.openThread({ ...channel, channel: 'CT2' }, cardAt('lobby'), 'x')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('a state that was not given to this browser installs nothing', async () => {
    service = await startSlackService({ over: 'http', oauth: true })
    const { ctx } = service
    for (const over of [{ cookie: 'other=1' }, { state: 'made-up', cookie: 'slack-app-oauth-state=made-up' }]) {
      const page = await install('T1', over)
      expect(page.status).toBe(400)
      expect(await page.text()).toContain('Begin again')
    }
    expect(await findInstallation(ctx, 'T1')).toBeNull()
  })

  test('somebody of a workspace that has not installed the app is told so', async () => {
    service = await startSlackService(
      { over: 'http', oauth: true },
      {
        form: () => ({
          form: {
            id: 'start',
            title: 'A song',
            submit: 'Go',
            fields: [{ name: 'topic', label: 'Topic', kind: 'line' }],
          },
        }),
      },
    )
    const seen = await service.slack.person('ada').slash('start')
    expect((await seen.note).text).toContain('not connected')
  })
})

describe('leaving', () => {
  test('takes the token, the rooms and what is known of the workspace with it, and nothing of another', async () => {
    service = await startSlackService({ over: 'http', oauth: true })
    const { slack, ctx } = service
    await install('T1')
    await saveInstallation(ctx, 'T2', { token: 'xoxb-T2' })
    await ctx.db.alone(
      `INSERT INTO slack_posts (space, key, ts, posted_at) VALUES ('T1', 'k', '1.1', now()), ('T2', 'k', '1.1', now())`,
    )
    await slack.faults.putOut()
    expect(await findInstallation(ctx, 'T1')).toBeNull()
    expect(await findInstallation(ctx, 'T2')).not.toBeNull()
    expect(await ctx.db.alone('SELECT space FROM slack_posts')).toEqual([{ space: 'T2' }])
    await expect(service.platform.room.openThread(channel, cardAt('lobby'), 'k2')).rejects.toMatchObject({
      code: 'gone',
    })
  })

  test('said late, does not undo a new installation; said twice, is done once', async () => {
    service = await startSlackService({ over: 'http', oauth: true })
    const { slack, ctx } = service
    const yesterday = Math.floor(Date.now() / 1000) - 86_400
    await install('T1')
    await slack.event({ type: 'app_uninstalled' }, { time: yesterday })
    expect(await findInstallation(ctx, 'T1')).not.toBeNull()
    const soon = Math.floor(Date.now() / 1000) + 5
    await slack.event({ type: 'app_uninstalled' }, { id: 'Ev1', time: soon })
    expect(await findInstallation(ctx, 'T1')).toBeNull()
    await install('T1')
    await slack.event({ type: 'app_uninstalled' }, { id: 'Ev1', time: soon })
    expect(await findInstallation(ctx, 'T1')).not.toBeNull()
  })

  test('that could not be carried out is not acknowledged, and Slack’s second try is not dropped', async () => {
    service = await startSlackService({ over: 'http', oauth: true })
    const { slack, ctx } = service
    await install('T1')
    const owner = new pg.Client({ connectionString: String(ctx.config.databaseUrl) })
    await owner.connect()
    const farewell = () =>
      slack.event({ type: 'app_uninstalled' }, { id: 'Ev1', time: Math.floor(Date.now() / 1000) + 5 })
    await owner.query('ALTER TABLE slack_installations RENAME TO away')
    expect((await farewell()).status).toBe(500)
    await owner.query('ALTER TABLE away RENAME TO slack_installations')
    await owner.end()
    expect(await findInstallation(ctx, 'T1')).not.toBeNull()
    expect((await farewell()).status).toBe(200)
    expect(await findInstallation(ctx, 'T1')).toBeNull()
  })

  test('of one person’s token is nobody’s business', async () => {
    service = await startSlackService({ over: 'http', oauth: true })
    await install('T1')
    await service.slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, { time: Date.now() })
    expect(await findInstallation(service.ctx, 'T1')).not.toBeNull()
  })
})

describe('who knocks', () => {
  const body = new URLSearchParams({ command: '/mashup', text: 'mine' }).toString()
  const knock = (headers: Record<string, string>, said = body) =>
    fetch(`${service.url}/slack/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: said,
    })

  test('has to have signed, with our secret, what is sent, within five minutes', async () => {
    service = await startSlackService({ over: 'http' })
    const secret = service.slack.settings.SLACK_SIGNING_SECRET!
    const old = Math.floor(Date.now() / 1000) - 6 * 60
    expect((await knock({})).status).toBe(401)
    expect((await knock(signed('another secret', body))).status).toBe(401)
    expect((await knock(signed(secret, body), `${body}&x=1`)).status).toBe(401)
    expect((await knock(signed(secret, body, old))).status).toBe(401)
    expect(service.served).toEqual([])
  })

  test('and says what we cannot make sense of, gets words back', async () => {
    service = await startSlackService({ over: 'http' })
    const secret = service.slack.settings.SLACK_SIGNING_SECRET!
    const answer = await knock(signed(secret, body))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('/mashup help'),
    })
    expect((await get('/slack/nothing')).status).toBe(404)
  })
})

test('a token that Slack does not take stops the start and is named', async () => {
  service = await startSlackService({ over: 'http' })
  const { slackSurface } = await import('../../bots/slack/surface.js')
  const wrong = {
    ...service.ctx,
    config: { ...service.ctx.config, slack: { ...service.ctx.config.slack, botToken: 'xoxb-wrong' } },
  }
  await expect(slackSurface().start(wrong)).rejects.toMatchObject({
    code: 'invalid_request',
    message: expect.stringContaining('SLACK_BOT_TOKEN'),
  })
})

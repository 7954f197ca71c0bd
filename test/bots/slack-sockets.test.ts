import { afterEach, expect, test } from '@jest/globals'
import { slackSurface } from '../../bots/slack/surface.js'
import { type SlackService, startSlackService } from './slack-service.js'

let service: SlackService
afterEach(async () => {
  expect(service.slack.complaints).toEqual([])
  await service.close()
})

test.each(['refresh', 'drop'] as const)('after a %s of Slack’s people are heard as before', async (how) => {
  service = await startSlackService({ over: 'sockets' })
  const { slack, served } = service
  const ada = slack.person('ada')
  await (await ada.slash('mine')).note
  slack.sockets![how]()
  await slack.state.until(
    () => 'the old connection to end and a new one to begin',
    () =>
      slack.state.calls.filter((call) => call === 'apps.connections.open').length >= 2 && slack.sockets!.count() === 1,
  )
  await (await ada.slash('mine')).note
  expect(served).toHaveLength(2)
})

test('what was on its way when the line broke is served once', async () => {
  let finish: () => void = () => {}
  service = await startSlackService(
    { over: 'sockets' },
    { form: () => null, answer: () => new Promise((resolve) => (finish = () => resolve('Done.'))) },
  )
  const { slack, served } = service
  const ada = slack.person('ada')
  const seen = await ada.slash('mine')
  slack.sockets!.drop()
  finish()
  expect((await seen.note).text).toBe('Done.')
  expect(served).toHaveLength(1)
})

test('a Slack that does not open connections for a while is asked again', async () => {
  service = await startSlackService({ over: 'sockets' })
  const { slack } = service
  slack.faults.fail('apps.connections.open', { status: 500, times: 4 })
  slack.sockets!.drop()
  await (await slack.person('ada').slash('mine')).note
})

test('in production there are two connections, so that a refresh leaves no gap', async () => {
  service = await startSlackService({ over: 'sockets' })
  const { ctx, slack } = service
  const second = slackSurface()
  await second.start({ ...ctx, db: ctx.db, config: { ...ctx.config, environment: 'production' } })
  await slack.state.until(
    () => 'one and two connections',
    () => slack.sockets!.count() === 3,
  )
  await second.stop()
  await slack.state.until(
    () => 'the one that is left',
    () => slack.sockets!.count() === 1,
  )
})

test('an app token that Slack does not take stops the start and is named', async () => {
  service = await startSlackService({ over: 'sockets' })
  const { ctx } = service
  const wrong = {
    ...ctx,
    db: ctx.db,
    config: { ...ctx.config, slack: { ...ctx.config.slack, appToken: 'xapp-wrong' } },
  }
  const surface = slackSurface()
  await expect(surface.start(wrong)).rejects.toMatchObject({
    code: 'invalid_request',
    message: expect.stringContaining('SLACK_APP_TOKEN'),
  })
  await surface.stop()
})

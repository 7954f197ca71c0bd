import { afterEach, describe, expect, test } from '@jest/globals'
import { type Script, type SlackService, startSlackService } from './slack-service.js'

let service: SlackService

const open = async (over: 'http' | 'sockets', script?: Script) => {
  service = await startSlackService({ over }, script)
  return service
}

afterEach(async () => {
  expect(service.slack.complaints).toEqual([])
  await service.close()
})

describe.each(['http', 'sockets'] as const)('Slack over %s', (over) => {
  test('a command is heard, understood and answered to its person alone', async () => {
    const { slack, served } = await open(over)
    const ada = slack.person('ada')
    const bo = slack.person('bo')
    const seen = await ada.slash('line 7 The sun is <so> bright & warm')
    expect((await seen.note).text).toBe('Done.')
    expect(served).toEqual([
      {
        id: expect.stringMatching(/^[\w.-]{1,80}$/),
        account: { platform: 'slack', space: 'T1', user: ada.id, name: 'ada' },
        place: { platform: 'slack', space: 'T1', channel: 'CT1', thread: null, channelName: 'music' },
        did: { kind: 'command', name: 'line', options: { number: '7', text: 'The sun is <so> bright & warm' } },
      },
    ])
    expect(slack.state.notes.filter(({ user }) => user === bo.id)).toEqual([])
  })

  test('a dialog opens, says what is wrong in it, and is taken when it is right', async () => {
    const { slack, served } = await open(over, {
      form: (did) =>
        did.kind === 'command'
          ? {
              form: {
                id: 'hook:S',
                title: 'A hook',
                submit: 'Offer it',
                fields: [
                  { name: 'text', label: 'The hook', kind: 'line', max: 120, value: 'Sun & rain' },
                  {
                    name: 'mood',
                    label: 'Mood',
                    kind: 'choice',
                    choices: [{ value: 'm1', label: 'Calm' }],
                    isOptional: true,
                  },
                  {
                    name: 'genres',
                    label: 'Genres',
                    kind: 'choices',
                    choices: ['jazz', 'rock'].map((value) => ({ value, label: value })),
                    value: 'jazz,rock',
                  },
                ],
              },
            }
          : null,
      faults: (did) => (did.kind === 'form' && did.fields.text === '' ? { text: 'Write a few words.' } : null),
    })
    const ada = slack.person('ada')
    const form = await (await ada.slash('hook')).form
    expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['text', 'Sun & rain'],
      ['mood', ''],
      ['genres', 'jazz,rock'],
    ])
    expect((await ada.submit({ text: '' })).faults).toEqual({ text: 'Write a few words.' })
    expect(served).toEqual([])
    const sent = await ada.submit({ text: 'Drink the light', mood: 'm1' })
    expect(sent.faults).toEqual({})
    expect((await sent.note).text).toBe('Done.')
    expect(served[0]).toMatchObject({
      place: { channel: 'CT1', thread: null },
      did: { kind: 'form', form: 'hook:S', fields: { text: 'Drink the light', mood: 'm1', genres: 'jazz,rock' } },
    })
  })

  test('what is delivered twice is served once', async () => {
    const { slack, served } = await open(over)
    slack.faults.deliverAgain(3)
    await (await slack.person('ada').slash('mine')).note
    expect(served).toHaveLength(1)
  })

  test('what is delivered twice opens one dialog, and nobody is told that it failed', async () => {
    const { slack } = await open(over, {
      form: () => ({
        form: { id: 'hook:S', title: 'A hook', submit: 'Go', fields: [{ name: 'text', label: 'It', kind: 'line' }] },
      }),
    })
    slack.faults.deliverAgain(2)
    await (await slack.person('ada').slash('hook')).form
    const opens = () => slack.state.calls.filter((call) => call === 'views.open').length
    await slack.state.until(
      () => 'both deliveries',
      () => opens() === 2,
    )
    expect(slack.state.views).toHaveLength(1)
    expect(slack.state.notes).toEqual([])
  })

  test('a throw before the answer still gives one', async () => {
    const { slack, log } = await open(over, {
      form: () => {
        throw new Error('broken')
      },
    })
    const seen = await slack.person('ada').slash('hook My secret words')
    expect((await seen.note).text).toMatch(/went wrong on our side/)
    expect(log.join('')).toContain('broken')
    expect(log.join('')).not.toMatch(/secret words|ada/)
  })

  test('the app’s page in Slack shows what is mine', async () => {
    const { slack } = await open(over, { answer: () => 'You are in no group yet.' })
    const ada = slack.person('ada')
    await ada.openHome()
    const home = await slack.state.until(
      () => 'the home',
      () => ada.home(),
    )
    expect(home.text).toContain('You are in no group yet.')
  })

  test('Slack is heard within its three seconds while we are at it for longer', async () => {
    let finish: (words: string) => void = () => {}
    const { slack } = await open(over, { answer: () => new Promise((resolve) => (finish = resolve)) })
    const seen = await slack.person('ada').slash('start volcanoes')
    expect(seen.ackMs).toBeLessThan(3_000)
    finish('It is here.')
    expect((await seen.note).text).toBe('It is here.')
  })
})

test('Slack is answered in time even when we cannot look, and the person when we can again', async () => {
  let look: (opened: null) => void = () => {}
  const { slack, served } = await open('http', { form: () => new Promise((resolve) => (look = resolve)) })
  const seen = await slack.person('ada').slash('mine')
  expect(seen.ackMs).toBeLessThan(3_000)
  expect(served).toEqual([])
  look(null)
  expect((await seen.note).text).toBe('Done.')
})

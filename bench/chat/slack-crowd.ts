import { setTimeout as wait } from 'node:timers/promises'
import { startSlack } from '../../test/support/fake-slack.js'
import { buttonsIn, readBlocks } from '../../test/support/slack-reading.js'
import type { Crowd } from './crowd.js'

export async function slackCrowd(): Promise<Crowd> {
  const slack = await startSlack({ over: 'http' })
  const { state, space, channel } = slack
  const origin = String(slack.settings.SLACK_API_URL).replace(/\/api$/, '')
  const idOf = (session: number, person: number) => `U${space}S${session}P${person}`
  const cards = () => state.messages.filter(({ blocks, isDeleted }) => !isDeleted && blocks[0]?.type === 'header')
  const common = (id: string) => ({
    trigger_id: `${state.nextId('')}.${id}.${Date.now()}.1`,
    response_url: `${origin}/response/${id}/${channel}/${state.nextId('')}`,
    api_app_id: 'A1',
  })

  return {
    settings: slack.settings,
    serveAt: slack.serveAt,
    complaints: slack.complaints,
    close: slack.close,
    async begin(session) {
      const id = idOf(session, 0)
      const start = () =>
        slack.deliver('slash_commands', {
          ...common(id),
          command: '/mashup',
          text: 'start topic: photosynthesis genres: trap, baroque',
          team_id: space,
          team_domain: 'school',
          channel_id: channel,
          channel_name: 'music',
          user_id: id,
          user_name: 'host',
          is_enterprise_install: 'false',
        })
      // The web is open a moment before Slack's room on it is.
      while ((await start()).status === 503) await wait(100)
      for (const end = performance.now() + 20_000; cards().length <= session; await wait(5))
        if (performance.now() > end)
          throw new Error(`Session ${session} was not opened: ${slack.complaints.join(', ')}`)
    },
    async press(session, person, label) {
      const card = cards()[session]!
      const button = buttonsIn(card.blocks).find((one) => label.test(one.label))
      if (!button) return null
      const { element, option } = button
      const id = idOf(session, person)
      const { ackMs } = await slack.deliver('interactive', {
        ...common(id),
        type: 'block_actions',
        user: { id, username: 'voter', name: 'voter', team_id: space },
        team: { id: space, domain: 'school' },
        channel: { id: card.channel },
        container: {
          type: 'message',
          message_ts: card.ts,
          channel_id: card.channel,
          is_ephemeral: false,
          ...(card.thread ? { thread_ts: card.thread } : {}),
        },
        message: { ts: card.ts, ...(card.thread ? { thread_ts: card.thread } : {}) },
        actions: [
          {
            type: element.type,
            action_id: element.action_id,
            block_id: 'b',
            action_ts: card.ts,
            ...(option ? { selected_option: option } : {}),
          },
        ],
      })
      return ackMs
    },
    message(session) {
      const { blocks, edits } = cards()[session]!
      return { text: readBlocks(blocks), edits }
    },
  }
}

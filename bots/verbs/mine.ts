import { actorsOf } from '../../src/classroom/know-account.js'
import { listMySessions, type MySession } from '../../src/sessions/list-my-sessions.js'
import { stageNames } from '../cards/words.js'
import type { Verb } from './verb.js'

const shownAtMost = 10

/** One's own sessions, whatever channel one asks in: of the people that the account is linked to, and of oneself as a guest. */
export const mine: Verb = {
  async serve({ ctx, interaction }) {
    const actors = await actorsOf(ctx, interaction.account)
    const lists = await Promise.all(actors.map((actor) => listMySessions(ctx, actor, shownAtMost)))
    const sessions = lists
      .flat()
      .sort((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime())
      .slice(0, shownAtMost)
    if (sessions.length === 0)
      return {
        text: 'You are in no session yet.',
        details: ['Begin one with /mashup start, or come into one with /mashup join.'],
      }
    return {
      text: sessions.length === 1 ? 'Your session:' : 'Your sessions, the latest first:',
      details: sessions.map(said),
    }
  },
}

const said = ({ title, topic, stage }: MySession): string => `${title ?? (topic || 'A new song')}: ${stageNames[stage]}`

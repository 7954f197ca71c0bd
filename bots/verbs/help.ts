import { commands } from '../commands.js'
import type { Verb } from './verb.js'

const listed = commands.map(
  ({ name, about, who }) => `/mashup ${name}: ${about}${who === 'teachers' ? ' (teachers)' : ''}`,
)

export const help: Verb = {
  async serve() {
    return {
      text: 'Make a song about what you study, together. The AI offers, you decide.',
      details: listed,
    }
  },
}

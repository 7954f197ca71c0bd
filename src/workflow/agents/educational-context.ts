import { settledFacts } from '../../music/composer/education/singable-facts.js'
import { educationalContextPrompt } from '../prompts/educational-context.js'
import { type Agent, audience } from './agent.js'
import { unsafeFault } from './unsafe.js'

const mostFacts = 24

/** What the song is to teach: concepts, facts to sing, pictures, objectives, questions. */
export const educationalContext: Agent<'educational_context'> = {
  name: 'educational_context',
  part: 'education',
  input: (state) => {
    const { topic, topicId, keyTerms, facts, learningObjectives } = state.request
    return { ...audience(state, 'educational_context'), topic, topicId, keyTerms, facts, learningObjectives }
  },
  prompt: educationalContextPrompt,
  /** The request's own facts are sung first, whatever the model made of them; those that contradict each other are not. */
  mend: (value, input) => ({ ...value, facts: settledFacts(input, value.facts).slice(0, mostFacts) }),
  refuse: unsafeFault,
  add: (education) => ({ education }),
  tell: ({ keyConcepts, facts }) => `Found ${keyConcepts.length} concepts and ${facts.length} facts to sing.`,
}

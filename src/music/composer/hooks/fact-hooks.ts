import type { TaskInput } from '../../../domain/tasks.js'
import { askings } from '../lyrics/ask-clause.js'
import { keepNames, namesIn } from '../lyrics/keep-names.js'
import { inside } from '../lyrics/parse-clause.js'
import { resolvePronouns } from '../lyrics/resolve-pronouns.js'
import { shortenFact } from '../lyrics/shorten-fact.js'
import { turnings } from '../lyrics/turn-clause.js'
import type { HookIdea } from './hook-idea.js'

const end = (text: string): string => text.replace(/[.!:;,]+$/, '')
/** Questions that lead away from what the song is about. */
const leadsAway = /^What do we call /

const isTold = (text: string): boolean => !/\b(is the word|we say|we mean|will be)$/.test(text)

/** Numbers and extremes: what makes a listener look up. */
const surprising =
  /\b(\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|no|never|only|first|last|every|most|\w{2,}est)\b/i

/** Hooks out of the facts themselves: each says or asks something that is true of this topic alone. */
export function factHooks({ facts, topic, images }: TaskInput<'hook_generator'>): HookIdea[] {
  const names = namesIn([...facts, topic])
  return resolvePronouns(facts)
    .slice(0, 12)
    .flatMap((fact) => {
      const ideas: HookIdea[] = []
      for (const { text, kept } of shortenFact(fact)) {
        const surprises = surprising.test(text)
        ideas.push({
          text: end(text),
          kind: surprises ? 'surprise' : 'fact',
          idea: surprises
            ? 'the surprise: a fact that makes you look up'
            : `a fact about ${topic}, short enough to shout`,
        })
        for (const turning of turnings(text, kept === 1)) {
          const isShown = /^(See|Watch|Here)\b/.test(turning.text)
          if (isTold(turning.text) && !turning.text.includes(':') && !/^(By|Here) /.test(turning.text))
            ideas.push({
              text: end(turning.text),
              kind: isShown ? 'image' : 'fact turned',
              idea: isShown
                ? 'the image: something to see with your eyes shut'
                : 'a fact, with its key word kept for the end',
            })
        }
        for (const { question, answer } of askings(text, kept === 1)) {
          if (leadsAway.test(question)) continue
          ideas.push({
            text: question,
            kind: 'question',
            idea:
              answer.split(' ').length <= 5
                ? `a question, answered "${inside(end(answer))}"`
                : 'the question that the verses answer',
          })
          if (answer.split(' ').length <= 4 && question.split(' ').length <= 4)
            ideas.push({
              text: `${question} ${end(answer)}!`,
              kind: 'call and answer',
              idea: 'call and answer: half the class asks, half replies',
            })
        }
      }
      return ideas
    })
    .map((idea) => ({ ...idea, text: keepNames(idea.text, names) }))
    .concat(images.map((text) => ({ text: end(text), kind: 'picture', idea: 'a comparison that helps' })))
}

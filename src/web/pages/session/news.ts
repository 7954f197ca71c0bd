import type { SessionView } from '../../../domain/session/view-schema.js'
import { stageNames } from './words.js'

const some = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : many.replace('#', String(count))]

/**
 * What has happened between two looks at a session, in sentences for who cannot see it happen: the AI and the others, not
 * what one does oneself. Many of a kind are one sentence.
 */
export function newsOf(before: SessionView, after: SessionView): string[] {
  const wasHere = new Set(before.people.filter(({ here }) => here).map(({ number }) => number))
  const isHere = new Set(after.people.filter(({ here }) => here).map(({ number }) => number))
  const came = after.people.filter(({ number, here, me }) => here && !me && !wasHere.has(number))
  const left = before.people.filter(({ number, here, me }) => here && !me && !isHere.has(number))
  const hooks = after.hooks.filter(({ id, by }) => !by.me && !before.hooks.some((hook) => hook.id === id))
  const lines = after.lines.filter(({ id, revision, by }) => {
    const old = before.lines.find((line) => line.id === id)
    return old !== undefined && old.revision !== revision && !by.me
  })
  const offers = after.lines.filter(
    ({ id, offer }) => offer !== null && before.lines.find((line) => line.id === id)?.offer !== offer,
  )
  const written = before.lines.length === 0 && after.lines.length > 0
  return [
    ...(before.stage === after.stage ? [] : [`Now: ${stageNames[after.stage]}.`]),
    ...some(came.length, `${came[0]?.name} has come.`, '# people have come.'),
    ...some(left.length, `${left[0]?.name} has left.`, '# people have left.'),
    ...some(hooks.length, `A new hook: ${hooks[0]?.text}.`, '# new hooks.'),
    ...(written ? [`The first draft is here: ${after.lines.length} lines.`] : []),
    ...some(lines.length, `${lines[0]?.by.name} changed a line: ${lines[0]?.text}.`, '# lines were changed.'),
    ...some(offers.length, `The AI offers: ${offers[0]?.offer}.`, 'The AI offers words for # lines.'),
    ...(before.arrangements.length === 0 && after.arrangements.length > 0
      ? [`${after.arrangements.length} ways for it to sound are here.`]
      : []),
    ...(after.trouble && (before.trouble !== after.trouble || (before.generation && !after.generation))
      ? [after.generation ? `${after.trouble} It is tried again.` : `The AI did not manage: ${after.trouble}`]
      : []),
    ...(before.aiPaused === after.aiPaused
      ? []
      : [after.aiPaused ? 'The teacher has paused the AI.' : 'The AI goes on.']),
  ]
}

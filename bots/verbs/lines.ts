import type { LineCheck } from '../../src/domain/session/line-check.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { AppError } from '../../src/errors.js'
import { actionId } from '../action-id.js'
import type { Choice, Field, Note } from '../card.js'
import { button, heldNote, short } from './after.js'
import { asksText, textFaults } from './in-session.js'
import type { Verb } from './verb.js'

type Line = SessionView['lines'][number]
const most = 160
/** As a choice names it: the line, and which text of it was read. */
const lineValue = ({ id, revision }: Line): string => `${id}@${revision}`

export const numbered = ({ lines }: SessionView): { line: Line; number: number }[] =>
  lines.map((line, at) => ({ line, number: at + 1 }))

/** Lines that somebody may write on, as choices: the AI's first, then people's, in the order of singing. */
function lineChoices(view: SessionView): Choice[] {
  const open = numbered(view).filter(({ line }) => !line.locked || line.lockedByMe)
  const chosen = [
    ...open.filter(({ line }) => line.by.kind === 'ai'),
    ...open.filter(({ line }) => line.by.kind !== 'ai'),
  ]
    .slice(0, 25)
    .sort((one, other) => one.number - other.number)
  return chosen.map(({ line, number }) => ({ value: lineValue(line), label: short(`${number}. ${line.text}`, 75) }))
}

function lineField(view: SessionView): Field {
  const choices = lineChoices(view)
  if (choices.length === 0)
    throw new AppError(
      'conflict',
      view.lines.length === 0 ? 'There are no words yet.' : 'Every line is locked. Whoever locked one can open it.',
    )
  return { name: 'line', label: 'Which line?', kind: 'choice', choices }
}

/** By its number ("7"), or as a choice names it. */
function lineMeant(
  view: SessionView,
  { line, number }: Record<string, string>,
): { line: Line; number: number; revision: number } {
  const [id, revision] = line?.split('@') ?? []
  const found = numbered(view).find((one) => (id ? one.line.id === id : String(one.number) === number?.trim()))
  if (found) return { ...found, revision: revision === undefined ? found.line.revision : Number(revision) }
  throw new AppError('not_found', `Which line? Say its number, from 1 to ${view.lines.length}.`)
}

export const line: Verb = {
  form: asksText('line', { title: 'Write a line', submit: 'Put it in' }, (view) => [
    lineField(view),
    { name: 'text', label: 'Your words', kind: 'line', max: most },
  ]),
  faults: textFaults('text', most, 'Write a line.'),
  async serve(scene, { session: named, fields }) {
    const { actor, session, view: before } = await scene.session(named)
    const { line: meant, number, revision } = lineMeant(before, fields)
    const text = fields.text ?? ''
    const mine = meant.by.kind === 'ai' || meant.by.me
    const { view, check } = await scene.give(
      actor,
      session,
      mine ? { type: 'contributeLine', line: meant.id, text } : { type: 'editLine', line: meant.id, text, revision },
    )
    if (view.held.some((held) => held.line === meant.id && held.by.me)) return heldNote
    const written = view.lines.find(({ id }) => id === meant.id)
    return {
      text: `Line ${number} is yours now: “${written?.text ?? text}”`,
      details: check ? checkWords(check) : [],
      actions: [button('lock', session, 'Lock this line', meant.id, 'on'), button('line', session, 'Write another')],
    }
  },
}

/** What the checks say of a line: counts first, then what could be better; nothing of it is forbidden. */
export function checkWords({ syllables, stress, rhyme, keyTerms, remarks }: LineCheck): string[] {
  const { count, min, max } = syllables
  const fits = count >= min && count <= max
  const said = stress.map(({ text, strong }) => (strong ? text.toUpperCase() : text)).join(' · ')
  return [
    // When it does not fit, the remarks say so, and what to do.
    ...(fits ? [`${count} syllables; ${min} to ${max} fit the tune: good.`] : []),
    ...(said ? [`Said aloud, the strong beats in capitals: ${said}`] : []),
    ...(rhyme && rhyme.kind !== 'none' && rhyme.kind !== 'same' ? [`It rhymes with “${rhyme.with}”.`] : []),
    ...(keyTerms.length > 0 ? [`It uses ${keyTerms.map((term) => `“${term}”`).join(', ')}.`] : []),
    ...remarks,
  ]
}

export const lock: Verb = {
  async serve(scene, { session: named, args: [id = '', wish] }) {
    const { actor, session } = await scene.session(named)
    const locked = wish !== 'off'
    await scene.give(actor, session, { type: 'lockLine', line: id, locked })
    return {
      text: locked ? 'Locked: nobody changes this line now but you or the host.' : 'The line is open again.',
      actions: [button('lock', session, locked ? 'Open it again' : 'Lock it', id, locked ? 'off' : 'on')],
    }
  },
}

export const rewrite: Verb = {
  async form(scene, { session: named, fields, via }) {
    if (fields.number || via === 'form') return null
    const { session, view } = await scene.session(named)
    return {
      id: actionId('rewrite', session),
      title: 'Ask for other words',
      fields: [
        lineField(view),
        { name: 'note', label: 'What should be different?', kind: 'line', max: 200, isOptional: true },
      ],
      submit: 'Ask the AI',
    }
  },
  faults: ({ fields: { note = '' } }) => (note.length > 200 ? { note: 'At most 200 characters.' } : null),
  async serve(scene, { session: named, fields }) {
    const { actor, session, view } = await scene.session(named)
    const { line: meant, number } = lineMeant(view, fields)
    const note = fields.note?.trim()
    await scene.give(actor, session, { type: 'suggestRewrite', line: meant.id, ...(note ? { note } : {}) })
    return {
      text: `The AI looks for other words for line ${number}. You decide whether to take them.`,
      actions: [button('stop', session, 'Stop it')],
    }
  },
}

/** What the AI offers in the place of lines; two at a time, as a note has room for. */
export const offers: Verb = {
  async serve(scene, { session: named }) {
    const { session, view } = await scene.session(named)
    return offersNote(session, view)
  },
}

function offersNote(session: string, view: SessionView): Note {
  const open = numbered(view).filter(({ line: { offer } }) => offer !== null)
  const [first, second] = open
  if (!first) return { text: 'There is no offer of the AI to decide about.' }
  const shown = second ? [first, second] : [first]
  return {
    text: open.length === 1 ? 'The AI offers other words.' : `The AI offers other words for ${open.length} lines.`,
    details: shown.flatMap(({ line: { text, offer }, number }) => [
      `Line ${number} now: “${text}”`,
      `The AI’s offer: “${offer}”`,
    ]),
    actions: shown.flatMap(({ line: { id }, number }) => [
      button('offer', session, `Take it for line ${number}`, id, 'take'),
      button('offer', session, `Leave line ${number} as it is`, id, 'leave'),
    ]),
  }
}

export const offer: Verb = {
  async serve(scene, { session: named, args: [id = '', wish] }) {
    const { actor, session } = await scene.session(named)
    const { view } = await scene.give(actor, session, { type: 'answerOffer', line: id, take: wish === 'take' })
    const said = wish === 'take' ? 'The AI’s words are in.' : 'The line stays as it is.'
    const more = numbered(view).some(({ line: { offer: left } }) => left !== null)
    return more ? { ...offersNote(session, view), text: `${said} There is more to decide about.` } : { text: said }
  },
}

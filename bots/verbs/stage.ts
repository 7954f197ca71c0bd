import { stageSchema } from '../../src/domain/session/stages.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { AppError } from '../../src/errors.js'
import type { Note } from '../card.js'
import { nowOf, stageNames } from '../cards/words.js'
import { button, heldNote } from './after.js'
import { asksText, doing, textFaults } from './in-session.js'
import type { Verb } from './verb.js'

/** What moves a group on, or ends its session. */

export const leave = doing({ type: 'leave' }, (session) => ({
  text: 'You have left the session. What you did stays.',
  actions: [button('join', session, 'Come back')],
}))

/** The button names the stage that it closes: of two who press at once, the second does not close the next one too. */
export const advance: Verb = {
  async serve(scene, { session: named, args }) {
    const { actor, session, view } = await scene.session(named)
    const stage = stageSchema.safeParse(args[0]).data ?? view.stage
    const after = await scene.give(actor, session, { type: 'advance', stage })
    return onTo(after.view)
  },
}

const onTo = (view: SessionView): Note => ({ text: `On to ${stageNames[view.stage]}.`, details: [nowOf(view)] })

/** Closes the stage that is open, or hands in at the last. */
export const finish: Verb = {
  async serve(scene, said) {
    const { view } = await scene.session(said.session)
    return await (view.stage === 'review' ? submit : advance).serve(scene, { ...said, args: [] })
  },
}

export const submit: Verb = {
  async serve(scene, { session: named }) {
    const { actor, session } = await scene.session(named)
    const { view } = await scene.give(actor, session, { type: 'submit' })
    // Served again, `finish` finds the stage after the one that it closed.
    if (view.stage !== 'finished') return onTo(view)
    return { text: 'Handed in. The song and its files follow in the thread.' }
  },
}

const longest = 1000

export const reflect: Verb = {
  form: asksText('reflect', { title: 'What do you think?', submit: 'Say it' }, () => [
    { name: 'text', label: 'What went well? What have you learned?', kind: 'paragraph', max: longest },
  ]),
  faults: textFaults('text', longest, 'Write a sentence or two.'),
  async serve(scene, { session: named, fields: { text = '' } }) {
    const { actor, session } = await scene.session(named)
    const { view } = await scene.give(actor, session, { type: 'reflect', text })
    const isHeld = view.held.some((held) => held.about === 'reflection' && held.by.me)
    return isHeld ? heldNote : { text: 'Thank you: your group can read it now.' }
  },
}

export const cancel = doing({ type: 'cancel' }, () => ({ text: 'The session is ended.' }))

/** The AI: stopped, asked again, paused by the teacher. */
export const stop = doing({ type: 'stopGeneration' }, (session) => ({
  text: 'The AI has stopped.',
  actions: [button('again', session, 'Ask it again')],
}))

export const again = doing({ type: 'askAgain' }, () => ({
  text: 'The AI is asked again. What it makes shows in the thread.',
}))

export const pause: Verb = {
  async serve(scene, { session: named, args }) {
    const paused = args[0] !== 'off'
    const { actor, session } = await scene.session(named)
    await scene.give(actor, session, { type: 'pauseAi', paused })
    return {
      text: paused ? 'The AI is paused for this group.' : 'The AI goes on for this group.',
      actions: [button('pause', session, paused ? 'Let the AI go on' : 'Pause the AI', paused ? 'off' : 'on')],
    }
  },
}

/** A teacher decides about a text that was held. */
export const judge: Verb = {
  async serve(scene, { session: named, args: [held = '', verdict] }) {
    if (verdict !== 'show' && verdict !== 'drop') throw new AppError('invalid_request', 'Press one of the two buttons.')
    const { actor, session } = await scene.session(named)
    await scene.give(actor, session, { type: 'judgeHeld', held, release: verdict === 'show' })
    return { text: verdict === 'show' ? 'The group can read it now.' : 'It stays with you and its author.' }
  },
}

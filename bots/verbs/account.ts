import { bindChannel, placesToBind, unbindChannel } from '../../src/classroom/bind-channel.js'
import { linkAccount, unlinkAccount } from '../../src/classroom/link-account.js'
import type { ChatPlace } from '../../src/domain/chat.js'
import { AppError } from '../../src/errors.js'
import type { Choice, Form } from '../card.js'
import type { Scene } from '../scene.js'
import { short } from './after.js'
import type { Verb } from './verb.js'

const roleWords: Record<string, string> = { teacher: 'a teacher', assistant: 'an assistant', student: 'a student' }

export const link: Verb = {
  async form(_scene, { fields }) {
    if (fields.code?.trim()) return null
    return {
      id: 'link',
      title: 'Link your account',
      intro: 'Open the activity in your course and get a code there.',
      fields: [{ name: 'code', label: 'The code', kind: 'line', max: 20 }],
      submit: 'Link',
    }
  },
  faults: ({ fields }) => (fields.code?.trim() ? null : { code: 'Type the code of your course page.' }),
  async serve({ ctx, interaction }, { fields }) {
    const { courseTitle, role } = await linkAccount(ctx, interaction.account, fields.code ?? '')
    return {
      text: `Linked: here you are ${roleWords[role] ?? 'known'} of ${courseTitle ?? 'your course'}.`,
      details: [
        role === 'teacher'
          ? 'Tie a channel to your course with /mashup setup.'
          : 'What you do in its channels counts in the activity.',
        'You can undo it with /mashup unlink, or on the course page.',
      ],
    }
  },
}

export const unlink: Verb = {
  async serve({ ctx, interaction }) {
    const undone = await unlinkAccount(ctx, interaction.account)
    return { text: undone > 0 ? 'Your account is not linked any more.' : 'Your account was not linked.' }
  },
}

/** Which course a channel belongs to; a teacher's to say. */
export const setup: Verb = {
  async form(scene, { via }) {
    if (via === 'form') return null
    const places = await taught(scene)
    const choices: Choice[] = places
      .slice(0, 24)
      .map((place) => ({ value: placeValue(place), label: short(placeLabel(place), 75) }))
    const form: Form = {
      id: 'setup',
      title: 'This channel',
      fields: [
        {
          name: 'place',
          label: 'What is this channel for?',
          kind: 'choice',
          choices: [...choices, { value: nothing, label: 'For no course any more' }],
        },
        {
          name: 'guests',
          label: 'People without a linked account',
          kind: 'choice',
          choices: [
            { value: 'no', label: 'may only look on' },
            { value: 'yes', label: 'may take part as guests (never graded)' },
          ],
          value: 'no',
        },
      ],
      submit: 'Save',
    }
    return form
  },
  faults: ({ fields }) => (fields.place ? null : { place: 'Choose a course or an activity.' }),
  async serve(scene, { fields }) {
    const { ctx, interaction } = scene
    const { account, place } = interaction
    if (fields.place === nothing) {
      const was = await unbindChannel(ctx, account, place)
      return { text: was ? 'This channel belongs to no course now.' : 'This channel belonged to no course.' }
    }
    const chosen = (await taught(scene)).find((one) => placeValue(one) === fields.place)
    if (!chosen) throw new AppError('not_found', 'You do not teach there any more. Type /mashup setup again.')
    const { tenant, course, assignment } = chosen
    const guests = fields.guests === 'yes'
    const { platform, space, channel, channelName: name } = place
    await bindChannel(ctx, account, { platform, space, channel }, { tenant, course, assignment, guests, name })
    return {
      text: `This channel belongs to ${placeLabel(chosen)} now.`,
      details: [
        'Students begin a group with /mashup start and come into one with /mashup join.',
        guests
          ? 'People without a linked account may take part as guests; they are never graded.'
          : 'Who wants to take part links their account first: the code is on the course page.',
      ],
    }
  },
}

const nothing = 'none'
const placeValue = ({ course, assignment }: ChatPlace): string => `${course}/${assignment ?? '-'}`
const placeLabel = ({ courseTitle, assignmentTitle }: ChatPlace): string =>
  [courseTitle ?? 'A course', assignmentTitle ?? 'all activities'].join(': ')

async function taught({ ctx, interaction }: Scene): Promise<ChatPlace[]> {
  const places = await placesToBind(ctx, interaction.account)
  if (places.length > 0) return places
  throw new AppError(
    'forbidden',
    'A teacher says what a channel is for. If that is you: open your course, get a code there, and type it here: /mashup link CODE.',
    { reason: 'teachers_only' },
  )
}

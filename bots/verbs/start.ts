import { listCourseAssignments } from '../../src/classroom/list-course-assignments.js'
import type { Tx } from '../../src/db/database.js'
import type { Actor } from '../../src/domain/actor.js'
import type { ChannelBinding } from '../../src/domain/chat.js'
import { sessionRequestSchema } from '../../src/domain/session/commands.js'
import { AppError, asAppError } from '../../src/errors.js'
import { startAssignmentSession } from '../../src/sessions/start-assignment-session.js'
import { type StartedSession, startSession } from '../../src/sessions/start-session.js'
import type { Form } from '../card.js'
import { noteOfError } from '../note-of-error.js'
import { type Room, roomFor, roomOpenedBy } from '../rooms.js'
import type { Scene } from '../scene.js'
import { openRoom } from '../session-room.js'
import { aboutFields, parseAbout } from './about.js'
import { button, short } from './after.js'
import type { Said, Verb } from './verb.js'

/** Begins a session in this channel: with the assignment's settings where the channel is bound to one. */
export const start: Verb = {
  async form(scene, { fields }) {
    const { binding } = await scene.standing()
    if (!binding) return fields.topic ? null : topicForm
    if (binding.assignment ?? fields.assignment) return null
    const choices = await assignmentsOf(scene, binding)
    if (choices.length < 2) return null
    const form: Form = {
      id: 'start',
      title: 'Start a song',
      fields: [
        {
          name: 'assignment',
          label: 'For which activity?',
          kind: 'choice',
          choices: choices.map(({ id, title }) => ({ value: id, label: short(title, 75) })).slice(0, 25),
        },
      ],
      submit: 'Start',
    }
    return form
  },

  faults({ fields }) {
    return fields.assignment ? null : parseAbout(fields).faults
  },

  async serve(scene, said) {
    const { actor, binding } = await scene.standing()
    const room = (await openedBefore(scene, actor)) ?? (await begin(scene, actor, binding, said))
    const trouble = await openRoom(scene.ctx, scene.chat, room).then(() => null, asAppError)
    if (trouble?.code === 'internal') throw trouble
    if (trouble) return { ...noteOfError(trouble), actions: [button('join', room.session, 'Try again')] }
    return {
      text: 'Your session is open: look for its new thread in this channel.',
      details: ['Others press Join there. When everybody is in, press Start.'],
      ...(binding ? {} : { actions: [button('about', room.session, 'Say what it is about')] }),
    }
  },
}

const topicForm: Form = { id: 'start', title: 'Start a song', fields: aboutFields(), submit: 'Start' }

/** The same command, delivered again or taken up after a stop: its session is there. */
function openedBefore({ ctx, interaction }: Scene, actor: Actor): Promise<Room | null> {
  return ctx.db.inTenant(actor.tenant, (tx) => roomOpenedBy(ctx, tx, interaction.account.platform, interaction.id))
}

async function begin(scene: Scene, actor: Actor, binding: ChannelBinding | null, { fields }: Said): Promise<Room> {
  const { ctx, interaction } = scene
  const rooms: Room[] = []
  const alongside = async (tx: Tx, { id: session }: StartedSession) => {
    rooms.push(await roomFor(ctx, tx, interaction.place, { session, openedBy: interaction.id }))
  }
  const surface = interaction.account.platform
  if (binding) {
    if (actor.role === 'guest')
      throw new AppError(
        'forbidden',
        'People of the course begin the sessions here. You can come into one: /mashup join.',
        {
          reason: 'guests_join',
        },
      )
    await startAssignmentSession(
      ctx,
      actor,
      { assignment: await chosenAssignment(scene, binding, fields.assignment), surface },
      alongside,
    )
  } else {
    const request = sessionRequestSchema.partial().parse(parseAbout(fields).request)
    const settings = { closeWhenAllVoted: true, stageMinutes: null, showNames: true }
    await startSession(ctx, actor, { request, settings, surface }, alongside)
  }
  return rooms[0]!
}

async function assignmentsOf({ ctx }: Scene, { tenant, course }: ChannelBinding) {
  return await listCourseAssignments(ctx, { tenant, course })
}

async function chosenAssignment(scene: Scene, binding: ChannelBinding, chosen: string | undefined): Promise<string> {
  if (binding.assignment) return binding.assignment
  const known = await assignmentsOf(scene, binding)
  const wanted = chosen === undefined ? known[0] : known.find(({ id }) => id === chosen)
  if (wanted) return wanted.id
  throw new AppError(
    'not_found',
    known.length === 0
      ? 'There is no song activity for groups in this course yet. The teacher makes one in the course.'
      : 'There is no such activity in this course. Type /mashup start and choose one.',
  )
}

import { listCourseAssignments } from '../../src/classroom/list-course-assignments.js'
import type { Actor } from '../../src/domain/actor.js'
import type { ChannelBinding } from '../../src/domain/chat.js'
import { AppError } from '../../src/errors.js'
import { listAssignmentSessions } from '../../src/sessions/list-assignment-sessions.js'
import { courseOf, invitationOfRoom } from '../../src/sessions/session-link.js'
import type { Note } from '../card.js'
import { stageNames } from '../cards/words.js'
import { roomFor } from '../rooms.js'
import type { Scene, Standing } from '../scene.js'
import { openRoom } from '../session-room.js'
import { button, short } from './after.js'
import type { Verb } from './verb.js'

/** Buttons of a note. */
const shownAtMost = 5

/** Into a session: that of the button or the thread, the one that a link names, or one of those that the class has open. */
export const join: Verb = {
  async serve(scene, { session: named, fields }) {
    const { actor, binding } = await scene.standing()
    const link = fields.link ? readLink(fields.link) : null
    if (link) return await comeIn(scene, { actor, binding }, link.session, link.invitation)
    const session = named ?? (await ofThread(scene))
    if (session) return await comeIn(scene, { actor, binding }, session, await invitationHere(scene, actor, session))
    return await choose(scene, actor, binding)
  },
}

const linkShape = /\/session\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:#join=([\w-]{1,100}))?/i

function readLink(text: string): { session: string; invitation: string | undefined } {
  const [, session, invitation] = linkShape.exec(text) ?? []
  if (session) return { session, invitation }
  throw new AppError('invalid_request', 'This is not the link of a session. Copy it from the page of the session.')
}

async function ofThread(scene: Scene): Promise<string | null> {
  if (scene.interaction.place.thread === null) return null
  return (await scene.rooms())[0]?.session ?? null
}

/** Who is in the channel that a session of no course is open in, is invited. */
async function invitationHere(scene: Scene, actor: Actor, session: string): Promise<string | undefined> {
  const open = (await scene.rooms()).some((room) => room.session === session)
  if (!open) return undefined
  const invitation = await invitationOfRoom(scene.ctx, { tenant: actor.tenant, session }).catch(() => null)
  return invitation ?? undefined
}

async function comeIn(scene: Scene, { actor, binding }: Standing, session: string, invitation?: string): Promise<Note> {
  const { ctx, interaction, chat } = scene
  const course = await courseOf(ctx, { tenant: actor.tenant, session })
  if (course !== null && course !== binding?.course)
    throw new AppError('not_found', 'There is no such session here. Groups of a course sing in its own channels.')
  const { view } = await scene.give(actor, session, { type: 'join' }, invitation)
  const room = await ctx.db.inTenant(actor.tenant, (tx) =>
    roomFor(ctx, tx, interaction.place, { session, openedBy: interaction.id }),
  )
  if (room.thread === null) await openRoom(ctx, chat, room)
  const me = view.people.find((one) => one.me)
  return {
    text: `You are in${me ? `, as ${me.name}` : ''}. The group is at ${stageNames[view.stage]}.`,
    ...(interaction.place.thread === null && { details: ['It goes on in its thread in this channel.'] }),
    actions: [button('status', session, 'Where am I?'), button('leave', session, 'Leave')],
  }
}

async function choose(scene: Scene, actor: Actor, binding: ChannelBinding | null): Promise<Note> {
  const open = await (binding ? groupsOf(scene, actor, binding) : sessionsHere(scene))
  if (open.length === 0) return { text: 'There is no session to come into yet. Begin one with /mashup start.' }
  const [first] = open
  if (first && open.length === 1)
    return await comeIn(scene, { actor, binding }, first.session, await invitationHere(scene, actor, first.session))
  return {
    text: 'Which one do you want to come into?',
    details: open.slice(0, shownAtMost).map(({ label }) => label),
    actions: open.slice(0, shownAtMost).map(({ session }, at) => button('join', session, `Join group ${at + 1}`)),
  }
}

interface Open {
  session: string
  label: string
}

async function groupsOf({ ctx }: Scene, actor: Actor, { tenant, course, assignment }: ChannelBinding): Promise<Open[]> {
  const assignments = assignment ? [{ id: assignment }] : await listCourseAssignments(ctx, { tenant, course })
  const lists = await Promise.all(assignments.map(({ id }) => listAssignmentSessions(ctx, actor, { assignment: id })))
  const groups = lists
    .flat()
    .filter(({ stage, hasRoom, mine }) => stage !== 'finished' && stage !== 'cancelled' && (hasRoom || mine))
  const mine = groups.filter((group) => group.mine)
  return (mine.length > 0 ? mine : groups).map(({ id, stage, people }, at) => ({
    session: id,
    label: `Group ${at + 1}, at ${stageNames[stage]}: ${short(people.map(({ name }) => name).join(', '), 100) || 'nobody yet'}`,
  }))
}

async function sessionsHere(scene: Scene): Promise<Open[]> {
  return (await scene.rooms()).map(({ session }, at) => ({ session, label: `Group ${at + 1}` }))
}

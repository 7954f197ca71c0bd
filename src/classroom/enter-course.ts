import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Role } from '../domain/actor.js'

/** The surface's own: the core carries it, and reads of it only whether there is a roster and a gradebook to speak to. */
export interface Services {
  roster?: true
  gradebook?: true
  [own: string]: unknown
}

/** What a surface knows of somebody who comes in. */
export interface Entry {
  tenant: string
  person: { subject: string; name?: string | undefined }
  role: Exclude<Role, 'guest' | 'administrator' | 'service'>
  course: { contextId: string; title?: string | undefined; services: Services }
  /** `null` where somebody comes to set one up. */
  assignment: {
    resourceLinkId: string
    title?: string | undefined
    /** The resource link it was copied from, where the platform says so. */
    copiedFrom?: string | undefined
    /** The set-up it was made of (assignment_setups), which a copy names too. */
    setup?: string | undefined
    services: Services
  } | null
  /** Whose work they come to look at: the subject of that person. */
  about?: string | undefined
}

export interface Entered {
  person: string
  course: string
  assignment: string | null
  about: string | null
}

const uuid = z.uuid()

/**
 * Finds or makes the person, the course, the membership and the assignment of somebody who comes in, all in one transaction,
 * in which `alongside` may write its own rows, or still refuse. Two at once find what the other made. A name that is no longer
 * sent is forgotten; an assignment keeps its settings, is where the surface now says it is, and a copied one is given the settings
 * of what it was copied from. What a launch changes here, migrations/0006 and 0011 must not pass over.
 */
export async function enterCourse(
  ctx: Context,
  entry: Entry,
  alongside?: (tx: Tx, entered: Entered) => Promise<void>,
): Promise<Entered> {
  return await ctx.db.inTenant(entry.tenant, async (tx) => {
    const entered = await findOrMake(ctx, tx, entry)
    await alongside?.(tx, entered)
    return entered
  })
}

async function findOrMake(ctx: Context, tx: Tx, entry: Entry): Promise<Entered> {
  const person = await enterPerson(ctx, tx, entry)
  const course = await enterCourseRow(ctx, tx, entry)
  await ctx.db.query(
    tx,
    `INSERT INTO memberships (course_id, person_id, role) VALUES ($1, $2, $3)
     ON CONFLICT (course_id, person_id) DO UPDATE SET role = EXCLUDED.role, seen_at = now(), left_at = NULL`,
    [course, person, entry.role],
  )
  const assignment = await enterAssignment(ctx, tx, entry, course)
  return { person, course, assignment, about: await findPerson(ctx, tx, entry.about) }
}

async function enterPerson(ctx: Context, tx: Tx, { person }: Entry): Promise<string> {
  const [row] = await ctx.db.query<{ id: string }>(
    tx,
    `INSERT INTO people (id, subject, name) VALUES ($1, $2, $3)
     ON CONFLICT (tenant_id, subject) DO UPDATE SET name = EXCLUDED.name RETURNING id`,
    [randomUUID(), person.subject, person.name ?? null],
  )
  return row!.id
}

async function enterCourseRow(ctx: Context, tx: Tx, { course }: Entry): Promise<string> {
  const [row] = await ctx.db.query<{ id: string }>(
    tx,
    `INSERT INTO courses (id, context_id, title, services) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, context_id)
     DO UPDATE SET title = coalesce(EXCLUDED.title, courses.title), services = courses.services || EXCLUDED.services RETURNING id`,
    [randomUUID(), course.contextId, course.title ?? null, JSON.stringify(course.services)],
  )
  return row!.id
}

/** `null` also for somebody who was never here: there is no work of theirs. */
async function findPerson(ctx: Context, tx: Tx, subject: string | undefined): Promise<string | null> {
  if (subject === undefined) return null
  const [row] = await ctx.db.query<{ id: string }>(tx, 'SELECT id FROM people WHERE subject = $1', [subject])
  return row?.id ?? null
}

/**
 * What it was copied from says what it is set to; where the platform does not tell, the set-up does, which keeps what was last
 * set in any activity made of it.
 */
async function enterAssignment(ctx: Context, tx: Tx, { assignment }: Entry, course: string): Promise<string | null> {
  if (!assignment) return null
  const [row] = await ctx.db.query<{ id: string }>(
    tx,
    `INSERT INTO assignments (id, course_id, resource_link_id, title, services, copied_from, setup_id, settings)
     VALUES ($1, $2, $3, coalesce($4, 'Song'), $5, $6, (SELECT id FROM assignment_setups WHERE id = $7), coalesce(
       (SELECT settings FROM assignments WHERE resource_link_id = $6),
       (SELECT settings FROM assignment_setups WHERE id = $7)))
     ON CONFLICT (tenant_id, resource_link_id)
     DO UPDATE SET course_id = EXCLUDED.course_id, title = coalesce($4, assignments.title), services = assignments.services || EXCLUDED.services RETURNING id`,
    [
      randomUUID(),
      course,
      assignment.resourceLinkId,
      assignment.title ?? null,
      JSON.stringify(assignment.services),
      assignment.copiedFrom ?? null,
      uuid.safeParse(assignment.setup).data ?? null,
    ],
  )
  return row!.id
}

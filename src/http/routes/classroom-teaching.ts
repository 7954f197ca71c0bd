import { z } from 'zod'
import { listPassbacks } from '../../classroom/list-passbacks.js'
import { openSubmission } from '../../classroom/open-submission.js'
import { readRoster } from '../../classroom/read-roster.js'
import { recordGrade } from '../../classroom/record-grade.js'
import { retryPassback } from '../../classroom/retry-passback.js'
import { suggestGrade } from '../../classroom/suggest-grade.js'
import { syncRoster } from '../../classroom/sync-roster.js'
import {
  gradeInputSchema,
  openedSubmissionSchema,
  passbackListSchema,
  passbackStatusSchema,
  recordedGradeSchema,
  rosterSchema,
  suggestionSchema,
} from '../../domain/classroom.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'
import { assignmentParams } from './classroom.js'

const studentParams = z.strictObject({ id: z.uuid(), person: z.uuid() })
const assignments = '/api/v1/classroom/assignments'

/** What teachers do, and teaching assistants see, of a class. */
export const teachingRoutes: Route[] = [
  route({
    method: 'get',
    path: `${assignments}/:id/roster`,
    id: 'readRoster',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read who has done what',
    params: assignmentParams,
    answers: {
      200: {
        description: 'The students, those who have left last',
        content: { 'application/json': { name: 'Roster', schema: rosterSchema } },
      },
    },
    handler: async ({ ctx, actor, params }) => json(await readRoster(ctx, actor, { assignment: params.id })),
  }),
  route({
    method: 'post',
    path: '/api/v1/classroom/roster/sync',
    id: 'syncRoster',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Ask for the course’s roster to be read anew',
    answers: {
      202: {
        description: 'It will be',
        content: {
          'application/json': { name: 'RosterSync', schema: z.strictObject({ status: z.literal('queued') }) },
        },
      },
    },
    errors: ['conflict'],
    async handler({ ctx, actor }) {
      await syncRoster(ctx, actor)
      return json({ status: 'queued' }, { status: 202 })
    },
  }),
  route({
    method: 'get',
    path: `${assignments}/:id/submissions/:person`,
    id: 'openSubmission',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Open what a student has handed in',
    params: studentParams,
    answers: {
      200: {
        description: 'The song, with the grade where there is one',
        content: { 'application/json': { name: 'OpenedSubmission', schema: openedSubmissionSchema } },
      },
    },
    handler: async ({ ctx, actor, params: { id, person } }) =>
      json(await openSubmission(ctx, actor, { assignment: id, person })),
  }),
  route({
    method: 'get',
    path: `${assignments}/:id/submissions/:person/suggestion`,
    id: 'suggestGrade',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Points that a song might be worth, with the evidence',
    params: studentParams,
    answers: {
      200: {
        description: 'A proposal, line by line; no grade is given by it',
        content: { 'application/json': { name: 'GradeSuggestion', schema: suggestionSchema } },
      },
    },
    errors: ['conflict'],
    handler: async ({ ctx, actor, params: { id, person } }) =>
      json(await suggestGrade(ctx, actor, { assignment: id, person })),
  }),
  route({
    method: 'put',
    path: `${assignments}/:id/grades/:person`,
    id: 'recordGrade',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Give a grade, or change it',
    description:
      'Where the course has a gradebook that we may write to, the grade is on its way there when this answers.',
    params: studentParams,
    body: { name: 'GradeInput', schema: gradeInputSchema, example: { points: 8.5, comment: 'A hook that stays.' } },
    answers: {
      200: {
        description: 'The grade, and its way to the gradebook where there is one',
        content: { 'application/json': { name: 'RecordedGrade', schema: recordedGradeSchema } },
      },
    },
    errors: ['conflict'],
    handler: async ({ ctx, actor, params: { id, person }, body }) =>
      json(await recordGrade(ctx, actor, { assignment: id, person, ...body })),
  }),
  route({
    method: 'get',
    path: `${assignments}/:id/passbacks`,
    id: 'listPassbacks',
    tag: 'Classroom',
    access: 'actor',
    summary: 'List what became of each grade on its way to the gradebook',
    params: assignmentParams,
    answers: {
      200: {
        description: 'What needs somebody first',
        content: { 'application/json': { name: 'PassbackList', schema: passbackListSchema } },
      },
    },
    handler: async ({ ctx, actor, params }) =>
      json({ items: await listPassbacks(ctx, actor, { assignment: params.id }) }),
  }),
  route({
    method: 'post',
    path: `${assignments}/:id/grades/:person/passback`,
    id: 'retryPassback',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Send a grade to the gradebook again',
    params: studentParams,
    answers: {
      202: {
        description: 'It is on its way',
        content: { 'application/json': { name: 'Passback', schema: passbackStatusSchema } },
      },
    },
    errors: ['conflict'],
    handler: async ({ ctx, actor, params: { id, person } }) =>
      json(await retryPassback(ctx, actor, { assignment: id, person }), { status: 202 }),
  }),
]

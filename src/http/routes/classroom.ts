import { z } from 'zod'
import { songWishSchema } from '../../classroom/assignment-request.js'
import { configureAssignment } from '../../classroom/configure-assignment.js'
import { createSetup } from '../../classroom/create-setup.js'
import { readAssignment } from '../../classroom/read-assignment.js'
import { readGrade } from '../../classroom/read-grade.js'
import { readLaunch } from '../../classroom/read-launch.js'
import { startAssignmentSong } from '../../classroom/start-assignment-song.js'
import { submitSong } from '../../classroom/submit-song.js'
import { assignmentSettingsSchema } from '../../domain/assignment.js'
import {
  assignmentViewSchema,
  launchViewSchema,
  ownGradeSchema,
  setupSchema,
  submissionSchema,
} from '../../domain/classroom.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'
import { answerSong, songType } from './answer-song.js'
import { makingErrors, song } from './mashups.js'

export const assignmentParams = z.strictObject({ id: z.uuid() })
const settings = { name: 'AssignmentSettings', schema: assignmentSettingsSchema }
const settingsInput = { name: 'AssignmentSettingsInput', schema: assignmentSettingsSchema }
const example = { topic: 'Photosynthesis', keyTerms: ['chlorophyll', 'glucose'], points: 10 }
const settingErrors = ['unknown_genre', 'unsafe_topic', 'artist_style', 'existing_lyrics', 'facts_needed'] as const

/** What a page that was opened from a course begins with, and what a student does there. */
export const classroomRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/v1/classroom/launch',
    id: 'readLaunch',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read what this page was opened for',
    answers: {
      200: {
        description: 'Course, assignment and role',
        content: { 'application/json': { name: 'Launch', schema: launchViewSchema } },
      },
    },
    errors: ['not_found'],
    handler: async ({ ctx, actor }) => json(await readLaunch(ctx, actor)),
  }),
  route({
    method: 'post',
    path: '/api/v1/classroom/setups',
    id: 'createSetup',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Set an activity up before it is in the course',
    description: 'For deep linking: the activity that the learning platform then makes names the set-up by its id.',
    body: { ...settingsInput, example },
    answers: {
      201: {
        description: 'What the activity is made of',
        content: { 'application/json': { name: 'Setup', schema: setupSchema } },
      },
    },
    errors: settingErrors,
    handler: async ({ ctx, actor, body }) => json(await createSetup(ctx, actor, body), { status: 201 }),
  }),
  route({
    method: 'get',
    path: '/api/v1/classroom/assignments/:id',
    id: 'readAssignment',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read an assignment',
    description: 'A student is told of their own songs, submission and grade; who teaches, how far the class is.',
    params: assignmentParams,
    answers: {
      200: {
        description: 'The assignment, as the one who asks may see it',
        content: { 'application/json': { name: 'Assignment', schema: assignmentViewSchema } },
      },
    },
    handler: async ({ ctx, actor, params }) => json(await readAssignment(ctx, actor, { assignment: params.id })),
  }),
  route({
    method: 'put',
    path: '/api/v1/classroom/assignments/:id/settings',
    id: 'configureAssignment',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Set an assignment up, or change it',
    params: assignmentParams,
    body: { ...settingsInput, example },
    answers: { 200: { description: 'The settings as they now are', content: { 'application/json': settings } } },
    errors: ['conflict', ...settingErrors],
    handler: async ({ ctx, actor, params, body }) =>
      json(await configureAssignment(ctx, actor, { assignment: params.id, settings: body })),
  }),
  route({
    method: 'post',
    path: '/api/v1/classroom/assignments/:id/songs',
    id: 'makeAssignmentSong',
    tag: 'Classroom',
    access: 'actor',
    costly: true,
    summary: 'Make a song for an assignment',
    description:
      'As the teacher set it, with what is left to the student. With `Accept: text/event-stream` as for any song.',
    params: assignmentParams,
    body: { name: 'SongWish', schema: songWishSchema, example: { genres: ['trap', 'baroque'] } },
    answers: {
      200: { description: 'The steps as they happen', content: { 'text/event-stream': null } },
      201: {
        description: 'The song',
        content: { 'application/json': song },
        headers: { Location: 'Where it can be read again', ETag: 'Changes with the content' },
      },
    },
    errors: ['conflict', ...makingErrors],
    async handler(exchange) {
      const { ctx, actor, params, body } = exchange
      return await answerSong(exchange, songType(exchange), (run) =>
        startAssignmentSong(ctx, actor, { assignment: params.id, ...body }, run),
      )
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/classroom/assignments/:id/submission',
    id: 'submitSong',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Hand a song in',
    description: 'One’s own, made for this assignment. It takes the place of one handed in before.',
    params: assignmentParams,
    body: { name: 'SubmissionInput', schema: z.strictObject({ song: z.uuid() }) },
    answers: {
      200: {
        description: 'What is handed in now',
        content: { 'application/json': { name: 'Submission', schema: submissionSchema } },
      },
    },
    errors: ['conflict'],
    handler: async ({ ctx, actor, params, body }) =>
      json(await submitSong(ctx, actor, { assignment: params.id, song: body.song })),
  }),
  route({
    method: 'get',
    path: '/api/v1/classroom/assignments/:id/grade',
    id: 'readOwnGrade',
    tag: 'Classroom',
    access: 'actor',
    summary: 'Read one’s own grade, and why',
    params: assignmentParams,
    answers: {
      200: {
        description: 'Points, comment, and what the song has of what was asked',
        content: { 'application/json': { name: 'OwnGrade', schema: ownGradeSchema } },
      },
    },
    errors: ['conflict'],
    handler: async ({ ctx, actor, params }) =>
      json(await readGrade(ctx, actor, { assignment: params.id, person: actor.person })),
  }),
]

import { z } from 'zod'
import { assignmentSettingsSchema, passbackStateSchema, pointsSchema } from './assignment.js'
import { platformSchema } from './chat.js'
import { linesOfText } from './plain-text.js'
import { songSchema } from './song.js'

/** What a classroom looks like from outside: to a student their own, to who teaches there everybody's. Times are ISO 8601. */
const time = z.iso.datetime()
const points = z.number().min(0)

export const submissionSchema = z.strictObject({
  song: z.uuid(),
  /** Counts from 1; one more each time another song takes the place of the one before. */
  revision: z.int().min(1),
  submittedAt: time,
})
export type Submission = z.infer<typeof submissionSchema>

/** What was asked for, and what the song has of it. */
export const evidenceSchema = z.strictObject({
  about: z.enum(['topic', 'key terms', 'facts', 'genres', 'form', 'craft']),
  asked: z.string(),
  found: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

export const suggestionSchema = z.strictObject({
  song: z.uuid(),
  points,
  maximum: points,
  evidence: z.array(evidenceSchema.extend({ points, outOf: points })),
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** A teacher's judgement. `revision` (0: none that they saw) keeps two teachers from writing over each other unseen. */
export const gradeInputSchema = z.strictObject({
  points: pointsSchema.min(0, 'must not be below 0'),
  comment: linesOfText(2000).default(''),
  revision: z
    .int()
    .min(0)
    .optional()
    .describe('The revision of the grade that this one takes the place of; 0 for none'),
})
export type GradeInput = z.input<typeof gradeInputSchema>

export const gradeSchema = z.strictObject({
  points,
  maximum: points,
  comment: z.string(),
  revision: z.int().min(1),
  gradedAt: time,
  /** The song that it speaks of; `null` when nothing was handed in, or the song is gone. */
  song: z.uuid().nullable(),
})
export type Grade = z.infer<typeof gradeSchema>

export const ownGradeSchema = gradeSchema.extend({ evidence: z.array(evidenceSchema) })
export type OwnGrade = z.infer<typeof ownGradeSchema>

export const passbackStatusSchema = z.strictObject({
  state: passbackStateSchema,
  /** For a teacher: why it is not there yet, and what to do. */
  reason: z.string().nullable(),
  attempts: z.int().min(0),
  updatedAt: time,
})
export type PassbackStatus = z.infer<typeof passbackStatusSchema>

export const rosterStudentSchema = z.strictObject({
  person: z.uuid(),
  name: z.string(),
  /** When they left the course; their work stays. */
  leftAt: time.nullable(),
  submission: submissionSchema.extend({ title: z.string() }).nullable(),
  grade: gradeSchema.nullable(),
  /** Something was handed in since the grade. */
  newer: z.boolean(),
  passback: passbackStatusSchema.nullable(),
})
export type RosterStudent = z.infer<typeof rosterStudentSchema>

export const recordedGradeSchema = z.strictObject({
  grade: gradeSchema,
  /** `null` where the course's platform takes no grades from us: nothing is sent. */
  passback: passbackStatusSchema.nullable(),
})
export type RecordedGrade = z.infer<typeof recordedGradeSchema>

export const passbackListSchema = z.strictObject({
  items: z.array(passbackStatusSchema.extend({ person: z.uuid() })),
})
export type PassbackList = z.infer<typeof passbackListSchema>

/** A student's work with the song itself. */
export const openedSubmissionSchema = rosterStudentSchema.extend({
  submission: rosterStudentSchema.shape.submission.unwrap(),
  song: songSchema,
})
export type OpenedSubmission = z.infer<typeof openedSubmissionSchema>

export const rosterSchema = z.strictObject({
  students: z.array(rosterStudentSchema),
  /** Whether the course's platform tells who is in it; else only those are known who have come. */
  canSync: z.boolean(),
  /** Whether grades can be sent to a gradebook. */
  gradebook: z.boolean(),
  synced: z
    .strictObject({
      startedAt: time,
      read: z.int(),
      added: z.int(),
      returned: z.int(),
      left: z.int(),
      complete: z.boolean(),
      /** Why the platform did not give it, and what to do; `null` when it did. */
      refused: z.string().nullable().default(null),
    })
    .nullable(),
})
export type Roster = z.infer<typeof rosterSchema>

const course = z.strictObject({ id: z.uuid(), title: z.string().nullable() })
const ownSongSchema = z.strictObject({ id: z.uuid(), title: z.string(), genres: z.array(z.string()), madeAt: time })
const assignment = {
  id: z.uuid(),
  title: z.string(),
  course,
  /** `null` until a teacher has set it up. */
  settings: assignmentSettingsSchema.nullable(),
}

/** Two views of one assignment: a student sees what is theirs, and who teaches sees how far the class is. */
export const assignmentViewSchema = z.discriminatedUnion('view', [
  z.strictObject({
    view: z.literal('student'),
    ...assignment,
    /** Those made for this assignment, the newest first. */
    songs: z.array(ownSongSchema),
    submission: submissionSchema.nullable(),
    grade: gradeSchema.nullable(),
  }),
  z.strictObject({
    view: z.enum(['teacher', 'assistant']),
    ...assignment,
    counts: z.strictObject({ students: z.int(), handedIn: z.int(), graded: z.int(), notArrived: z.int() }),
  }),
])
export type AssignmentView = z.infer<typeof assignmentViewSchema>

/** What an activity inside the LMS is made of. */
export const setupSchema = z.strictObject({ id: z.uuid(), title: z.string(), text: z.string(), points })
export type Setup = z.infer<typeof setupSchema>

export const launchViewSchema = z.strictObject({
  id: z.uuid(),
  role: z.enum(['student', 'teacher', 'assistant', 'observer']),
  course,
  assignment: z.uuid().nullable(),
  about: z.uuid().nullable(),
  /** The chats that this service speaks in. */
  chats: z.array(platformSchema),
})
export type LaunchView = z.infer<typeof launchViewSchema>

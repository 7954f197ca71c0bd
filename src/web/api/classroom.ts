import type { AssignmentSettings, AssignmentSettingsInput } from '../../domain/assignment.js'
import type {
  AssignmentView,
  GradeInput,
  LaunchView,
  OpenedSubmission,
  OwnGrade,
  PassbackStatus,
  RecordedGrade,
  Roster,
  Setup,
  Submission,
  Suggestion,
} from '../../domain/classroom.js'
import type { Song } from '../../domain/song.js'
import { ask, askJson, jsonBody } from './ask.js'
import { openPage } from './page-session.js'
import { makeSongAt, type Progress } from './songs.js'

const root = '/api/v1/classroom'
const at = (assignment: string, rest = '') => `${root}/assignments/${encodeURIComponent(assignment)}${rest}`
const put = (body: unknown): RequestInit => ({ ...jsonBody(body), method: 'PUT' })

/** Opens the page with the launch's code, and reads what it was opened for. */
export async function enter(signal: AbortSignal): Promise<LaunchView> {
  await openPage()
  return await askJson<LaunchView>(`${root}/launch`, { signal })
}

export const readAssignment = (id: string, signal: AbortSignal) => askJson<AssignmentView>(at(id), { signal })
export const configureAssignment = (id: string, settings: AssignmentSettingsInput) =>
  askJson<AssignmentSettings>(at(id, '/settings'), put(settings))
export const createSetup = (settings: AssignmentSettingsInput) => askJson<Setup>(`${root}/setups`, jsonBody(settings))

export const makeAssignmentSong = (
  id: string,
  wish: { genres?: string[]; skillLevel?: string; seed?: number },
  making: { signal: AbortSignal; onStep: (progress: Progress) => void },
): Promise<Song> => makeSongAt(at(id, '/songs'), wish, making)
export const submitSong = (id: string, song: string) => askJson<Submission>(at(id, '/submission'), put({ song }))
export const readOwnGrade = (id: string, signal: AbortSignal) => askJson<OwnGrade>(at(id, '/grade'), { signal })

export const readRoster = (id: string, signal: AbortSignal) => askJson<Roster>(at(id, '/roster'), { signal })
export const syncRoster = () => ask(`${root}/roster/sync`, { method: 'POST' })
export const openSubmission = (id: string, person: string, signal: AbortSignal) =>
  askJson<OpenedSubmission>(at(id, `/submissions/${person}`), { signal })
export const suggestGrade = (id: string, person: string, signal: AbortSignal) =>
  askJson<Suggestion>(at(id, `/submissions/${person}/suggestion`), { signal })
export const recordGrade = (id: string, person: string, grade: GradeInput) =>
  askJson<RecordedGrade>(at(id, `/grades/${person}`), put(grade))
export const retryPassback = (id: string, person: string) =>
  askJson<PassbackStatus>(at(id, `/grades/${person}/passback`), { method: 'POST' })

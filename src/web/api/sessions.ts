import type { Deed } from '../../domain/session/commands.js'
import type { LineCheck } from '../../domain/session/line-check.js'
import type { ShownEvent } from '../../domain/session/shown-event.js'
import type { SurfaceName } from '../../domain/session/stages.js'
import type { SessionView } from '../../domain/session/view-schema.js'
import type { Song } from '../../domain/song.js'
import { askJson, jsonBody } from './ask.js'

export interface LineText {
  line: string
  text: string
}
export interface ShownSession {
  view: SessionView
  /** How many of the school's groups the AI works for before this one. */
  queue: number | null
}
export interface CommandAnswer {
  view: SessionView
  check: LineCheck | null
}
/** With it others join. */
export interface Invitation {
  id: string
  invitation: string
}

/** Below it are a session's song and its files, as a song's are below the song. */
export const sessionPlace = (id: string): string => `/api/v1/sessions/${encodeURIComponent(id)}`

export const startSession = (request: object): Promise<Invitation> =>
  askJson<Invitation>('/api/v1/sessions', jsonBody({ request }))

export const readSession = (id: string, signal: AbortSignal) => askJson<ShownSession>(sessionPlace(id), { signal })

export const readSessionSong = (id: string, signal: AbortSignal) =>
  askJson<Song>(`${sessionPlace(id)}/song`, { signal })

/** In one of the ways for it to sound that are offered; its files are below it. */
export const arrangementPlace = (session: string, option: string): string =>
  `${sessionPlace(session)}/arrangements/${encodeURIComponent(option)}`

export const readArrangement = (session: string, option: string, signal: AbortSignal) =>
  askJson<Song>(`${arrangementPlace(session, option)}/song`, { signal })

export const readInvitation = (session: string, signal: AbortSignal) =>
  askJson<Invitation>(`${sessionPlace(session)}/invitation`, { signal })

/** In the place of the old one, which lets nobody in any more. */
export const renewInvitation = (session: string) =>
  askJson<Invitation>(`${sessionPlace(session)}/invitation`, { method: 'POST' })

/** Up to 1,000 of what has happened after a number, in order. */
export const readEvents = async (session: string, after: number, signal: AbortSignal) =>
  (await askJson<{ events: ShownEvent[] }>(`${sessionPlace(session)}/events?after=${after}`, { signal })).events

export const checkLines = async (id: string, lines: LineText[], signal: AbortSignal) =>
  (
    await askJson<{ checks: (LineText & { check: LineCheck })[] }>(`${sessionPlace(id)}/checks`, {
      ...jsonBody({ lines }),
      signal,
    })
  ).checks

/** The same `id` is carried out once, however often it is sent. */
export const giveCommand = (
  session: string,
  command: { id: string; surface: SurfaceName; deed: Deed; invitation?: string },
) => askJson<CommandAnswer>(`${sessionPlace(session)}/commands`, jsonBody(command))

/** A group of an assignment, as it is seen before one is in it. */
export interface Group {
  id: string
  stage: SessionView['stage']
  people: SessionView['people']
  hasRoom: boolean
  mine: boolean
  /** For who teaches: texts that wait for a decision. */
  held: number | null
  aiPaused: boolean
}

const groupsOf = (assignment: string): string =>
  `/api/v1/classroom/assignments/${encodeURIComponent(assignment)}/sessions`

export const listGroups = async (assignment: string, signal: AbortSignal): Promise<Group[]> =>
  (await askJson<{ items: Group[] }>(groupsOf(assignment), { signal })).items

export const startGroup = (assignment: string): Promise<Invitation> =>
  askJson<Invitation>(groupsOf(assignment), { method: 'POST' })

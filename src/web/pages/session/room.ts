import { createContext, useContext } from 'react'
import type { Deed } from '../../../domain/session/commands.js'
import { leadersOf } from '../../../domain/session/leaders.js'
import type { SessionView } from '../../../domain/session/view-schema.js'
import type { GenreInBrief } from '../../api/library.js'
import type { CommandAnswer } from '../../api/sessions.js'
import type { Known } from './known.js'

export type Person = SessionView['people'][number]
export type SheetLine = SessionView['lines'][number]

/** A line that somebody is writing, and what stood there when they began. */
export interface LineDraft {
  text: string
  revision: number
  was: string
}

/** What is written and not sent yet; kept in this tab, whatever happens in the session. */
export interface Drafts {
  hook: string
  reflection: string
  lines: Record<string, LineDraft>
}
export const noDrafts: Drafts = { hook: '', reflection: '', lines: {} }

export interface Rights {
  me: Person | undefined
  /** May close a stage, stop the AI and end the session. */
  leads: boolean
  teaches: boolean
  /** Sees what a teacher sees: takes part as one, or looks in, as nobody else may. */
  watches: boolean
  /** Takes part: who only looks in, or has left, does nothing. */
  here: boolean
}

export function rightsOf({ people }: SessionView): Rights {
  const me = people.find((one) => one.me)
  const here = me?.here ?? false
  const leads = leadersOf(people).some((one) => one.me)
  const watches = me === undefined || me.role === 'teacher'
  return { me, here, leads, watches, teaches: here && watches }
}

/** A group of an activity: its teacher has settled something, the topic at least. Its people come in from their course. */
export const isOfCourse = ({ settled }: SessionView): boolean => settled.fields.length > 0

export interface Room extends Omit<Known, 'view' | 'problem'> {
  id: string
  view: SessionView
  rights: Rights
  genres: readonly GenreInBrief[]
  drafts: Drafts
  changeDrafts: (change: Partial<Drafts>) => void
  /** Tells which line is being written at, to those who watch. */
  typing: Known['typing']
  writing: (line: string | null) => void
  give: (deed: Deed) => Promise<CommandAnswer>
  /** For screen readers, gathered with what else happens. */
  say: (sentence: string) => void
}

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('outside of a session')
  return room
}

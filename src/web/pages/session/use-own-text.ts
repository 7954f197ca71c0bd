import type { FormEvent } from 'react'
import type { Deed } from '../../../domain/session/commands.js'
import { useAct } from '../classroom/use-act.js'
import { useRoom } from './room.js'

/** A text of one's own for the group: kept in the tab until it is taken, and said to be written meanwhile. */
export function useOwnText(draft: 'hook' | 'reflection', deedOf: (text: string) => Deed) {
  const { drafts, changeDrafts, give, writing } = useRoom()
  const { busy, problem, act } = useAct()
  const text = drafts[draft].trim()
  return {
    problem,
    isReady: !busy && text !== '',
    /** What its field is given. */
    field: {
      value: drafts[draft],
      onChange: (written: string) => {
        changeDrafts({ [draft]: written })
        writing(null)
      },
    },
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      if (text === '') return
      act(async () => {
        await give(deedOf(text))
        changeDrafts({ [draft]: '' })
      })
    },
  }
}

import { useCallback, useRef, useState } from 'react'
import type { MashupRequestInput } from '../../../domain/mashup-request.js'
import type { Song } from '../../../domain/song.js'
import { asProblem, type Problem } from '../../api/problem.js'
import { makeSong, type Progress } from '../../api/songs.js'

export type Making =
  | { state: 'idle' }
  | { state: 'making'; steps: Progress[] }
  /** `request` is what was asked for, to be asked for again. */
  | { state: 'problem'; problem: Problem; request: MashupRequestInput }

/** A song on its way: its steps as they come, and a way to stop it. */
export function useMaking(onSong: (song: Song) => void) {
  const [making, setMaking] = useState<Making>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  const make = useCallback(
    async (request: MashupRequestInput) => {
      running.current?.abort()
      const run = new AbortController()
      running.current = run
      let steps: Progress[] = []
      setMaking({ state: 'making', steps })
      try {
        const onStep = (step: Progress) => {
          if (step.type === 'token' || run.signal.aborted) return
          steps = [...steps, step]
          setMaking({ state: 'making', steps })
        }
        const song = await makeSong(request, { signal: run.signal, onStep })
        setMaking({ state: 'idle' })
        onSong(song)
      } catch (thrown) {
        if (running.current === run) setMaking({ state: 'problem', problem: asProblem(thrown), request })
      }
    },
    [onSong],
  )

  return { making, make, cancel: () => running.current?.abort(), forget: () => setMaking({ state: 'idle' }) }
}

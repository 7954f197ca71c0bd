import { useEffect, useMemo, useRef, useState } from 'react'
import type { LineCheck } from '../../../domain/session/line-check.js'
import { checkLines, type LineText } from '../../api/sessions.js'

export type CheckOf = (line: string, text: string) => LineCheck | undefined

/** While somebody types, the checks wait until they pause. */
const pauseMs = 200

/**
 * What the checks say of lines, as they come: asked once for each text, a few at a time. A rhyme depends on its partner, so a
 * new sheet is checked anew.
 */
export function useChecks(session: string, lines: readonly LineText[]): CheckOf {
  const [checks, setChecks] = useState<ReadonlyMap<string, LineCheck>>(new Map())
  const asked = useRef('')
  const wanted = useMemo(
    () => lines.filter(({ text }) => text.trim() !== '').map(({ line, text }) => ({ line, text: text.slice(0, 160) })),
    [lines],
  )
  useEffect(() => {
    const key = JSON.stringify(wanted)
    if (wanted.length === 0 || asked.current === key) return
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      checkLines(session, wanted, leaving.signal).then(
        (found) => {
          asked.current = key
          setChecks(new Map(found.map(({ line, text, check }) => [keyOf(line, text), check])))
        },
        // Checks are a help: without them one can write all the same.
        () => {},
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [session, wanted])
  return (line, text) => checks.get(keyOf(line, text))
}

const keyOf = (line: string, text: string): string => `${line}\n${text}`

import type { ReactNode } from 'react'
import type { Problem } from '../api/problem.js'
import { Button } from '../design/button.js'
import { ErrorMessage } from '../design/status.js'
import { type KindWords, kindly } from './problem-words.js'

/** Where the same would be answered the same: something has to be changed first, or cannot be. */
const lasting = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'invalid_request',
  'unknown_genre',
  'genre_count',
  'unsafe_topic',
  'facts_needed',
  'artist_style',
  'existing_lyrics',
]

interface TroubleProps {
  problem: Problem
  /** A page's own words, by the problem's code. */
  own?: Record<string, Partial<KindWords>>
  again?: () => void
  /** Other ways to go on. */
  children?: ReactNode
}

/** What went wrong. Where trying again makes no sense, there is no button for it. */
export function Trouble({ problem, own, again, children }: TroubleProps) {
  const { title, text } = kindly(problem, own)
  const retries = again && !lasting.includes(problem.code)
  return (
    <ErrorMessage
      title={title}
      reference={problem.code === 'internal' ? problem.reference : undefined}
      actions={
        (retries || children) && (
          <>
            {retries && (
              <Button icon="again" onPress={again}>
                Try again
              </Button>
            )}
            {children}
          </>
        )
      }
    >
      {text}
    </ErrorMessage>
  )
}

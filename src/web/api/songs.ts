import type { MashupRequestInput } from '../../domain/mashup-request.js'
import type { Song } from '../../domain/song.js'
import type { LineLength } from '../../domain/song-file.js'
import { ask, askJson, jsonBody } from './ask.js'
import { streamedEvents } from './event-stream.js'
import { asProblem, Problem, problemOf } from './problem.js'
import { withShare } from './share.js'

/** What is seen of a song while it is made: an agent starts, finishes, or the whole begins again with what was found. */
export interface Progress {
  type: 'started' | 'token' | 'setback' | 'finished' | 'failed' | 'kept' | 'retry' | 'fallback'
  step?: string
  iteration: number
}

export const songPlace = (id: string): string => `/api/v1/mashup/${encodeURIComponent(id)}`
export const fileOf = (place: string, name: string, asked?: Record<string, string>): string =>
  withShare(`${place}/${name}`, asked)

interface Making {
  signal: AbortSignal
  onStep: (progress: Progress) => void
}

/** Makes a song and tells each step as it happens. Raising the signal cancels it, on the service too. */
export const makeSong = (request: MashupRequestInput, making: Making): Promise<Song> =>
  makeSongAt('/api/v1/mashup', request, making)

/** The same at another door that makes songs: an assignment's. */
export async function makeSongAt(path: string, request: object, { signal, onStep }: Making): Promise<Song> {
  const response = await ask(path, { ...jsonBody(request, { Accept: 'text/event-stream' }), signal })
  try {
    for await (const { event, data } of streamedEvents(response.body!)) {
      if (event === 'step') onStep(JSON.parse(data) as Progress)
      if (event === 'song') return JSON.parse(data) as Song
      if (event === 'problem') throw problemOf(JSON.parse(data) as object)
    }
  } catch (thrown) {
    throw asProblem(thrown)
  }
  throw new Problem('away', 'The service went away before the song was done.')
}

type Answer = Song | { id: string; status: 'pending' }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A song by its id; one that is still being made is waited for. */
export async function readSong(id: string, signal: AbortSignal): Promise<Song> {
  for (;;) {
    const song = await askJson<Answer>(withShare(songPlace(id)), { signal })
    if (!('status' in song)) return song
    await pause(1000)
    signal.throwIfAborted()
  }
}

export const readScore = async (place: string, signal: AbortSignal): Promise<ArrayBuffer> =>
  (await ask(fileOf(place, 'song.mid'), { signal })).arrayBuffer()

export const readSheet = async (place: string, lines: LineLength, signal: AbortSignal): Promise<string> =>
  (await ask(fileOf(place, 'score.svg', { lines }), { signal })).text()

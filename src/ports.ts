import type { z } from 'zod'
import type { MashupRequest } from './domain/mashup-request.js'
import type { Song } from './domain/song.js'
import type { Wanted } from './domain/song-file.js'
import type { TaskInput, TaskName } from './domain/tasks.js'
import type { heavy } from './music/heavy.js'

/** Instructions are ours; `material` is what people wrote, fenced as data. Nothing personal is in either. */
export interface Prompt {
  system: string
  material: string
}

export interface ModelCall<T> {
  task: TaskName
  input: TaskInput<TaskName>
  prompt: Prompt
  schema: z.ZodType<T>
  /** Why an answer of the right shape can still not be used, in words the model can act on; `null` when it can. */
  refuse?: (value: T) => string | null
  signal: AbortSignal
  /** Milliseconds the answer may take in all. A chain keeps some of it back, so that the next model still has its turn. */
  limit?: number
  onToken?: (text: string) => void
}

export interface Setback {
  by: string
  why: string
}

export interface ModelAnswer<T> {
  value: T
  /** Who answered: "embedded", "ollama:llama3.1:8b-instruct-q4_K_M". */
  by: string
  /** Calls it took, those that failed included. */
  attempts: number
  setbacks: Setback[]
}

/**
 * Writes for the agents. Implementations keep one promise: the value fits the schema, or `generate` rejects with AppError
 * `model_failed` (it answered badly), `unavailable` (no server, no model, no key), `timeout`, or `cancelled` (the signal was
 * raised). The error's faults say of each call who failed (`at`) and why.
 */
export interface Model {
  readonly name: string
  generate<T>(call: ModelCall<T>): Promise<ModelAnswer<T>>
  /** `null` when it can answer now; else what is missing, in words an administrator can act on. */
  trouble(signal: AbortSignal): Promise<string | null>
}

type Heavy = typeof heavy

/** A song of the embedded composer, and how long each agent took. */
export interface WholeSong {
  song: Song
  took: { agent: TaskName; seconds: number }[]
}

/** Work that would hold up the event loop, done in a worker thread (or right here, for one song on the command line). */
export interface Compute {
  run<N extends keyof Heavy>(
    name: N,
    input: Parameters<Heavy[N]>[0],
    signal?: AbortSignal,
  ): Promise<ReturnType<Heavy[N]>>
  /**
   * Where there are threads: a song of the embedded composer from the first step to the last, in one of them. `null` when it did
   * not go smoothly: it is then made step by step, where that is seen.
   */
  song?(parts: { id: string; request: MashupRequest }, signal?: AbortSignal): Promise<WholeSong | null>
  close(): Promise<void>
}

/**
 * A song's files: scores and sound, made in worker threads and kept on disk. Rejects with AppError `storage_full`, `unavailable`
 * or `timeout`.
 */
export interface Renderings {
  /** The whole file. The same song and format give the same bytes. */
  file(song: Song, wanted: Wanted): Promise<Uint8Array>
  close(): Promise<void>
}

/** What one take left of a key's points in its window; both times in whole seconds. */
export interface Allowance {
  allowed: boolean
  remaining: number
  /** Until the window starts anew; when not allowed, this is when to try again. */
  resetAfter: number
}

export interface RateLimit {
  readonly name: string
  readonly points: number
  readonly seconds: number
  /** Takes one of the key's points. */
  take(key: string): Promise<Allowance>
}

/** State that processes share: Redis, or the memory of the one process there is. */
export interface SharedState {
  readonly kind: 'redis' | 'memory'
  /** `points` for each key in every `seconds`; who asks for the same name counts with the others. Falls back to memory while Redis is away. */
  rateLimit(name: string, points: number, seconds: number): RateLimit
  ready(): Promise<boolean>
  close(): Promise<void>
}

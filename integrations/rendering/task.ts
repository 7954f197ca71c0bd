import type { Song } from '../../src/domain/song.js'
import type { Wanted } from '../../src/domain/song-file.js'
import type { ErrorCode } from '../../src/errors.js'

/** What a worker thread is handed, and what it hands back; `stack` is for the log. */
export interface Task {
  song: Song
  wanted: Wanted
}
export type Told = { ok: true; bytes: Uint8Array } | { ok: false; code: ErrorCode; message: string; stack: string }

/** Makes a file anew, wherever it does so. */
export interface Renderer {
  render(song: Song, wanted: Wanted): Promise<Uint8Array>
  close(): Promise<void>
}

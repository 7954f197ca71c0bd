import type { Song } from '../../domain/song.js'
import { asAppError } from '../../errors.js'
import type { MashupRun } from '../../mashups/generate-mashup.js'
import { eventStream } from '../event-stream.js'
import { toProblem } from '../problem.js'
import type { Exchange } from '../route.js'

type Asked = Pick<
  Exchange<unknown, unknown, unknown, unknown>,
  'ctx' | 'req' | 'res' | 'requestId' | 'signal' | 'lifecycle'
>

/** Each step as it happens, then the song, then the end; what goes wrong on the way is an event `problem`. */
export async function streamSong(
  { ctx, req, res, requestId, signal, lifecycle }: Asked,
  make: (run: MashupRun) => Promise<Song>,
): Promise<null> {
  const events = eventStream(res, lifecycle)
  try {
    events.send('song', await make({ signal, onProgress: (progress) => events.send('step', progress) }))
  } catch (thrown) {
    if (!events.opened) throw thrown
    const error = asAppError(thrown)
    if (error.code === 'internal') ctx.log.error({ err: thrown }, 'a streamed mashup failed')
    events.send('problem', toProblem(error, { path: req.path, requestId }))
  }
  events.end()
  return null
}

import type { Song } from '../../domain/song.js'
import { AppError, asAppError } from '../../errors.js'
import type { MashupRun } from '../../mashups/generate-mashup.js'
import { eventStream } from '../event-stream.js'
import { toProblem } from '../problem.js'
import { json, type Reply } from '../reply.js'
import type { Exchange } from '../route.js'

type Asked = Pick<
  Exchange<unknown, unknown, unknown, unknown>,
  'ctx' | 'req' | 'res' | 'requestId' | 'signal' | 'lifecycle'
>

type Make = (run: MashupRun) => Promise<Song>
const types = ['application/json', 'text/event-stream'] as const
type SongType = (typeof types)[number]

export const songPath = (id: string): string => `/api/v1/mashup/${id}`

/** As what a song is wanted; rejects with `not_acceptable` before one is made. */
export function songType({ req, res }: Pick<Asked, 'req' | 'res'>): SongType {
  res.vary('Accept')
  const type = types.find((one) => one === req.accepts([...types]))
  if (!type) throw new AppError('not_acceptable', 'A song comes as application/json or as text/event-stream.')
  return type
}

/** Makes a song and hands it over: whole, or with the steps to it. */
export async function answerSong(exchange: Asked, type: SongType, make: Make): Promise<Reply | null> {
  if (type === 'text/event-stream') return await streamSong(exchange, make)
  const made = await make({ signal: exchange.signal })
  return json(made, { status: 201, headers: { Location: songPath(made.id) } })
}

/** Each step as it happens, then the song, then the end; what goes wrong on the way is an event `problem`. */
async function streamSong({ ctx, req, res, requestId, signal, lifecycle }: Asked, make: Make): Promise<null> {
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

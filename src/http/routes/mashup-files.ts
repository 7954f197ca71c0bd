import { z } from 'zod'
import type { Context } from '../../context.js'
import type { Actor } from '../../domain/actor.js'
import type { Song } from '../../domain/song.js'
import { type Format, formatNames, formats, isSound, lineLengths } from '../../domain/song-file.js'
import { AppError } from '../../errors.js'
import { exportMashup } from '../../mashups/export-mashup.js'
import { readMashup } from '../../mashups/read-mashup.js'
import { contentDisposition, text } from '../reply.js'
import { type Answer, type Route, route } from '../route.js'
import { mashupParams, shareQuery } from './mashups.js'

const camel = (name: string): string => name.replace(/[^a-z0-9]+(\w)/gi, (_, letter: string) => letter.toUpperCase())

/** What a browser shows or plays by itself; everything else it saves. */
const shown: readonly Format[] = ['score.svg', 'score.png', 'score.pdf', 'song.mp3', 'song.ogg']
/** Of which players and readers fetch parts. */
const ranged: readonly Format[] = ['score.pdf', 'song.mp3', 'song.ogg']

const download = z.stringbool().optional().describe('`1` to have it saved, and not shown or played')
const fileQuery = z.strictObject({ download })
const soundQuery = z.strictObject({
  download,
  excerpt: z.coerce
    .number()
    .int()
    .min(5)
    .max(120)
    .optional()
    .describe('So many seconds from the first chorus, and not the whole song'),
})

const sheetQuery = z.strictObject({
  download,
  lines: z
    .enum(lineLengths)
    .optional()
    .describe('`long` as printed; `short` for a narrow screen: fewer bars on a line, so that they can be read there'),
})

const parts = (format: Format): Record<number, Answer> =>
  ranged.includes(format)
    ? {
        206: {
          description: 'The part that `Range` asks for',
          content: { [formats[format].mediaType]: null },
          headers: { 'Content-Range': 'Which bytes of how many' },
        },
      }
    : {}

interface SongOf<P extends { id: string }> {
  /** Of the paths: "/api/v1/mashup/:id". */
  below: string
  /** What is in them. */
  params: z.ZodObject & z.ZodType<P>
  /** Begins the names of the operations: "read". */
  id: string
  tag: Route['tag']
  /** A share link opens it too. */
  shareable?: boolean
  song: (ctx: Context, actor: Actor, params: P, share?: string) => Promise<Song>
}

/** All that a file's route may be asked, whichever it is. */
type FileQuery = typeof soundQuery & typeof sheetQuery & typeof shareQuery

function queryOf(format: Format, shareable: boolean): FileQuery {
  const query = isSound(format) ? soundQuery : format === 'score.svg' ? sheetQuery : fileQuery
  return (shareable ? query.extend(shareQuery.shape) : query) as unknown as FileQuery
}

/** One route for each of a song's files, wherever the song is. */
export const fileRoutes = <P extends { id: string }>({
  below,
  params,
  id,
  tag,
  shareable = false,
  song,
}: SongOf<P>): Route[] =>
  formatNames.map((format) =>
    route({
      method: 'get',
      path: `${below}/${format}`,
      id: camel(`${id}-${format}`),
      tag,
      access: 'actor',
      summary: `Fetch ${format}`,
      params,
      query: queryOf(format, shareable),
      shareable,
      ...(ranged.includes(format) && {
        headers: { Range: 'One range of bytes (RFC 9110, 14)', 'If-Range': 'The ETag that the range has to be of' },
      }),
      answers: {
        200: {
          description: 'The file, named after the song',
          content: { [formats[format].mediaType]: null },
          headers: { ETag: 'Changes with the content', 'Content-Disposition': 'Its name (RFC 6266)' },
        },
        ...parts(format),
      },
      errors: [
        'conflict',
        'model_failed',
        'timeout',
        'storage_full',
        ...(ranged.includes(format) ? (['range_not_satisfiable'] as const) : []),
      ],
      async handler({ ctx, actor, params, query }) {
        const { content, mediaType, fileName } = await exportMashup(ctx, {
          song: await song(ctx, actor, params, query.share),
          format,
          excerpt: query.excerpt,
          lines: query.lines,
        })
        const kind = shown.includes(format) && !query.download ? 'inline' : 'attachment'
        const reply = text(mediaType, content, { 'Content-Disposition': contentDisposition(fileName, kind) })
        return { ...reply, ranges: ranged.includes(format) }
      },
    }),
  )

const known = fileRoutes({
  below: '/api/v1/mashup/:id',
  params: mashupParams,
  id: 'read',
  tag: 'Mashups',
  shareable: true,
  async song(ctx, actor, { id }, share) {
    const mashup = await readMashup(ctx, actor, id, share)
    if (mashup.status === 'pending') throw new AppError('conflict', 'The song is still being made.', { retryAfter: 1 })
    return mashup.song
  },
})

/** Any other name: said to be unknown, with those that are known. */
const unknown = route({
  method: 'get',
  path: '/api/v1/mashup/:id/:file',
  id: 'readUnknownFile',
  tag: 'Mashups',
  access: 'actor',
  summary: 'Any other file: 404, with the names of those that there are',
  params: z.strictObject({ id: z.string(), file: z.string() }),
  answers: {},
  handler: () => {
    throw new AppError('not_found', `A song has no such file. It has ${formatNames.join(', ')}.`)
  },
})

export const mashupFileRoutes: Route[] = [...known, unknown]

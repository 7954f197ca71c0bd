import { AppError } from '../../errors.js'
import { type ExportFormat, exportFormats, exportMashup } from '../../mashups/export-mashup.js'
import { readMashup } from '../../mashups/read-mashup.js'
import { contentDisposition, text } from '../reply.js'
import { type Route, route } from '../route.js'
import { mashupParams } from './mashups.js'

const names = Object.keys(exportFormats) as ExportFormat[]
const camel = (name: string): string => name.replace(/[^a-z0-9]+(\w)/gi, (_, letter: string) => letter.toUpperCase())

/** One route for each of a song's files. */
export const mashupFileRoutes: Route[] = names.map((format) =>
  route({
    method: 'get',
    path: `/api/v1/mashup/:id/${format}`,
    id: camel(`read-${format}`),
    tag: 'Mashups',
    access: 'actor',
    summary: `Fetch ${format}`,
    params: mashupParams,
    answers: {
      200: {
        description: 'The file, named after the song',
        content: { [exportFormats[format].mediaType]: null },
        headers: { ETag: 'Changes with the content', 'Content-Disposition': 'Its name (RFC 6266)' },
      },
      304: { description: 'Not changed since the ETag of `If-None-Match`' },
    },
    errors: ['conflict', 'model_failed', 'timeout'],
    async handler({ ctx, actor, params }) {
      const mashup = await readMashup(ctx, actor, params.id)
      if (mashup.status === 'pending')
        throw new AppError('conflict', 'The song is still being made.', { retryAfter: 1 })
      const { content, mediaType, fileName } = await exportMashup({ song: mashup.song, format })
      return text(mediaType, content, { 'Content-Disposition': contentDisposition(fileName) })
    },
  }),
)

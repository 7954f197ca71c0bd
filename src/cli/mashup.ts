import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { type Config, environment, readConfig } from '../config.js'
import type { Context } from '../context.js'
import type { MashupRequest, MashupRequestInput } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { type Format, formatNames, formats } from '../domain/song-file.js'
import { localTenant } from '../domain/tenant.js'
import { AppError } from '../errors.js'
import { createLogger } from '../logger.js'
import { compose } from '../main/compose.js'
import { lazyRenderings } from '../main/lazy-renderings.js'
import { exportMashup } from '../mashups/export-mashup.js'
import { drawSeed } from '../mashups/generate-mashup.js'
import { mashupId } from '../mashups/mashup-id.js'
import { understandRequest } from '../mashups/understand-request.js'
import { composeSong } from '../workflow/run.js'
import { notWritable, outFolder } from './out-folder.js'
import { progressLine } from './progress-line.js'
import { atOptions, parseOptions, readRequest } from './read-request.js'
import { songForReading } from './song-for-reading.js'

const help = `Usage: npm run mashup -- "trap x baroque about photosynthesis" [options]

  --level LEVEL         beginner, intermediate or advanced
  --grade N             school grade, 1 to 12
  --seed N              the same request and seed give the same song
  --genres a,b          the genres to blend, when they do not stand in the request
  --topic TOPIC         the subject, when it does not stand in the request
  --terms a,b           words that the song should use
  --facts FILE          true sentences to sing, one a line
  --objectives a,b      what is to be learned
  --hook LINE           the line that its chorus comes back to; the agents choose where there is none
  --language TAG        "en"
  --models NAMES        who composes: embedded, ollama, openai, anthropic; the next one answers when one cannot
  --out DIR             write the song and all its files there
  --json                print the song as JSON and nothing else
`

/** The configuration with the models of `--models`, whose fault is told by the option's name. */
function configWith(models: string | undefined): Config {
  const env = environment()
  if (models === undefined) return readConfig(env)
  try {
    return readConfig({ ...env, LMM_MODELS: models })
  } catch (thrown) {
    const fault = thrown instanceof AppError && thrown.faults.find(({ at }) => at === 'LMM_MODELS')
    throw fault ? new AppError('invalid_request', `--models: ${fault.message}`, { cause: thrown }) : thrown
  }
}

function understood(asked: MashupRequestInput): MashupRequest {
  try {
    return understandRequest(asked, { seed: drawSeed() })
  } catch (thrown) {
    throw atOptions(thrown)
  }
}

/** `npm run mashup -- "…"`: a song on the terminal, with no database and nothing to set up. */
export async function mashup(args: string[]): Promise<number> {
  const { values, positionals } = parseOptions(args)
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  if (positionals.length > 1)
    throw new AppError('invalid_request', 'Put the request in quotes: it came as several words.')
  const request = understood(await readRequest(positionals[0], values))
  const config = configWith(values.models)
  if (values.out !== undefined) await outFolder(values.out)
  const log = createLogger({ logLevel: config.logLevel === 'info' ? 'error' : config.logLevel })
  const { ctx, close } = await compose(config, {
    database: 'none',
    log,
    compute: inlineCompute(),
    renderings: lazyRenderings,
  })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  try {
    const trouble = await ctx.model.trouble(stop.signal)
    if (trouble) process.stderr.write(`${trouble}\n`)
    const song = await composeSong(ctx, request, {
      id: mashupId({ tenant: localTenant, person: 'command-line' }, request),
      signal: stop.signal,
      onProgress: (progress) => {
        const line = progressLine(progress)
        if (line) process.stderr.write(`${line}\n`)
      },
    })
    const json = `${JSON.stringify(song, null, 2)}\n`
    process.stdout.write(values.json ? json : `\n${songForReading(song)}\n`)
    if (values.out !== undefined) await writeFiles(ctx, song, json, values.out)
    return 0
  } finally {
    await close()
  }
}

async function writeFiles(ctx: Context, song: Song, json: string, folder: string): Promise<void> {
  try {
    await writeFile(join(folder, 'song.json'), json)
    // What is only written down stands there at once; engraving and sound take seconds, each told as it comes.
    const drawn = formatNames.filter((format) => isDrawn(formats[format].mediaType))
    const written = formatNames.filter((format) => !drawn.includes(format))
    const write = async (format: Format) =>
      writeFile(join(folder, format), (await exportMashup(ctx, { song, format })).content)
    for (const format of written) await write(format)
    process.stderr.write(`  Wrote song.json, ${written.join(', ')} to ${folder}\n`)
    for (const format of drawn) {
      await write(format)
      process.stderr.write(`  Wrote ${format}\n`)
    }
  } catch (cause) {
    throw notWritable(folder, cause)
  }
}

/** Pictures, pages and sound; the rest is text and numbers. */
const isDrawn = (mediaType: string): boolean =>
  /^(image|audio)\/(?!midi)/.test(mediaType) || mediaType === 'application/pdf'

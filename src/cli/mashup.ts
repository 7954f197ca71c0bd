import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { environment, readConfig } from '../config.js'
import type { Context } from '../context.js'
import { type MashupRequestInput, mashupRequestInputSchema } from '../domain/mashup-request.js'
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
import { progressLine } from './progress-line.js'
import { songForReading } from './song-for-reading.js'

const options = {
  level: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  genres: { type: 'string' },
  topic: { type: 'string' },
  terms: { type: 'string' },
  facts: { type: 'string' },
  grade: { type: 'string' },
  language: { type: 'string' },
  objectives: { type: 'string' },
  models: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const help = `Usage: npm run mashup -- "trap x baroque about photosynthesis" [options]

  --level LEVEL         beginner, intermediate or advanced
  --grade N             school grade, 1 to 12
  --seed N              the same request and seed give the same song
  --genres a,b          the genres to blend, when they do not stand in the request
  --topic TOPIC         the subject, when it does not stand in the request
  --terms a,b           words that the song should use
  --facts FILE          true sentences to sing, one a line
  --objectives a,b      what is to be learned
  --language TAG        "en"
  --models NAMES        who composes: embedded, ollama, openai, anthropic; the next one answers when one cannot
  --out DIR             write the song and all its files there
  --json                print the song as JSON and nothing else
`

const list = (text: string | undefined) =>
  text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean)
const number = (text: string | undefined) =>
  text === undefined ? undefined : text.trim() === '' ? Number.NaN : Number(text)

async function factsOf(file: string | undefined): Promise<string[] | undefined> {
  if (file === undefined) return undefined
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid_request', `--facts: the file ${file} cannot be read.`, { cause })
  })
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}

/** Options by the names of the request's fields, for what is said of a fault. */
const optionOf: Record<string, string> = {
  prompt: 'the request',
  skillLevel: '--level',
  gradeLevel: '--grade',
  keyTerms: '--terms',
  learningObjectives: '--objectives',
}

async function readRequest(
  prompt: string | undefined,
  values: ReturnType<typeof parse>['values'],
): Promise<MashupRequestInput> {
  const parsed = mashupRequestInputSchema.safeParse({
    prompt: prompt ?? '',
    genres: list(values.genres),
    topic: values.topic,
    keyTerms: list(values.terms),
    facts: await factsOf(values.facts),
    skillLevel: values.level,
    gradeLevel: number(values.grade),
    learningObjectives: list(values.objectives),
    language: values.language,
    seed: number(values.seed),
  })
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => {
    const field = String(path[0] ?? '')
    return { at: optionOf[field] ?? `--${field}`, message }
  })
  throw new AppError('invalid_request', 'This cannot be made into a song:', { faults })
}

const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true })

/** `npm run mashup -- "…"`: a song on the terminal, with no database and nothing to set up. */
export async function mashup(args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  if (positionals.length > 1)
    throw new AppError('invalid_request', 'Put the request in quotes: it came as several words.')
  const request = understandRequest(await readRequest(positionals[0], values), { seed: drawSeed() })
  const env = environment()
  const config = readConfig(values.models === undefined ? env : { ...env, LMM_MODELS: values.models })
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
    await mkdir(folder, { recursive: true })
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
    const { code } = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    throw new AppError('invalid_request', `--out: the folder ${folder} cannot be written to (${code}).`, { cause })
  }
}

/** Pictures, pages and sound; the rest is text and numbers. */
const isDrawn = (mediaType: string): boolean =>
  /^(image|audio)\/(?!midi)/.test(mediaType) || mediaType === 'application/pdf'

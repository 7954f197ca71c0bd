import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type MashupRequestInput, mashupRequestInputSchema } from '../domain/mashup-request.js'
import { plainFault } from '../domain/plain-fault.js'
import { AppError } from '../errors.js'

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
  hook: { type: 'string' },
  models: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Throws as node:util's parseArgs does for an option that is not known. */
export const parseOptions = (args: string[]) => parseArgs({ args, options, allowPositionals: true })
type Options = ReturnType<typeof parseOptions>['values']

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
const optionFor = (field: PropertyKey = ''): string => optionOf[String(field)] ?? `--${String(field)}`

/** What is wrong with a request, at the options that it was typed with: "/keyTerms/0" is --terms. */
export function atOptions(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  const faults = thrown.faults.map(({ at, message }) => ({ at: optionFor(at.split('/')[1]), message }))
  return new AppError(thrown.code, thrown.message, { faults, cause: thrown })
}

/** A request as it was typed; rejects with `invalid_request`, each fault at its option. */
export async function readRequest(prompt: string | undefined, values: Options): Promise<MashupRequestInput> {
  const given = {
    prompt: prompt ?? '',
    genres: list(values.genres),
    topic: values.topic,
    keyTerms: list(values.terms),
    facts: await factsOf(values.facts),
    skillLevel: values.level,
    gradeLevel: number(values.grade),
    learningObjectives: list(values.objectives),
    hook: values.hook,
    language: values.language,
    seed: number(values.seed),
  }
  const parsed = mashupRequestInputSchema.safeParse(given, { error: plainFault })
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => ({ at: optionFor(path[0]), message }))
  throw new AppError('invalid_request', 'This cannot be made into a song:', { faults })
}

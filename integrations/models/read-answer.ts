import type { z } from 'zod'

type Reading<T> = { value: T } | { why: string }

/** The object within an answer: small models put fences or a friendly word around it. */
function objectWithin(text: string): unknown {
  const start = text.indexOf('{')
  const end = text.lastIndexOf('}')
  if (start < 0 || end < start) return undefined
  try {
    return JSON.parse(text.slice(start, end + 1))
  } catch {
    return undefined
  }
}

const at = (root: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root)

/** Takes out what is merely too much: keys nobody asked for, entries beyond a list's end. Changes `value` in place. */
function trim(value: unknown, issues: z.core.$ZodIssue[]): void {
  for (const issue of issues) {
    const target = at(value, issue.path)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) delete (target as Record<string, unknown>)[key]
    if (issue.code === 'too_big' && Array.isArray(target))
      target.length = Math.min(target.length, Number(issue.maximum))
  }
}

/** What is wrong in words a model can act on; at most five things, so that it does not lose its way. */
const inWords = (issues: z.core.$ZodIssue[]): string =>
  issues
    .slice(0, 5)
    .map((issue) => `${issue.path.map(String).join('.') || 'the answer'}: ${issue.message}`)
    .join('; ')

/** An answer's text as a value of the schema that `refuse` takes, or why not. */
export function readAnswer<T>(text: string, schema: z.ZodType<T>, refuse?: (value: T) => string | null): Reading<T> {
  if (text.trim() === '') return { why: 'the answer was empty' }
  const found = objectWithin(text)
  if (found === undefined) return { why: 'the answer was not one whole JSON object' }
  let parsed = schema.safeParse(found)
  if (!parsed.success) {
    trim(found, parsed.error.issues)
    parsed = schema.safeParse(found)
  }
  if (!parsed.success) return { why: `the answer had the wrong shape: ${inWords(parsed.error.issues)}` }
  const why = refuse?.(parsed.data) ?? null
  return why === null ? { value: parsed.data } : { why }
}

import type { z } from 'zod'

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

const formats: Record<string, string> = {
  uuid: 'a UUID',
  guid: 'a UUID',
  url: 'a URL',
  email: 'an e-mail address',
  datetime: 'a date and time such as 2030-01-31T12:00:00Z',
  date: 'a date such as 2030-01-31',
}

const orOf = (values: readonly unknown[]): string =>
  values
    .map(String)
    .reduce((said, value, at) => (at === values.length - 1 ? `${said} or ${value}` : `${said}, ${value}`))

/** What a size counts: characters of a text, entries of a list; a number is its own size. */
const unit = (origin: string, size: number | bigint): string =>
  origin === 'string'
    ? ` character${size === 1 ? '' : 's'}`
    : origin === 'array'
      ? ` entr${size === 1 ? 'y' : 'ies'}`
      : ''

const verb = (origin: string): string => (origin === 'string' || origin === 'array' ? 'must have' : 'must be')

/**
 * What is wrong with an input, for people: goes on from the name of its field ("must be at most 12"). For zod's
 * `safeParse(value, { error: plainFault })`; what a schema says in its own words stays.
 */
export const plainFault: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${orOf(issue.values)}`
    case 'too_big':
      return `${verb(issue.origin)} ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unit(issue.origin, issue.maximum)}`
    case 'too_small':
      return `${verb(issue.origin)} ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unit(issue.origin, issue.minimum)}`
    case 'invalid_format':
      return formats[issue.format] ? `must be ${formats[issue.format]}` : 'is not written as it should be'
    case 'unrecognized_keys':
      return 'is not known here'
    case 'invalid_union':
      return 'has none of the forms that it may have'
    default:
      return undefined
  }
}

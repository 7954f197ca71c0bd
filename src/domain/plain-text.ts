import { z } from 'zod'

/** No characters: halves of one, and signs that turn or hide what stands beside them. */
const unseen = /[\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const seen = (text: string): string => text.normalize('NFC').replace(unseen, '')

/** One line of words: no control characters, no runs of white space, nothing unseen. */
export const asLine = (text: string): string =>
  seen(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** As `asLine`, but for its line breaks. */
const asProse = (text: string): string =>
  seen(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()

const atMost = (max: number) => z.string().max(max, `must be at most ${max} characters`)

/** What somebody wrote, as it is kept: measured after it was tidied. */
export const lineOfText = (max: number) => z.string().transform(asLine).pipe(atMost(max).min(1, 'must not be empty'))

/** The same of several lines, or none. */
export const linesOfText = (max: number) => z.string().transform(asProse).pipe(atMost(max))

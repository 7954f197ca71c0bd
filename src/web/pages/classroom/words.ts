import type { PassbackStatus } from '../../../domain/classroom.js'
import type { Tone } from '../../design/card.js'

/** Where a grade is on its way to the gradebook: a word for the table, and a sentence for the student's page. */
export const passbackWords: Record<PassbackStatus['state'], { word: string; tone: Tone; text: string }> = {
  queued: { word: 'On its way', tone: 'note', text: 'The grade is on its way to the gradebook.' },
  sent: {
    word: 'Sent',
    tone: 'note',
    text: 'The gradebook has taken the grade; we cannot read there whether it shows.',
  },
  confirmed: { word: 'In the gradebook', tone: 'good', text: 'The grade stands in the gradebook.' },
  refused: { word: 'Not taken', tone: 'bad', text: 'The gradebook did not take the grade.' },
  'needs attention': { word: 'Needs you', tone: 'care', text: 'The grade is not in the gradebook yet.' },
}

export const points = (value: number): string => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value)

export const day = (time: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time))

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

import { z } from 'zod'
import { genreSchema } from '../../domain/genre.js'
import { subjectSchema, topicSchema } from '../../domain/topic.js'
import { genres } from '../../knowledge/genres.js'
import { topics } from '../../knowledge/topics.js'
import type { Route } from '../route.js'
import { catalogueRoutes } from './catalogue.js'

const topicFilters = {
  subject: subjectSchema.optional().describe('Only of this subject'),
  grade: z.coerce.number().int().min(1).max(12).optional().describe('Only what this school grade learns'),
}

export const educationRoutes: Route[] = [
  ...catalogueRoutes({
    plural: 'genres',
    singular: 'genre',
    schema: genreSchema,
    summary: ['id', 'name', 'aliases', 'region', 'tempo', 'meters', 'instruments', 'origin'],
    items: genres,
    key: ({ id }) => id,
    words: ({ id, name, aliases, region }) => [id, name, region, ...aliases],
  }),
  ...catalogueRoutes({
    plural: 'topics',
    singular: 'topic',
    schema: topicSchema,
    summary: ['id', 'name', 'subject', 'grades', 'standards'],
    items: topics,
    key: ({ id }) => id,
    words: ({ id, name, subject, aliases, terms }) => [id, name, subject, ...aliases, ...terms.map(({ term }) => term)],
    filters: {
      schema: topicFilters,
      passes: ({ subject, grades: [first, last] }, { subject: only, grade }) =>
        (only === undefined || subject === only) &&
        (grade === undefined || (first <= Number(grade) && Number(grade) <= last)),
    },
  }),
]

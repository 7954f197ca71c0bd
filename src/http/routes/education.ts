import { z } from 'zod'
import { genreSchema } from '../../domain/genre.js'
import { learningObjectiveSchema } from '../../domain/learning-objective.js'
import { subjectSchema, topicSchema } from '../../domain/topic.js'
import { genres } from '../../knowledge/genres.js'
import { objectives } from '../../knowledge/objectives.js'
import { topics } from '../../knowledge/topics.js'
import type { Route } from '../route.js'
import { catalogueRoutes } from './catalogue.js'

const forGrade = z.coerce.number().int().min(1).max(12).optional().describe('Only what is for this school grade')
const isFor = ([first, last]: [number, number], grade: unknown): boolean =>
  grade === undefined || (first <= Number(grade) && Number(grade) <= last)

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
      schema: { subject: subjectSchema.optional().describe('Only of this subject'), grade: forGrade },
      passes: ({ subject, grades }, query) =>
        (query.subject === undefined || subject === query.subject) && isFor(grades, query.grade),
    },
  }),
  ...catalogueRoutes({
    plural: 'objectives',
    singular: 'objective',
    schema: learningObjectiveSchema,
    summary: ['code', 'process', 'grades', 'text'],
    items: objectives,
    key: ({ code }) => code,
    words: ({ code, process, text }) => [code, process, text],
    filters: { schema: { grade: forGrade }, passes: ({ grades }, query) => isFor(grades, query.grade) },
  }),
]

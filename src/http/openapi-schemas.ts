import { z } from 'zod'
import { problemSchema } from './problem.js'
import type { NamedSchema, Route } from './route.js'

export type JsonSchema = z.core.JSONSchema.BaseSchema

export interface OpenApiParameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

const at = (name: string) => `#/components/schemas/${name}`
export const reference = (name: string): JsonSchema => ({ $ref: at(name) })

/**
 * A string that is tidied before it is measured is a pipe, and a pipe's input side knows none of the limits of its output.
 * They hold for what is sent too, so they are told.
 */
const limitsOfPipes: z.core.ToJSONSchemaParams['override'] = ({ zodSchema, jsonSchema }) => {
  if (!(zodSchema instanceof z.ZodPipe) || jsonSchema.type !== 'string') return
  const { $schema: _, ...out } = z.toJSONSchema(zodSchema.out as z.ZodType, { unrepresentable: 'any' })
  if (out.type === 'string') Object.assign(jsonSchema, { ...out, ...jsonSchema })
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  z.toJSONSchema(schema, { io, override: limitsOfPipes })

function componentsIn(named: NamedSchema[], io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const { name, schema } of named) if (!registry.has(schema)) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { io, uri: at, override: limitsOfPipes })
  for (const schema of Object.values(schemas)) {
    delete schema.$id
    delete schema.$schema
  }
  return schemas
}

/** Every named schema of the table; what comes in as it is sent, what goes out as it is answered. */
export function componentsOf(routes: readonly Route[]): Record<string, JsonSchema> {
  const bodies = routes.flatMap((route) => (route.body ? [route.body] : []))
  const answers = routes.flatMap((route) =>
    Object.values(route.answers).flatMap(({ content }) => Object.values(content ?? {})),
  )
  const outgoing = answers.filter((answer) => answer !== null)
  return {
    ...componentsIn(bodies, 'input'),
    ...componentsIn([{ name: 'Problem', schema: problemSchema }, ...outgoing], 'output'),
  }
}

function objectParameters(schema: z.ZodObject | undefined, place: 'path' | 'query'): OpenApiParameter[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as JsonSchema
    return { name, in: place, required: required.includes(name), ...(description && { description }), schema: rest }
  })
}

export function parametersOf({
  params,
  query,
  headers = {},
}: Pick<Route, 'params' | 'query' | 'headers'>): OpenApiParameter[] {
  const fromHeaders = Object.entries(headers).map(
    ([name, description]): OpenApiParameter => ({
      name,
      in: 'header',
      required: false,
      description,
      schema: { type: 'string' },
    }),
  )
  return [...objectParameters(params, 'path'), ...objectParameters(query, 'query'), ...fromHeaders]
}

import { expect } from '@jest/globals'
import { z } from 'zod'
import type { OpenApi } from '../../src/http/openapi.js'
import type { Answer } from './serve.js'

/** Holds an answer to what the document says of it: its status, its media type, its body. `path` as the table has it. */
export function conformsTo(document: OpenApi, method: string, path: string, answer: Answer): void {
  const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
  const response = operation?.responses[answer.status]
  expect(response).toBeDefined()
  const type = answer.headers.get('content-type')?.split(';')[0]
  if ([204, 302, 304].includes(answer.status)) return
  expect(Object.keys(response!.content ?? {})).toContain(type)
  const { $ref } = response!.content![type!]!.schema
  if (!$ref) return
  const inDefinitions = JSON.parse(
    JSON.stringify({ $ref, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  )
  const result = z.fromJSONSchema(inDefinitions).safeParse(answer.json())
  expect(result.error).toBeUndefined()
}

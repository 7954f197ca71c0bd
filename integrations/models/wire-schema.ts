import { z } from 'zod'

/** What grammars of model servers choke on or ignore; it is checked by the zod schema when the answer is here. */
const notOnTheWire = ['$schema', 'minLength', 'maxLength', 'default'] as const
const isBoundOfNothing = (value: unknown) => value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER

const known = new WeakMap<z.ZodType, Record<string, unknown>>()

/** The JSON Schema a model server is given for a zod schema: shapes, enums and counts, without lengths of text. */
export function wireSchema(schema: z.ZodType): Record<string, unknown> {
  let wire = known.get(schema)
  if (!wire) {
    wire = z.toJSONSchema(schema, {
      override: ({ jsonSchema }) => {
        const node = jsonSchema as Record<string, unknown>
        for (const key of notOnTheWire) delete node[key]
        if (isBoundOfNothing(node.minimum)) delete node.minimum
        if (isBoundOfNothing(node.maximum)) delete node.maximum
      },
    }) as Record<string, unknown>
    delete wire.$schema
    known.set(schema, wire)
  }
  return wire
}

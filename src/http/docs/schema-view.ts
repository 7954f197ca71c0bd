import { type Html, html, prose } from '../../html.js'
import type { JsonSchema } from '../openapi-schemas.js'

const nameOf = (ref: string): string => ref.split('/').at(-1)!
export const schemaAnchor = (name: string): string => `schema-${name}`

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A type in a few words: "list of string", "Song", "one of 4/4, 3/4". */
export function typeOf(schema: unknown): Html {
  if (!isSchema(schema)) return html`anything`
  if (schema.$ref) return html`<a href="#${schemaAnchor(nameOf(schema.$ref))}">${nameOf(schema.$ref)}</a>`
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum)
    return html`one of ${schema.enum.map((value, n) => [n > 0 && ', ', html`<code>${String(value)}</code>`])}`
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return html`${variants.map((variant, n) => [n > 0 && ' or ', typeOf(variant)])}`
  if (schema.prefixItems) return html`list of ${schema.prefixItems.length}`
  if (schema.type === 'array') return html`list of ${typeOf(schema.items)}`
  if (schema.type === 'object' && isSchema(schema.additionalProperties))
    return html`map of ${typeOf(schema.additionalProperties)}`
  return html`${schema.format ?? String(schema.type ?? 'anything')}`
}

const isSafe = (bound: number) => Math.abs(bound) < Number.MAX_SAFE_INTEGER

/** The limits of a value in words; "" where there are none. */
export function limitsOf(schema: JsonSchema): string {
  const range = (least: number | undefined, most: number | undefined, of: string) => {
    const [from, to] = [least !== undefined && isSafe(least), most !== undefined && isSafe(most)]
    if (from && to) return `${least} to ${most}${of}`
    if (from && least! > 0) return `at least ${least}${of}`
    return to ? `at most ${most}${of}` : ''
  }
  return [
    range(schema.minimum, schema.maximum, ''),
    range(schema.minLength, schema.maxLength, ' characters'),
    range(schema.minItems, schema.maxItems, ' items'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** An object's fields as a list of terms; objects within it unfold. */
export function fieldsOf(schema: JsonSchema): Html {
  const { properties = {}, required = [] } = schema
  const fields = Object.entries(properties).map(([name, value]) => {
    const field = isSchema(value) ? value : {}
    const inner = field.type === 'array' && isSchema(field.items) ? field.items : field
    return html`<dt><code>${name}</code> <span class="type">${typeOf(field)}</span>${required.includes(name) && html` <span class="required">required</span>`}</dt>
      <dd>${prose([field.description, limitsOf(field)].filter(Boolean).join(': '))}${inner.properties && html`<details><summary>Fields of ${name}</summary>${fieldsOf(inner)}</details>`}</dd>`
  })
  return html`<dl>${fields}</dl>`
}

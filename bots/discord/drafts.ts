import type { Form } from '../card.js'

/**
 * Dialogs that are open, and what people wrote in those that were not right yet: Discord closes a dialog when it is sent, so it
 * is opened again with their words in it. Kept in memory alone, and not for long: the words stand in the private note as well.
 */
export class Drafts {
  readonly #kept = new Map<string, Form>()
  readonly #most = 500

  keep(key: string, form: Form): void {
    this.#kept.delete(key)
    this.#kept.set(key, form)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest)
  }

  find(key: string): Form | null {
    return this.#kept.get(key) ?? null
  }
}

export const withValues = (form: Form, values: Record<string, string>): Form => ({
  ...form,
  fields: form.fields.map((field) => ({ ...field, value: values[field.name] ?? '' })),
})

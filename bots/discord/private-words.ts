import type { Form, Note } from '../card.js'
import { askFirst } from './buttons.js'
import { type Payload, types } from './payloads.js'

/** What Discord's side says by itself, where Discord has nothing of its own for it. */

/** Before the draft of a dialog that is to be opened again. */
export const again = 'again:'

/** Asked where a press cannot be taken back. */
export function question(pressed: string, payload: Payload): Note {
  const id = pressed.slice(askFirst.length)
  const label = payload.type === types.press ? findLabel(payload.message.components, pressed) : null
  return {
    text: `“${label ?? 'This'}” is for everybody in the group, and cannot be taken back. Do you want it?`,
    actions: [{ id, label: label ? `Yes: ${label}` : 'Yes', style: 'danger' }],
  }
}

/** The label of a button, wherever it stands in a message. */
function findLabel(components: unknown, id: string): string | null {
  if (Array.isArray(components)) {
    for (const part of components) {
      const label = findLabel(part, id)
      if (label) return label
    }
    return null
  }
  if (typeof components !== 'object' || components === null) return null
  const { custom_id, label, components: within, accessory } = components as Record<string, unknown>
  if (custom_id === id && typeof label === 'string') return label
  return findLabel(within, id) ?? findLabel(accessory, id)
}

/** What is not right yet, and the words as they were written: nothing that somebody wrote is lost. */
export function whatToMend(
  faults: Record<string, string>,
  fields: Record<string, string>,
  form: Form | null,
  draft: string,
): Note {
  const labelled = (name: string) => form?.fields.find((field) => field.name === name)?.label ?? name
  return {
    text: 'This is not right yet, and nothing was changed.',
    details: [
      ...Object.entries(faults).map(([name, fault]) => `${labelled(name)}: ${fault}`),
      ...Object.entries(fields)
        .filter(([, value]) => value.trim() !== '')
        .map(([name, value]) => `You wrote for ${labelled(name)}: ${value}`),
    ],
    actions: form ? [{ id: `${again}${draft}`, label: 'Go on writing', style: 'main' }] : [],
  }
}

import type { Choice, Field, Form } from '../card.js'
import { type Input, kinds, type Label, limits, type Modal, type Select, text } from './components.js'
import { labelOf, oneLine, plain, shorten } from './plain-text.js'

const longestIntro = 1000

/** A dialog. Discord shows five parts at most: the fields come first, and an introduction where there is room for one. */
export function renderForm({ id, title, intro, fields }: Form): Modal {
  const labels = fields.slice(0, limits.modalParts).map(renderField)
  const hasRoom = intro !== undefined && oneLine(intro) !== '' && labels.length < limits.modalParts
  return {
    custom_id: id,
    title: labelOf(title, limits.modalTitle),
    components: hasRoom ? [text(plain(intro, longestIntro)), ...labels] : labels,
  }
}

function renderField(field: Field): Label {
  const description = field.hint ? shorten(field.hint, limits.hint) : ''
  return {
    type: kinds.label,
    label: labelOf(field.label, limits.label),
    ...(description ? { description } : {}),
    component: field.kind === 'choice' || field.kind === 'choices' ? select(field) : input(field),
  }
}

function input({ name, kind, value, max = limits.input, isOptional = false }: Field): Input {
  const longest = Math.min(max, limits.input)
  return {
    type: kinds.input,
    custom_id: name,
    style: kind === 'paragraph' ? 2 : 1,
    ...(value ? { value: value.slice(0, longest) } : {}),
    max_length: longest,
    required: !isOptional,
  }
}

function select({ name, kind, choices = [], value = '', isOptional = false }: Field): Select {
  const chosen = new Set(kind === 'choices' ? value.split(',') : [value])
  const options = choices.slice(0, limits.options).map((choice) => option(choice, chosen.has(choice.value)))
  return {
    type: kinds.select,
    custom_id: name,
    options,
    min_values: isOptional ? 0 : 1,
    max_values: kind === 'choices' ? options.length : 1,
    required: !isOptional,
  }
}

const option = ({ value, label }: Choice, isChosen: boolean) => ({
  value,
  label: labelOf(label, limits.optionText),
  ...(isChosen ? { default: true } : {}),
})

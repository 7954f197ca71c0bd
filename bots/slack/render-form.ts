import type { types } from '@slack/bolt'
import type { Choice, Field, Form } from '../card.js'
import { plain, shorten } from './plain.js'

/** The one element of each field's block. */
export const fieldAction = 'value'

/** A dialog. `kept` comes back with what was filled in; Slack holds it, at most 3,000 characters, and shows it to nobody. */
export function renderForm(form: Form, kept: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.id,
    private_metadata: kept,
    title: plain(form.title, 24),
    submit: plain(form.submit, 24),
    close: plain('Cancel', 24),
    blocks: [
      ...(form.intro ? [{ type: 'section' as const, text: plain(form.intro, 3_000) }] : []),
      ...form.fields.map(
        (field): types.InputBlock => ({
          type: 'input',
          block_id: field.name,
          label: plain(field.label, 2_000),
          optional: field.isOptional ?? false,
          ...(field.hint ? { hint: plain(field.hint, 2_000) } : {}),
          element: element(field),
        }),
      ),
    ],
  }
}

const option = ({ value, label }: Choice): types.PlainTextOption => ({ text: plain(label, 75), value })

function element({ kind, choices = [], value = '', max = 3_000 }: Field): types.InputBlock['element'] {
  const most = Math.min(max, 3_000)
  const options = choices.slice(0, 100).map(option)
  if (kind === 'choice') {
    const initial = options.find((one) => one.value === value)
    return {
      type: 'static_select',
      action_id: fieldAction,
      options,
      ...(initial ? { initial_option: initial } : {}),
    }
  }
  if (kind === 'choices') {
    const chosen = value.split(',')
    const initial = options.filter((one) => chosen.includes(String(one.value)))
    return {
      type: 'multi_static_select',
      action_id: fieldAction,
      options,
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    }
  }
  return {
    type: 'plain_text_input',
    action_id: fieldAction,
    multiline: kind === 'paragraph',
    max_length: most,
    // What a person will edit stands there as it was written.
    ...(value ? { initial_value: shorten(value, most) } : {}),
  }
}

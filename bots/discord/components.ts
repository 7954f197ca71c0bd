/** Discord's message components (version 2) and modals, as far as we use them: https://discord.com/developers/docs/components/reference */

export const kinds = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  section: 9,
  text: 10,
  separator: 14,
  container: 17,
  label: 18,
} as const

export const buttonStyles = { main: 1, plain: 2, danger: 4, link: 5 } as const

/** Bits of a message's `flags`. Without the second Discord takes no text but `content`. */
export const flags = { ephemeral: 1 << 6, components: 1 << 15 } as const

/** Discord's limits, which renderers keep by construction and the stand-in in the tests checks. */
export const limits = {
  /** Components of a message, nested ones too. */
  components: 40,
  /** Characters in all texts of a message together. */
  text: 4000,
  content: 2000,
  customId: 100,
  buttonLabel: 80,
  rowButtons: 5,
  options: 25,
  optionText: 100,
  modalTitle: 45,
  modalParts: 5,
  label: 45,
  hint: 100,
  input: 4000,
  threadName: 100,
  alt: 1024,
  nonce: 25,
  filesPerMessage: 10,
} as const

export interface Text {
  type: typeof kinds.text
  content: string
}
export interface Button {
  type: typeof kinds.button
  style: number
  label: string
  custom_id?: string
  url?: string
  disabled?: boolean
}
export interface SelectOption {
  label: string
  value: string
  description?: string
  default?: boolean
}
export interface Select {
  type: typeof kinds.select
  custom_id: string
  placeholder?: string
  options: SelectOption[]
  min_values?: number
  max_values?: number
  required?: boolean
  disabled?: boolean
}
export interface Row {
  type: typeof kinds.row
  components: (Button | Select)[]
}
export interface Section {
  type: typeof kinds.section
  components: Text[]
  accessory: Button
}
export interface Separator {
  type: typeof kinds.separator
  divider: boolean
  spacing: 1 | 2
}
export interface Container {
  type: typeof kinds.container
  accent_color: number
  components: (Text | Section | Separator | Row)[]
}
export type MessageComponent = Container | Text | Row

export interface Input {
  type: typeof kinds.input
  custom_id: string
  style: 1 | 2
  value?: string
  max_length?: number
  required: boolean
}
export interface Label {
  type: typeof kinds.label
  label: string
  description?: string
  component: Input | Select
}
export interface Modal {
  custom_id: string
  title: string
  components: (Text | Label)[]
}

export const text = (content: string): Text => ({ type: kinds.text, content })
export const row = (...components: Row['components']): Row => ({ type: kinds.row, components })
export const rule: Separator = { type: kinds.separator, divider: true, spacing: 1 }

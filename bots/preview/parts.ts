import { type Html, html } from '../../src/html.js'

// biome-ignore lint/suspicious/noExplicitAny: as it goes over the wire; what is drawn of it is looked at piece by piece
export type Wire = any

/** Something that a renderer of ours has sent, and that the preview cannot show as the platform would. */
export const fault = (what: string, part: Wire): Html =>
  html`<p class="fault">The preview cannot draw this ${what}: ${String(part?.type ?? JSON.stringify(part))}</p>`

/** A field of a dialog. */
export const field = (parts: { label: Html; hint?: Html | undefined; isOptional: boolean; control: Html }): Html =>
  html`<div class="field"><p class="label">${parts.label}${parts.isOptional && html` <span class="small">(optional)</span>`}</p>
  ${parts.hint && html`<p class="small">${parts.hint}</p>`}${parts.control}</div>`

export const emptyField = (value: string, isLong: boolean): Html =>
  html`<p class="typed${isLong ? ' long' : ''}">${value || html`<span class="small">Nothing yet</span>`}</p>`

/** A list that unfolds as it does there, by keys too. */
export const dropDown = (shown: Html, options: readonly Html[]): Html =>
  html`<details class="choice"><summary>${shown}</summary><ol>${options.map((option) => html`<li>${option}</li>`)}</ol></details>`

/** A button that asks first; pressed, it shows how. */
export const asked = (label: Html, look: string, [question, yes, no]: readonly [Html, Html, Html]): Html =>
  html`<details class="asks"><summary class="button ${look}">${label}</summary><div class="dialog"><p>${question}</p>
  <ul class="row"><li><span class="button plain">${no}</span></li><li><span class="button ${look}">${yes}</span></li></ul></div></details>`

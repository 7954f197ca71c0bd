import { type Html, html } from '../../src/html.js'
import { buttonStyles, kinds } from '../discord/components.js'
import { drawMarkdown } from './draw-markdown.js'
import { dropDown, emptyField, fault, field, type Wire } from './parts.js'

/** Discord's components as a picture: the ones that our renderers use. What is not among them shows as a fault. */
export const drawComponents = (components: readonly Wire[]): Html[] => components.map(drawComponent)

function drawComponent(part: Wire): Html {
  switch (part.type) {
    case kinds.container: {
      const colour = `#${part.accent_color.toString(16).padStart(6, '0')}`
      return html`<div class="container"><svg class="accent" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><rect width="1" height="1" fill="${colour}"/></svg>${drawComponents(part.components)}</div>`
    }
    case kinds.text:
      return html`<div class="text">${drawMarkdown(part.content)}</div>`
    case kinds.section:
      return html`<div class="beside"><div>${drawComponents(part.components)}</div>${drawComponent(part.accessory)}</div>`
    case kinds.separator:
      return part.divider ? html`<hr />` : html`<br />`
    case kinds.row:
      return html`<ul class="row">${part.components.map((inner: Wire) => html`<li>${drawComponent(inner)}</li>`)}</ul>`
    case kinds.button:
      return drawButton(part)
    case kinds.select:
      return drawSelect(part)
    case kinds.input:
      return emptyField(part.value ?? '', part.style === 2)
    case kinds.label:
      return field({
        label: html`${part.label}`,
        hint: part.description && html`${part.description}`,
        isOptional: !part.component.required,
        control: drawComponent(part.component),
      })
    default:
      return fault('Discord component', part)
  }
}

const looksOfButtons = new Map<number, string>(Object.entries(buttonStyles).map(([look, style]) => [style, look]))

function drawButton({ style, label, disabled }: Wire): Html {
  const look = looksOfButtons.get(style)
  if (!look) return fault('Discord button', { type: style })
  const sign = look === 'link' && html` <span aria-hidden="true">↗</span>`
  return html`<span class="button ${look}${disabled ? ' off' : ''}">${label}${sign}${disabled && html`<span class="unseen"> (off)</span>`}</span>`
}

function drawSelect({ options, placeholder = 'Choose…' }: Wire): Html {
  const chosen = options.flatMap((option: Wire) => (option.default ? [option.label] : [])).join(', ')
  return dropDown(
    html`${chosen || placeholder}`,
    options.map(({ label }: Wire) => html`${label}`),
  )
}

/** A dialog; Discord writes on its buttons itself. */
export const drawModal = ({
  title,
  components,
}: Wire): Html => html`<div class="dialog"><h4>${title}</h4>${drawComponents(components)}
  <ul class="row"><li><span class="button plain">Cancel</span></li><li><span class="button main">Submit</span></li></ul></div>`

import { type Html, html } from '../../src/html.js'
import { unescapeText } from '../slack/plain.js'
import { asked, dropDown, emptyField, fault, field, type Wire } from './parts.js'

/** Block Kit as a picture: the blocks and elements that our renderers use. What is not among them shows as a fault. */
export const drawBlocks = (blocks: readonly Wire[]): Html[] => blocks.map(drawBlock)

const words = (text: Wire): Html =>
  text?.type === 'plain_text' ? html`${unescapeText(text.text)}` : fault('Slack text', text)

function drawBlock(block: Wire): Html {
  switch (block.type) {
    case 'header':
      return html`<h4>${words(block.text)}</h4>`
    case 'context':
      return html`<p class="small">${block.elements.map(words)}</p>`
    case 'section':
      return html`<div class="beside"><p>${words(block.text)}</p>${block.accessory && drawElement(block.accessory)}</div>`
    case 'rich_text':
      return html`<div class="rich">${block.elements.map(drawRich)}</div>`
    case 'divider':
      return html`<hr />`
    case 'actions':
      return html`<ul class="row">${block.elements.map((element: Wire) => html`<li>${drawElement(element)}</li>`)}</ul>`
    case 'input':
      return field({
        label: words(block.label),
        hint: block.hint && words(block.hint),
        isOptional: block.optional,
        control: drawElement(block.element),
      })
    default:
      return fault('Slack block', block)
  }
}

function drawRich(part: Wire): Html {
  switch (part.type) {
    case 'rich_text_section':
      return html`<p>${part.elements.map(drawRun)}</p>`
    case 'rich_text_quote':
      return html`<blockquote>${part.elements.map(drawRun)}</blockquote>`
    case 'rich_text_list': {
      const items = part.elements.map((item: Wire) => html`<li>${item.elements.map(drawRun)}</li>`)
      if (part.style === 'ordered') return html`<ol start="${(part.offset ?? 0) + 1}">${items}</ol>`
      return part.style === 'bullet' ? html`<ul>${items}</ul>` : fault('Slack list', { type: part.style })
    }
    default:
      return fault('Slack rich text', part)
  }
}

function drawRun(run: Wire): Html {
  if (run.type !== 'text') return fault('Slack run', run)
  const { bold, italic, ...others } = run.style ?? {}
  const [other] = Object.keys(others)
  if (other) return fault('Slack style', { type: other })
  if (bold) return html`<strong>${run.text}</strong>`
  return italic ? html`<em>${run.text}</em>` : html`${run.text}`
}

const looksOfButtons: Record<string, string> = { primary: 'main', danger: 'danger' }

function drawElement(element: Wire): Html {
  switch (element.type) {
    case 'button': {
      const { text, style, confirm } = element
      const look = style ? looksOfButtons[style] : 'plain'
      if (!look) return fault('Slack button', { type: style })
      if (!confirm) return html`<span class="button ${look}">${words(text)}</span>`
      return asked(words(text), look, [words(confirm.text), words(confirm.confirm), words(confirm.deny)])
    }
    case 'static_select':
    case 'multi_static_select': {
      const { initial_option: one, initial_options: several = one ? [one] : [], placeholder, options } = element
      const chosen = several.map((option: Wire) => unescapeText(option.text.text)).join(', ')
      const shown = chosen ? html`${chosen}` : placeholder ? words(placeholder) : html`Choose…`
      return dropDown(
        shown,
        options.map(({ text }: Wire) => words(text)),
      )
    }
    case 'plain_text_input':
      return emptyField(element.initial_value ?? '', element.multiline)
    default:
      return fault('Slack element', element)
  }
}

/** A dialog. */
export const drawModal = ({ title, submit, close, blocks }: Wire): Html => html`<div class="dialog">
  <h4>${words(title)}</h4>${drawBlocks(blocks)}
  <ul class="row"><li><span class="button plain">${words(close)}</span></li><li><span class="button main">${words(submit)}</span></li></ul></div>`

/**
 * What Slack takes of blocks, as its reference has it (https://docs.slack.dev/reference/block-kit), read by whoever stands in for
 * it. Written apart from what renders, so that one does not repeat the other's mistake.
 */

// biome-ignore lint/suspicious/noExplicitAny: it comes over the wire, and is what is looked into
type Any = any

const blocksAtMost = { message: 50, modal: 100, home: 100 }
/** Of all texts of a message, with something for each container; documented nowhere, and met at 11,341 characters of text. */
const wholeMessage = 12_000

export type Place = keyof typeof blocksAtMost

class Faults {
  readonly found: string[] = []

  text(at: string, text: Any, max: number, types: string[] = ['plain_text']): void {
    if (!types.includes(text?.type)) this.found.push(`${at}: a text of ${types.join(' or ')}, not ${text?.type}`)
    const words = String(text?.text ?? '')
    if (words.length < 1 || words.length > max) this.found.push(`${at}: ${words.length} characters of ${max}`)
    if (!isEscaped(words)) this.found.push(`${at}: not escaped`)
  }

  within(at: string, what: unknown, max: number, min = 0): void {
    const length = Array.isArray(what) || typeof what === 'string' ? what.length : 0
    if (length > max || length < min) this.found.push(`${at}: ${length}, where ${min} to ${max} are taken`)
  }
}

/** No sign that begins a mention, a link or an entity. */
export const isEscaped = (text: string): boolean => !/[<>]|&(?!(amp|lt|gt);)/.test(text)

export function faultsInBlocks(blocks: Any[], place: Place): string[] {
  const faults = new Faults()
  faults.within('blocks', blocks, blocksAtMost[place], 1)
  const ids = blocks.flatMap((block) => (block.block_id ? [block.block_id] : []))
  if (new Set(ids).size !== ids.length) faults.found.push('blocks: a block_id twice')
  for (const [at, block] of blocks.entries()) inBlock(faults, block, `blocks/${at} ${block?.type}`, place)
  if (place === 'message' && weigh(blocks) > wholeMessage) faults.found.push('blocks: msg_blocks_too_long')
  return faults.found
}

export function faultsInView(view: Any): string[] {
  const faults = new Faults()
  if (view.type === 'modal') {
    faults.text('title', view.title, 24)
    faults.text('close', view.close, 24)
    faults.within('callback_id', view.callback_id, 255, 1)
    faults.within('private_metadata', view.private_metadata, 3_000)
    const asks = view.blocks.some(({ type }: Any) => type === 'input')
    if (asks) faults.text('submit', view.submit, 24)
  } else if (view.type !== 'home') faults.found.push(`a view of ${view.type}`)
  return [...faults.found, ...faultsInBlocks(view.blocks, view.type === 'home' ? 'home' : 'modal')]
}

function inBlock(faults: Faults, block: Any, at: string, place: Place): void {
  if (block.block_id !== undefined) faults.within(`${at} block_id`, block.block_id, 255, 1)
  switch (block.type) {
    case 'header':
      faults.text(at, block.text, 150)
      break
    case 'divider':
      break
    case 'section':
      faults.text(at, block.text, 3_000, ['plain_text', 'mrkdwn'])
      if (block.accessory) inElement(faults, block.accessory, `${at} accessory`)
      break
    case 'context':
      faults.within(at, block.elements, 10, 1)
      for (const element of block.elements) faults.text(at, element, 3_000, ['plain_text', 'mrkdwn'])
      break
    case 'actions':
      inActions(faults, block, at)
      break
    case 'rich_text':
      faults.within(at, block.elements, 1_000, 1)
      for (const element of block.elements) inRichText(faults, element, at)
      break
    case 'input':
      if (place === 'message') faults.found.push(`${at}: an input in a message`)
      faults.text(`${at} label`, block.label, 2_000)
      if (block.hint) faults.text(`${at} hint`, block.hint, 2_000)
      inElement(faults, block.element, at)
      break
    default:
      faults.found.push(`${at}: no such block`)
  }
}

function inActions(faults: Faults, block: Any, at: string): void {
  faults.within(at, block.elements, 25, 1)
  const ids = block.elements.map(({ action_id }: Any) => action_id)
  if (new Set(ids).size !== ids.length) faults.found.push(`${at}: an action_id twice`)
  for (const element of block.elements) inElement(faults, element, at)
}

const richParts = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted']

function inRichText(faults: Faults, part: Any, at: string): void {
  if (part.type === 'text') {
    faults.within(`${at} text`, part.text, 12_000, 1)
    return
  }
  if (!richParts.includes(part.type)) {
    faults.found.push(`${at}: ${part.type} in rich text`)
    return
  }
  if (part.type === 'rich_text_list' && part.offset !== undefined && !(part.offset >= 0))
    faults.found.push(`${at}: a list that begins at ${part.offset}`)
  faults.within(`${at} ${part.type}`, part.elements, 1_000, 1)
  for (const inner of part.elements) inRichText(faults, inner, at)
}

function inElement(faults: Faults, element: Any, at: string): void {
  faults.within(`${at} action_id`, element.action_id, 255, 1)
  if (element.confirm) inConfirmation(faults, element.confirm, `${at} confirm`)
  switch (element.type) {
    case 'button':
      faults.text(`${at} button`, element.text, 75)
      faults.within(`${at} value`, element.value, 2_000)
      faults.within(`${at} url`, element.url, 3_000)
      if (![undefined, 'primary', 'danger'].includes(element.style)) faults.found.push(`${at}: style ${element.style}`)
      break
    case 'static_select':
    case 'multi_static_select':
      if (element.placeholder) faults.text(`${at} placeholder`, element.placeholder, 150)
      inOptions(faults, element, at)
      break
    case 'plain_text_input': {
      const { max_length: max = 3_000, initial_value: initial = '' } = element
      if (max < 1 || max > 3_000) faults.found.push(`${at}: max_length ${max}`)
      faults.within(`${at} initial_value`, initial, max)
      break
    }
    default:
      faults.found.push(`${at}: no element ${element.type}`)
  }
}

function inConfirmation(faults: Faults, { title, text, confirm, deny }: Any, at: string): void {
  faults.text(`${at} title`, title, 100)
  faults.text(`${at} text`, text, 300, ['plain_text', 'mrkdwn'])
  faults.text(`${at} confirm`, confirm, 30)
  faults.text(`${at} deny`, deny, 30)
}

function inOptions(faults: Faults, element: Any, at: string): void {
  faults.within(`${at} options`, element.options, 100, 1)
  for (const { text, value } of element.options) {
    faults.text(`${at} option`, text, 75)
    faults.within(`${at} option value`, value, 150, 1)
  }
  const known = element.options.map((option: Any) => JSON.stringify(option))
  const initial = [element.initial_option ?? [], element.initial_options ?? []].flat()
  for (const option of initial)
    if (!known.includes(JSON.stringify(option))) faults.found.push(`${at}: an initial option that is none`)
}

function weigh(part: Any): number {
  if (typeof part !== 'object' || part === null) return 0
  return Object.entries(part).reduce(
    (sum, [field, inner]) => sum + (field === 'text' && typeof inner === 'string' ? inner.length : weigh(inner)),
    'type' in part ? 25 : 0,
  )
}

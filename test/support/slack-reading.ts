import type { ShownButton } from './chat-world.js'

// biome-ignore lint/suspicious/noExplicitAny: blocks as they came over the wire
type Any = any

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** What a person reads of blocks, top to bottom, without mark-up; buttons are told apart (see `buttonsIn`). */
export const readBlocks = (blocks: Any[]): string => blocks.map(readBlock).filter(Boolean).join('\n')

function readBlock(block: Any): string {
  if (block.type === 'header' || block.type === 'section') return unescaped(block.text.text)
  if (block.type === 'context') return block.elements.map(({ text }: Any) => unescaped(text)).join(' ')
  if (block.type === 'rich_text') return block.elements.map(readRich).join('\n').replaceAll(/\n+/g, '\n')
  if (block.type === 'input') return unescaped(block.label.text)
  return ''
}

function readRich(part: Any): string {
  if (part.type === 'text') return part.text
  if (part.type !== 'rich_text_list') return part.elements.map(readRich).join('')
  return part.elements
    .map(
      (item: Any, at: number) =>
        `${part.style === 'ordered' ? `${(part.offset ?? 0) + at + 1}. ` : '• '}${readRich(item)}`,
    )
    .join('\n')
}

/** Everything that can be pressed; of a list each option, with the id that is sent when it is chosen. */
export function buttonsIn(blocks: Any[]): (ShownButton & { element: Any; option?: Any; block: Any })[] {
  return blocks.flatMap((block) =>
    [...(block.type === 'actions' ? block.elements : []), ...(block.accessory ? [block.accessory] : [])].flatMap(
      (element) =>
        element.type === 'button'
          ? [{ id: element.action_id, label: unescaped(element.text.text), isOff: false, element, block }]
          : element.options.map((option: Any) => ({
              id: option.value,
              label: unescaped(option.text.text),
              isOff: false,
              element,
              option,
              block,
            })),
    ),
  )
}

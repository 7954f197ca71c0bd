import type { types } from '@slack/bolt'

/** As in Slack's own escaping: the three characters that would begin a mention, a link or an entity. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What Slack escaped in what somebody typed. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** At most `max` characters, of which none is half of a pair; what is missing is shown by "…". */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = text.slice(0, Math.max(0, max - 1)).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept.trimEnd()}…`
}

/** Escaped, and no longer than `max` also when it is: Slack counts what it is sent. Never empty, which Slack refuses. */
export function escapeWithin(text: string, max: number): string {
  for (let room = max; ; room -= 1) {
    const escaped = escapeText(shorten(text, room))
    if (escaped.length <= max) return escaped.trim() === '' ? '–' : escaped
    room -= Math.floor((escaped.length - max) / 5)
  }
}

/** Words without mark-up. `emoji` is off: ":smile:" stays what somebody wrote. */
export const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: escapeWithin(text, max),
  emoji: false,
})

/**
 * A run of words in a rich text block. It is shown as it stands, whatever is in it, so it is not escaped: mentions and links are
 * elements of their own there.
 */
export const run = (text: string, style?: types.RichTextText['style']): types.RichTextText => ({
  type: 'text',
  text: text === '' ? '–' : text,
  ...(style ? { style } : {}),
})

export const section = (...elements: types.RichTextElement[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements,
})

export const rich = (...elements: types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements,
})

/** Numbered from `first`, so that what the group calls line 12 is 12 wherever its list begins. */
export function numbered(first: number, elements: types.RichTextSection[]): types.RichTextList {
  const list: types.RichTextList & { offset: number } = {
    type: 'rich_text_list',
    style: 'ordered',
    offset: first - 1,
    elements,
  }
  return list
}

import type { Action, Note } from '../card.js'
import { type Button, buttonStyles, kinds, limits, type Row, row } from './components.js'
import { labelOf, plain } from './plain-text.js'

/** Before the id of an action that is asked once more before it is done; Discord has no such question of its own. */
export const askFirst = '?'

export const button = ({ id, label, style, confirm }: Action, disabled = false): Button => ({
  type: kinds.button,
  style: buttonStyles[style],
  label: labelOf(label, limits.buttonLabel),
  custom_id: confirm ? `${askFirst}${id}` : id,
  ...(disabled ? { disabled } : {}),
})

const linkButton = ({ label, url }: NonNullable<Note['link']>): Button => ({
  type: kinds.button,
  style: buttonStyles.link,
  label: labelOf(label, limits.buttonLabel),
  url,
})

/** Discord takes no address of this machine alone for a button. */
const isLinkable = ({ url }: NonNullable<Note['link']>): boolean => new URL(url).hostname.includes('.')

/** Such an address in words, which can be copied; '' when there is a button for it. */
export const linkWords = (link: Note['link'] | null): string =>
  link && !isLinkable(link) ? `-# ${plain(`${link.label}: ${link.url}`, 400)}` : ''

/** Rows of five; the link comes last. `most`: buttons, the link with them. */
export function buttonRows(
  actions: readonly Action[],
  link: Note['link'] | null,
  { most = 25, disabled = false } = {},
): Row[] {
  const links = link && isLinkable(link) ? [linkButton(link)] : []
  const buttons = [...actions.slice(0, most - links.length).map((action) => button(action, disabled)), ...links]
  const rows: Row[] = []
  for (let from = 0; from < buttons.length; from += limits.rowButtons)
    rows.push(row(...buttons.slice(from, from + limits.rowButtons)))
  return rows
}

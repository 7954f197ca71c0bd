import type { types } from '@slack/bolt'
import type { Action } from '../card.js'
import { plain } from './plain.js'

/** The action id of buttons that only open a page: Slack tells of them too. */
export const linkAction = 'link'

const styles = { main: 'primary', danger: 'danger', plain: undefined } as const

/** A button; one that destroys asks once more in any case. */
export function button({ id, label, style, confirm }: Action): types.Button {
  const look = styles[style]
  const question = confirm ?? (style === 'danger' ? `${label}: are you sure?` : undefined)
  return {
    type: 'button',
    action_id: id,
    text: plain(label, 75),
    ...(look ? { style: look } : {}),
    ...(question ? { confirm: confirmation(label, question, style) } : {}),
  }
}

const confirmation = (label: string, question: string, style: Action['style']): types.ConfirmationDialog => ({
  title: plain(label, 100),
  text: plain(question, 300),
  confirm: plain('Yes', 30),
  deny: plain('No, go back', 30),
  ...(style === 'danger' ? { style: 'danger' as const } : {}),
})

export const linkButton = ({ label, url }: { label: string; url: string }): types.Button => ({
  type: 'button',
  action_id: linkAction,
  text: plain(label, 75),
  url,
})

/** One row of buttons, each id once; `null` when there is nothing to press. */
export function buttonRow(
  actions: readonly Action[],
  link?: { label: string; url: string } | null,
): types.ActionsBlock | null {
  const once = [...new Map(actions.map((action) => [action.id, action])).values()].slice(0, 10)
  // Slack takes no longer address.
  const elements = [...once.map(button), ...(link && link.url.length <= 3000 ? [linkButton(link)] : [])]
  return elements.length > 0 ? { type: 'actions', elements } : null
}

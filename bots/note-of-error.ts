import type { AppError } from '../src/errors.js'
import type { Note } from './card.js'
import { button } from './verbs/after.js'

/** Of faults only what is said to people: places in a request mean nothing in a chat. */
const ids = /^[0-9a-f-]{36}$/

/** What went wrong, to whoever did it: the message is written for them already, and here it gets the button that helps. */
export function noteOfError({ code, message, reason, faults, retryAfter }: AppError): Note {
  const text = message.replaceAll('`', '')
  const session = faults.map((fault) => fault.message).find((said) => ids.test(said))
  if (reason === 'not_in_session' && session) return { text, actions: [button('join', session, 'Join')] }
  if (reason === 'in_another_group' && session)
    return {
      text,
      actions: [button('join', session, 'Open that one here'), button('leave', session, 'Leave that one')],
    }
  if (reason === 'changed_meanwhile') {
    const now = faults.find(({ at }) => at === 'now')?.message
    return { text, details: now ? [`It says now: “${now}”`] : [] }
  }
  if (reason === 'link_first') return { text, actions: [button('link', null, 'I have a code')] }
  if (code === 'unavailable' || code === 'timeout')
    return {
      text: `${text} Nothing is lost; please try again in a moment.`.replace(
        / Please try again[^.]*\.(?= Nothing)/,
        '',
      ),
    }
  if (code === 'too_many_requests' && retryAfter) return { text, details: [`Try again in ${retryAfter} seconds.`] }
  const said = faults.map((fault) => fault.message).filter((one) => one !== message && !ids.test(one))
  return { text, ...(reason === undefined && said.length > 0 && { details: [...new Set(said)].slice(0, 5) }) }
}

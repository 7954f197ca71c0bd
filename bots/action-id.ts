/**
 * An action's id says what is to be done, and to which session: `verb:SESSION[:ARGUMENT…]`. It comes back from outside: a verb
 * takes nothing of it on trust.
 */
export interface ActionId {
  verb: string
  /** Id (uuid), or `null` where the verb is about no session. */
  session: string | null
  args: string[]
}

const shape = /^([a-z]{1,20})(?::([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|-)((?::[\w@.-]{1,60})*))?$/

export const actionId = (verb: string, session: string | null = null, ...args: (string | number)[]): string =>
  [verb, session ?? '-', ...args].join(':')

/** `null`: not an id of ours. */
export function readActionId(id: string): ActionId | null {
  const [, verb, session = '-', args = ''] = shape.exec(id) ?? []
  return verb ? { verb, session: session === '-' ? null : session, args: args.split(':').slice(1) } : null
}

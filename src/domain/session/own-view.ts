import type { CommonView, OwnPart, SessionView, ShownAuthor } from './view-schema.js'

/** A person's view, of what is common and what is their own. Pages put it together too: no schema comes along with it. */
export function withOwn(common: CommonView, { number, name, vote, locks, held }: OwnPart): SessionView {
  const mine = <T extends { number: number | null; name: string; me: boolean }>(one: T): T =>
    number !== null && one.number === number ? { ...one, me: true, name: name ?? one.name } : one
  const byMine = <T extends { by: ShownAuthor }>(one: T): T => ({ ...one, by: mine(one.by) })
  return {
    ...common,
    people: common.people.map(mine),
    hooks: common.hooks.map(byMine),
    myVote: vote,
    lines: common.lines.map((line) => ({ ...byMine(line), lockedByMe: locks.includes(line.id) })),
    reflections: common.reflections.map(byMine),
    held: [...common.held.filter(({ id }) => !held.some((one) => one.id === id)).map(byMine), ...held],
  }
}

import type { ChoiceGroup } from './choice-list.js'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** What each choice is found by, under its name: the name first, then its other names. */
export type FoundBy = ReadonlyMap<string, readonly string[]>

export const foundByOf = (groups: readonly ChoiceGroup[]): FoundBy =>
  new Map(
    groups.flatMap(({ choices }) => choices.map(({ name, aliases = [] }) => [name, [name, ...aliases].map(fold)])),
  )

export const fits = (name: string, typed: string, foundBy: FoundBy): boolean =>
  (foundBy.get(name) ?? [fold(name)]).some((word) => word.includes(fold(typed)))

/**
 * The one that somebody means who types and goes on without picking: it is called so, or by another name so, or is the first
 * whose name begins so, or the only one that fits at all. `null` where nobody can tell.
 */
export function meantBy(typed: string, groups: readonly ChoiceGroup[], foundBy: FoundBy): string | null {
  const wanted = fold(typed)
  if (wanted === '') return null
  const choices = groups.flatMap((group) => group.choices)
  const words = (name: string) => foundBy.get(name) ?? []
  const fitting = choices.filter(({ name }) => fits(name, typed, foundBy))
  const meant =
    fitting.find(({ name }) => words(name)[0] === wanted) ??
    fitting.find(({ name }) => words(name).includes(wanted)) ??
    fitting.find(({ name }) => words(name)[0]?.startsWith(wanted)) ??
    (fitting.length === 1 ? fitting[0] : undefined)
  return meant?.id ?? null
}

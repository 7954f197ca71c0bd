/** The value that `share` (0 to 1) of the sorted values lie at or under, rounded to a tenth; `null` of none. */
export function percentile(sorted: readonly number[], share: number): number | null {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]
  return value === undefined ? null : Math.round(value * 10) / 10
}

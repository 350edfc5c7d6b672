/**
 * Whole parts that add up to `whole` exactly, as close to the counts' shares as whole parts can be: each share is cut,
 * and what is missing goes to the largest remainders, the earlier of equals first. Parts of 1000 are tenths of a per
 * cent. All 0 where there is nothing to share.
 */
export function largestRemainder(counts: readonly number[], whole: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const parts = counts.map((count, index) => ({
    index,
    part: Math.floor((count * whole) / total),
    remainder: (count * whole) % total,
  }))
  let missing = whole - parts.reduce((sum, { part }) => sum + part, 0)
  const order = [...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const each of order) {
    if (missing === 0) break
    each.part += 1
    missing -= 1
  }
  return parts.map(({ part }) => part)
}

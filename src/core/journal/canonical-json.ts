/** JSON with sorted keys and no spaces: the same value always gives the same text, so it can be hashed. */
export function canonicalJson(value: unknown): string {
  // The platform's own writing is several times faster than ours, and what was read from canonical JSON is in order.
  if (isInOrder(value)) return JSON.stringify(value)
  const copy = withSortedKeys(value)
  return isInOrder(copy) ? JSON.stringify(copy) : sortedJson(value)
}

/** The same with its keys in order, but for keys that are whole numbers: those an object lists first, by size. */
function withSortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withSortedKeys)
  const record = value as Record<string, unknown>
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(record).sort()) {
    const member = record[key]
    // Assigning would set the copy's prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: member, enumerable: true })
    else if (member !== undefined) copy[key] = withSortedKeys(member)
  }
  return copy
}

function sortedJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a JSON number')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item ?? null)).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`)
  return `{${members.join(',')}}`
}

/** Whether JSON.stringify writes the canonical text: keys sorted, nothing undefined, every number a JSON number. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every(isInOrder)
  const record = value as Record<string, unknown>
  let before: string | null = null
  for (const key of Object.keys(record)) {
    if ((before !== null && key <= before) || !isInOrder(record[key])) return false
    before = key
  }
  return true
}

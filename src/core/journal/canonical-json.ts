/** JSON with sorted keys and no spaces: the same value always gives the same text, so it can be hashed. */
export function canonicalJson(value: unknown): string {
  // What was read from canonical JSON is in order already; then the platform's own writing is several times faster.
  return isInOrder(value) ? JSON.stringify(value) : sortedJson(value)
}

const PLAIN_KEY = /^\w+$/

function sortedJson(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('not a JSON number')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item ?? null)).join(',')}]`
  // Loops instead of a chain of lists: every entry that is saved or checked comes through here.
  const record = value as Record<string, unknown>
  let members = ''
  for (const key of Object.keys(record).sort()) {
    const member = record[key]
    if (member === undefined) continue
    const name = PLAIN_KEY.test(key) ? `"${key}"` : JSON.stringify(key)
    members += `${members === '' ? '' : ','}${name}:${sortedJson(member)}`
  }
  return `{${members}}`
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

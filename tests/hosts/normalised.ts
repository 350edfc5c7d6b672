// Takes out of an answer what cannot be the same twice: places, times, ids made at random and digests.

/** The answer with marks in place of those. */
export function normalised(value: unknown, dataFolder: string): unknown {
  if (typeof value === 'string') return normalText(value, dataFolder)
  // Epoch milliseconds: no figure of the story is that large.
  if (typeof value === 'number' && value > 1e12) return '<milliseconds>'
  if (Array.isArray(value)) return value.map((each) => normalised(each, dataFolder))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [normalText(key, dataFolder), normalised(each, dataFolder)]),
  )
}

function normalText(text: string, dataFolder: string): string {
  return text
    .replaceAll(dataFolder, '<folder>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z?/g, '<time>')
    .replace(/\b[0-9a-f]{64}\b/g, '<digest>')
    .replace(/\b[0-9a-z]{16}\b/g, '<device>')
    .replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '<id>')
}

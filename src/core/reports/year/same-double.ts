/** Differences up to this share are the last digits of a double, not another figure. */
const TOLERANCE = 1e-12

/** Whether a spreadsheet, which reckons in doubles, arrives at the measured value. */
export function isSame(reckoned: number, measured: number): boolean {
  return Math.abs(reckoned - measured) <= TOLERANCE * Math.max(1, Math.abs(measured))
}

// How much of a stranger's file is read at most.

const MIB = 1024 * 1024

export const LIMITS = {
  /** bytes of the file, asked before a byte is read */
  fileBytes: 50 * MIB,
  /** bytes that come out of inflating, all parts together, counted while they come */
  inflatedBytes: 256 * MIB,
  /** bytes that the file says its parts would come to; parts that are never opened count as well */
  declaredBytes: 1024 * MIB,
  /** parts of the package */
  parts: 10_000,
  /** used cells of the whole workbook */
  cells: 500_000,
  columns: 512,
  rows: 50_000,
  sheets: 255,
  merges: 100_000,
  hiddenRows: 100_000,
  styles: 65_000,
  sharedTexts: 1_000_000,
  /** characters of all texts that are kept while reading */
  textCharacters: 48 * MIB,
  /** characters of all used cells, each counted as often as it is shown */
  cellTextCharacters: 16 * MIB,
  /** characters of one cell; Excel's own limit */
  cellCharacters: 32_767,
  /** characters between two angle brackets */
  tokenCharacters: 4 * MIB,
  /** elements within one another */
  depth: 64,
  /** resident memory of the process that reads */
  memoryBytes: 480 * MIB,
  milliseconds: 10_000,
} as const

/** MB, as people read it */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MIB)}MB`
}

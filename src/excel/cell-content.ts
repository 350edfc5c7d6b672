// Text on its way into a cell: nothing in it may break the file's XML, exceed what a cell holds, or be taken
// for a formula.
import { FORMULA_MARKS, UNSEEN } from '../core/values/formula-lead.ts'

/** A cell holds this many UTF-16 units. */
const CELL_LIMIT = 32_767
const CUT_MARK = '…（后略）'

/**
 * XML 1.0 knows no control characters but tab and line feed, no surrogate without its partner, and not the two
 * non-characters.
 */
const ILLEGAL = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu

/** Anything that may have to be removed; nearly every text passes without being copied. */
const SUSPECT = /[^\P{Cc}\t\n]|[\ud800-\udfff\ufffe\uffff]/u

/** Readers take _x000D_ for a coded character; the code of "_" in front keeps the text what it is. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)/g

/** Removes what XML cannot hold, makes line ends one kind, and cuts what a cell cannot hold, visibly. */
export function cleanText(text: string): string {
  const clean = SUSPECT.test(text) ? text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '') : text
  if (clean.length <= CELL_LIMIT) return clean
  const cut = clean.slice(0, CELL_LIMIT - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '')
  return `${cut}${CUT_MARK}`
}

/** The text as it is written into the file. */
export function escapeCoded(text: string): string {
  return text.replace(CODED, '_x005F_')
}

/** A leading apostrophe is what Excel itself marks texts with: on editing it would eat that of the text. */
const FORMULA_LEAD = new RegExp(`^(?:'|[${UNSEEN}]*[\\t\\n${FORMULA_MARKS}])`)

/** Would become a formula, or lose its first character, when somebody edits the cell and presses Enter. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_LEAD.test(text)
}

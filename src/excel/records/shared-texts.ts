// Texts that come again and again go into the workbook's shared table; others stand in their cells. So the table stays
// small however many rows there are, and the file is smaller than with either way alone.
import { strFromU8, strToU8 } from 'fflate'

/** Shared texts of one column; a column with more of its own kind (notes) writes the rest into the cells. */
const SHARED_OF_A_COLUMN = 2000
const LONGEST_SHARED = 200

export class SharedTexts {
  readonly #ids = new Map<string, number>()
  readonly #added: string[] = []
  readonly #ofColumn: number[] = []
  readonly #known: number
  readonly #part: string
  #references = 0

  /** `part`: the shared table as ExcelJS wrote it for the printed sheets. */
  constructor(part: Uint8Array) {
    this.#part = strFromU8(part)
    this.#known = Number(/uniqueCount="(\d+)"/.exec(this.#part)?.[1] ?? 0)
  }

  /** The text's number in the table; null = it is to stand in its cell. `xml`: its content, escaped. */
  idOf(text: string, column: number, xml: (text: string) => string): number | null {
    let id = this.#ids.get(text)
    if (id === undefined) {
      const ofColumn = this.#ofColumn[column] ?? 0
      if (ofColumn >= SHARED_OF_A_COLUMN || text.length > LONGEST_SHARED) return null
      this.#ofColumn[column] = ofColumn + 1
      id = this.#known + this.#added.length
      this.#ids.set(text, id)
      this.#added.push(`<si><t xml:space="preserve">${xml(text)}</t></si>`)
    }
    this.#references += 1
    return id
  }

  /** The table with what was added. */
  part(): Uint8Array {
    const before = Number(/\scount="(\d+)"/.exec(this.#part)?.[1] ?? 0)
    return strToU8(
      this.#part
        .replace(/\scount="\d+"/, ` count="${before + this.#references}"`)
        .replace(/uniqueCount="\d+"/, `uniqueCount="${this.#known + this.#added.length}"`)
        .replace('</sst>', () => `${this.#added.join('')}</sst>`),
    )
  }
}

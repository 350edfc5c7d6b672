// Texts of cells: kept whole, never longer than a cell, and counted together.
import { scanPart, type WorkbookPackage } from './package-parts.ts'
import { LIMITS } from './reading-limits.ts'
import { damaged, overLimit } from './unreadable-workbook.ts'
import type { ZipPart } from './zip-directory.ts'

/** Control characters but tab and line ends, surrogates without their partner, the two non-characters. */
const NO_CHARACTER = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu

/** What the texts of one workbook may still come to. */
export class TextBudget {
  #left: number = LIMITS.textCharacters

  /** A text of its own: a piece of a larger one would keep all of that in memory. */
  keep(text: string): string {
    this.#left -= text.length
    if (this.#left < 0) throw overLimit('文字太多')
    return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
  }
}

/** Gathers the runs of one text: `<t>` of `<si>` or `<is>`, without the readings that stand beside Chinese in Japanese files. */
export class TextRuns {
  #text = ''
  #isRun = false
  #phonetic = 0

  begin(): void {
    this.#text = ''
    this.#isRun = false
    this.#phonetic = 0
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1
    else if (name === 't') this.#isRun = this.#phonetic === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1
    else if (name === 't') this.#isRun = false
  }

  add(text: string): void {
    if (this.#isRun) this.#text = joined(this.#text, text)
  }

  take(): string {
    return unescaped(this.#text)
  }
}

/** Both texts together, refused where no cell could hold them. */
export function joined(before: string, more: string): string {
  const text = before === '' ? more : before + more
  // A coded character (_x000D_) takes seven places for one.
  if (text.length > LIMITS.cellCharacters * 7) throw damaged('单元格的文字超过32767个字')
  return text
}

/**
 * _x000D_ → the character; _x005F_ is the underscore that keeps a text what it is. What is no character of a text (a zero,
 * half of a pair) goes.
 */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return decoded.replace(NO_CHARACTER, '')
}

/** Texts that cells refer to by number. */
export async function readSharedTexts(
  pack: WorkbookPackage,
  part: ZipPart | null,
  budget: TextBudget,
): Promise<string[]> {
  const texts: string[] = []
  if (part === null) return texts
  const runs = new TextRuns()
  await scanPart(pack, part, {
    open: (name) => {
      if (name === 'si') runs.begin()
      else runs.open(name)
    },
    close: (name) => {
      if (name !== 'si') return runs.close(name)
      if (texts.length >= LIMITS.sharedTexts) throw overLimit('文字太多')
      texts.push(budget.keep(runs.take()))
    },
    text: (text) => runs.add(text),
  })
  return texts
}

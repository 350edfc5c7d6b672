// How numbers are shown decides what they mean: 0.235 may be 23.5 %, and 44012 may be a day.
import { scanPart, type WorkbookPackage } from './package-parts.ts'
import { LIMITS } from './reading-limits.ts'
import { overLimit } from './unreadable-workbook.ts'
import { attribute } from './xml-scanner.ts'
import type { ZipPart } from './zip-directory.ts'

export type NumberMeaning = 'number' | 'percent' | 'date'

/** Formats that the file format numbers itself: 9 and 10 are percentages, 14–22, 27–36, 45–47, 50–58 dates and times. */
function builtIn(id: number): NumberMeaning {
  if (id === 9 || id === 10) return 'percent'
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return isDate ? 'date' : 'number'
}

/** What a format code makes of a number: texts in quotes, colours and conditions in brackets do not count. */
export function meaningOf(code: string): NumberMeaning {
  const positive = code.split(';')[0] ?? ''
  const bare = positive
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
  if (bare.includes('%')) return 'percent'
  return /[ymdhs]|上午|下午/i.test(bare) ? 'date' : 'number'
}

/** Meaning of each cell style, by its index. */
export async function readCellStyles(pack: WorkbookPackage, part: ZipPart | null): Promise<NumberMeaning[]> {
  const styles: NumberMeaning[] = []
  if (part === null) return styles
  const own = new Map<number, NumberMeaning>()
  let isCellStyle = false
  await scanPart(pack, part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') isCellStyle = true
      else if (name === 'numFmt') {
        const id = Number(attribute(attributes, 'numFmtId'))
        own.set(id, meaningOf((attribute(attributes, 'formatCode') ?? '').slice(0, 500)))
      } else if (name === 'xf' && isCellStyle) {
        const id = Number(attribute(attributes, 'numFmtId') ?? '0')
        styles.push(own.get(id) ?? builtIn(id))
      }
      if (styles.length > LIMITS.styles || own.size > LIMITS.styles)
        throw overLimit(`单元格样式超过${LIMITS.styles}种`)
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false
    },
    text: () => undefined,
  })
  return styles
}

// Where pages end is written into the file: no merged cell, heading or sign-off may lie across.
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { largeInput, sampleInput, textInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { PageMeter } from '../../src/excel/page-meter.ts'
import { printedPage, readableWidth } from '../../src/excel/page-setup.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import { areSecondReadersDeclaredAbsent, pagesInLibreOffice } from './second-readers.ts'
import { partsOf } from './workbook-parts.ts'

const PRINTED_HEIGHT = 595 - (0.5 + 0.55) * 72
const PRINTED_WIDTH = 842 - 72
/** 宋体 11: pixels of a digit, and points of a pixel */
const DIGIT = 8 * 0.75

interface Page {
  readonly first: number
  readonly last: number
  /** points of the sheet */
  readonly height: number
}

interface ReadSheet {
  readonly breaks: readonly number[]
  readonly merges: readonly { readonly top: number; readonly bottom: number }[]
  readonly pages: readonly Page[]
  /** height of a page in points of the sheet, once it is shrunk to the page's width */
  readonly room: number
  readonly isOnePage: boolean
}

function read(xml: string): ReadSheet {
  const breaks = [...xml.matchAll(/<brk id="(\d+)" max="16383" man="1"\/>/g)].map(([, row]) => Number(row))
  const heights = new Map(
    [...xml.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].map(([, row, ht]) => [Number(row), Number(ht)]),
  )
  const width = [...xml.matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].reduce(
    (sum, [, min, max, each]) => sum + (Number(max) - Number(min) + 1) * Number(each) * DIGIT,
    0,
  )
  const ends = [...breaks, Math.max(...heights.keys())]
  return {
    breaks,
    merges: [...xml.matchAll(/<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"/g)].map(([, top, bottom]) => ({
      top: Number(top),
      bottom: Number(bottom),
    })),
    pages: ends.map((last, index) => {
      const first = (ends[index - 1] ?? 0) + 1
      let height = 0
      for (let row = first; row <= last; row += 1) height += heights.get(row) ?? 0
      return { first, last, height }
    }),
    room: PRINTED_HEIGHT * Math.max(1, width / PRINTED_WIDTH),
    isOnePage: /fitToHeight="1"/.test(xml),
  }
}

const BOOKS = {
  sample: () => sampleInput(),
  large: () => largeInput(200),
  'long texts': () => textInput('受疫情影响，部分项目申报推迟，已与企业逐一对接。'.repeat(6)),
}
const books = new Map<string, Uint8Array>()
beforeAll(async () => {
  for (const [name, input] of Object.entries(BOOKS))
    books.set(name, await writeWorkbook(bulletinReport(input())))
})

const sheetsOf = (name: string): ReadSheet[] =>
  Object.entries(partsOf(books.get(name) ?? new Uint8Array()))
    .filter(([part]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))
    .map(([, xml]) => read(xml))

describe.each(Object.keys(BOOKS))('%s', (name) => {
  test('no page is longer than the paper, except a sheet that is one page', () => {
    const sheets = sheetsOf(name)
    expect(sheets.some(({ breaks }) => breaks.length > 0)).toBe(true)
    for (const { pages, room, isOnePage, breaks } of sheets) {
      if (isOnePage) expect(breaks).toEqual([])
      else for (const page of pages) expect(page.height).toBeLessThanOrEqual(room)
    }
  })

  test('no merged cell lies across a page’s end', () => {
    for (const { breaks, merges } of sheetsOf(name))
      for (const row of breaks)
        expect(merges.filter(({ top, bottom }) => top <= row && bottom > row)).toEqual([])
  })

  test('the last page of a table holds rows, not notes alone', () => {
    for (const { pages } of sheetsOf(name)) {
      const rows = pages.map(({ first, last }) => last - first + 1)
      // three rows, a gap, a note and the sign-off; two where the page before has no row to spare
      const wanted = (rows.at(-2) ?? 0) > 3 ? 6 : 5
      if (pages.length > 1) expect(rows.at(-1)).toBeGreaterThanOrEqual(wanted)
    }
  })
})

describe('the meter', () => {
  const rows = (heights: number[], tail: number, used = 0) => {
    const meter = new PageMeter({ height: 100 / 0.97, shrink: 2 }, 10)
    meter.add(used)
    return meter.rows(heights, tail)
  }
  const tens = (count: number) => Array.from({ length: count }, () => 10)

  test.each([
    ['fits', tens(8), 20, 0, []],
    ['turns where the page is full', tens(19), 0, 0, [10]],
    ['repeats the headings on each page', tens(30), 0, 0, [10, 19, 27]],
    ['counts what stands above', tens(8), 0, 70, [3]],
    ['leaves three rows with the notes', tens(10), 20, 0, [7]],
    ['moves an end that would leave one row', tens(11), 0, 0, [8]],
    ['tears nothing of a short table', tens(4), 90, 0, []],
    ['a row taller than a page stands by itself', [10, 300, 10], 0, 0, [1, 2]],
  ] as [string, number[], number, number, number[]][])('%s', (_what, heights, tail, used, starts) => {
    expect(rows(heights, tail, used)).toEqual(starts)
  })

  test('a sheet a little longer than a page becomes one, as long as it can be read', () => {
    const becomesOne = (height: number, shrink: number, isWished: boolean) =>
      new PageMeter({ height: 100 / 0.97, shrink }, 10).isOnePage(height, isWished)
    expect([becomesOne(112, 2, false), becomesOne(113, 2, false)]).toEqual([true, false])
    expect([becomesOne(104, 1.05, false), becomesOne(106, 1.05, false)]).toEqual([true, false])
    // Made to be one page, it may become smaller, but not too small to read.
    expect([becomesOne(129, 1.3, true), becomesOne(131, 1.3, true)]).toEqual([true, false])
  })

  test('text of 11 points shrunk to the paper is never smaller than 7.5', () => {
    const { width, height } = { width: 842 - 72, height: 595 - 1.05 * 72 }
    expect(printedPage('A4', width)).toEqual({ height, shrink: 11 / 7.5 })
    expect(printedPage('A4', width * 2)).toEqual({ height: height * 2, shrink: 1 })
    expect((width / readableWidth('A4')) * 11).toBeCloseTo(7.5)
  })
})

if (!areSecondReadersDeclaredAbsent) {
  test('LibreOffice turns the pages where the file says @workbook-eyes', () => {
    const wanted = sheetsOf('large').reduce((sum, { pages }) => sum + pages.length, 0)
    expect(pagesInLibreOffice(books.get('large') ?? new Uint8Array())).toBe(wanted)
  })
}

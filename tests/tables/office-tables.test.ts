// Tables as offices lay them out come in the same whichever program wrote the file.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areSecondReadersDeclaredAbsent } from '../excel/second-readers.ts'
import { type FormFolder, formFolder } from '../forms/example-forms.ts'
import { officeTables } from './office-tables.ts'
import { openTable, previewTable } from './own-table.ts'

/** Changes as "item field value cell", and the places that were not read. */
const EXPECTED: Readonly<Record<string, readonly unknown[]>> = {
  'two heading rows': ['进展', ['i7 value 3 F5', 'i7 note 含2家预审 H5', 'i10 value 2 F6'], ['A7:F7']],
  'unit in the heading': ['表1', ['i8 value 2 B3', 'i8 note 按合同核定 C3'], ['A4:B4']],
  'months as columns, a hidden row': [
    '全年',
    ['i7 value 3 I2', 'i10 value 4 I3'],
    ['C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3', 'O2:O3'],
  ],
  // The other sheets are told by what they begin with.
  'several sheets': ['7月', ['i7 value 3 B3', 'i10 value 4 B4'], ['A5:B5', 'A1', 'A1']],
}

let forms: FormFolder
beforeAll(async () => {
  forms = await formFolder()
})
afterAll(() => forms.remove())

test.skipIf(areSecondReadersDeclaredAbsent)(
  'every layout by openpyxl and by LibreOffice @workbook-eyes',
  async () => {
    const tables = officeTables()
    expect(tables).toHaveLength(Object.keys(EXPECTED).length * 2)
    for (const { layout, madeBy, bytes } of tables) {
      const file = join(forms.folder, 'office.xlsx')
      writeFileSync(file, bytes)
      const { sheet } = await openTable(forms, file, 'month', '2020-07')
      const { changes, unread } = await previewTable(forms, file, { month: '2020-07', department: 'keyan' })
      const words = changes.map(({ indicator, field, to, cell }) => `${indicator} ${field} ${to} ${cell}`)
      const places = unread.map(({ cell }) => cell)
      expect([layout, madeBy, sheet, words, places]).toEqual([layout, madeBy, ...(EXPECTED[layout] ?? [])])
      const isHidden = changes.map(({ remarks }) => remarks.some((remark) => remark.includes('隐藏')))
      expect([layout, isHidden.includes(true)]).toEqual([layout, layout.includes('hidden')])
    }
  },
  120_000,
)

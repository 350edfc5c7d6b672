// The looks that a cell of a record table can have. ExcelJS numbers styles only when it writes the workbook, so each
// look is put into a cell of a row of samples, and its number is read from there.
import type { Worksheet } from 'exceljs'
import type { Light } from '../../core/measuring/status.ts'
import type { RecordTable } from '../../core/reports/record-table.ts'
import type { HorizontalAlign, NumberShape } from '../../core/reports/report-table.ts'
import { columnLetter } from '../formula-address.ts'
import type { StyleBook, StyleWish } from '../styles.ts'

const ALIGNS: readonly HorizontalAlign[] = ['left', 'center', 'right']
const LIGHTS: readonly Light[] = ['blue', 'green', 'yellow', 'red', 'grey']
/** A figure has at most this many digits behind the point (plan schema), a percentage two more. */
const MOST_DECIMALS = 12
const CEILING = '≤'

const record = { role: 'record', isTop: true } as const
const textWish = (align: HorizontalAlign): StyleWish => ({ ...record, align, isWrapped: true })

/** Name of a look → how it looks. */
const LOOKS: ReadonlyMap<string, StyleWish> = new Map([
  ...ALIGNS.flatMap((align): [string, StyleWish][] => [
    [textLook(align, false), textWish(align)],
    [textLook(align, true), { ...textWish(align), isQuoted: true }],
    ...LIGHTS.map((light): [string, StyleWish] => [lightLook(align, light), { ...textWish(align), light }]),
    ...shapes().map((shape): [string, StyleWish] => [numberLook(align, shape), { ...record, align, shape }]),
  ]),
])

function shapes(): NumberShape[] {
  return Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => [
    { decimals },
    { decimals, prefix: CEILING },
    { decimals, isPercent: true },
  ]).flat()
}

export function textLook(align: HorizontalAlign, isQuoted: boolean): string {
  return `text ${align} ${isQuoted}`
}

export function lightLook(align: HorizontalAlign, light: Light): string {
  return `light ${align} ${light}`
}

export function numberLook(align: HorizontalAlign, { decimals, isPercent, prefix }: NumberShape): string {
  return `number ${align} ${Math.min(decimals, MOST_DECIMALS)} ${isPercent === true} ${prefix ?? ''}`
}

/** Looks that the table's columns can ask for. */
function looksOf({ columns }: RecordTable): [string, StyleWish][] {
  const aligns = new Set(columns.map(({ align }) => align))
  return [...LOOKS].filter(([, { align }]) => aligns.has(align))
}

/** Fills the row of samples. */
export function putSamples(worksheet: Worksheet, row: number, table: RecordTable, styles: StyleBook): void {
  looksOf(table).forEach(([, wish], at) => {
    worksheet.getRow(row).getCell(at + 1).style = styles.get(wish)
  })
}

/** Name of a look → number of its style, as the finished sheet has it in the row of samples. */
export function readSamples(xml: string, row: number, table: RecordTable): ReadonlyMap<string, number> {
  return new Map(
    looksOf(table).map(([look], at) => {
      const address = `${columnLetter(at + 1)}${row}`
      const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(xml)?.[1]
      if (style === undefined) throw new RangeError(`no sample of ${look} in ${address}`)
      return [look, Number(style)] as const
    }),
  )
}

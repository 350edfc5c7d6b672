// What a spreadsheet colours by itself: bars behind shares, and lights by the mark their text begins with, so that what
// somebody corrects by hand before printing takes its look along.
import type {
  ConditionalFormattingOptions,
  ConditionalFormattingRule,
  DataBarRuleType,
  Style,
  Worksheet,
} from 'exceljs'
import { LIGHT_MARKS, type Light } from '../core/measuring/status.ts'
import type { ReportCell } from '../core/reports/report-table.ts'
import type { PlacedRow } from './block-layout.ts'
import { columnLetter } from './formula-address.ts'
import type { PlacedColumn } from './sheet-grid.ts'
import { BAR_COLOUR, lightStyle } from './styles.ts'

const LIGHTS = Object.keys(LIGHT_MARKS) as readonly Light[]

/** Formats of one table's columns; `body`: its rows without headings and totals. */
export function addConditionalFormats(
  worksheet: Worksheet,
  columns: readonly PlacedColumn[],
  body: readonly PlacedRow[],
): void {
  const [top, bottom] = [body[0]?.top ?? 1, body.at(-1)?.bottom ?? 1]
  for (const { column, first } of columns) {
    const cells = body.flatMap(({ row }) => row.cells[column.key] ?? [])
    const hasBars = cells.some(({ bar }) => bar !== undefined)
    const hasLights = cells.some(isMarkedLight)
    if (!hasBars && !hasLights) continue
    const letter = columnLetter(first)
    const priority = nextPriority(worksheet)
    worksheet.addConditionalFormatting({
      ref: `${letter}${top}:${letter}${bottom}`,
      rules: [
        ...(hasBars ? [barRule(priority)] : []),
        ...(hasLights
          ? LIGHTS.map((light, at) => lightRule(light, `${letter}${top}`, priority + Number(hasBars) + at))
          : []),
      ],
    })
  }
}

/** No two rules of a sheet may share a priority. */
function nextPriority(worksheet: Worksheet): number {
  // Not in the typings, though not marked private either.
  const { conditionalFormattings } = worksheet as Worksheet & {
    readonly conditionalFormattings: readonly ConditionalFormattingOptions[]
  }
  return 1 + conditionalFormattings.reduce((sum, { rules }) => sum + rules.length, 0)
}

/** ▲ 滞后: its colour comes from the mark. A figure with a light (逐月进度) shows the mark but does not hold it. */
export function isMarkedLight({ value, light }: ReportCell): boolean {
  return light !== undefined && typeof value === 'string' && value.startsWith(LIGHT_MARKS[light])
}

/** `address`: the range's first cell. An expression is what every spreadsheet program has understood for longest. */
function lightRule(light: Light, address: string, priority: number): ConditionalFormattingRule {
  const style: Partial<Style> = lightStyle(light)
  return { type: 'expression', priority, formulae: [`LEFT(${address},1)="${LIGHT_MARKS[light]}"`], style }
}

type BarRule = DataBarRuleType & { readonly color: { readonly argb: string } }

/**
 * A full bar is 100 %. Without ends and colour Excel would "repair" the file (the typings forget the colour).
 * A new object each time: ExcelJS writes the rule's id into it, and two ranges must not share one.
 */
function barRule(priority: number): BarRule {
  return {
    type: 'dataBar',
    priority,
    cfvo: [
      { type: 'num', value: 0 },
      { type: 'num', value: 1 },
    ],
    color: { argb: BAR_COLOUR },
    gradient: false,
    minLength: 0,
    maxLength: 100,
  }
}

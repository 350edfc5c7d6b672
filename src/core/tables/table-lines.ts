// The rows below the headings: which are items, and which are headings of a block, totals or notes.
import { folded } from '../forms/form-fields.ts'
import type { Steps } from '../steps.ts'
import type { ColumnMeaning } from './column-meanings.ts'
import type { TableHeadings } from './find-headings.ts'
import type { AssignedColumn } from './propose-columns.ts'
import type { GridRow, TableGrid } from './table-grid.ts'

/** A name in a row; `isOwn` false where the cell is merged with one above, which said it first. */
export interface LineName {
  readonly text: string
  readonly column: number
  readonly isOwn: boolean
}

export type TableLine =
  | {
      readonly kind: 'item'
      readonly row: GridRow
      readonly programme: string
      readonly indicator: LineName | null
      readonly measure: LineName | null
    }
  /** the name of a block of work, over the whole width */
  | { readonly kind: 'group'; readonly row: GridRow; readonly text: string }
  | { readonly kind: 'left-out'; readonly row: GridRow; readonly reason: string }
  /** the headings once more, as on a second page */
  | { readonly kind: 'heading'; readonly row: GridRow }

const SUBTOTAL_REASON = '合计、小计由系统计算，没有读入'

const SUBTOTAL = /^(合计|小计|总计|共计|累计|汇总|全市合计|全区合计|全县合计)$|(小计|合计)$/
const FOOTNOTE =
  /^(注|备注|说明|填表说明|填报说明|填报人|填表人|制表|审核|审核人|联系人|填报单位|负责人|报送|单位负责人)([:：人\d(（]|$)/
const NUMBERED_BLOCK = /^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)])/
const BLOCK_WORDS = /(行动|工程|计划|目标|措施|方面)$/

/** Column of each meaning; a table has each at most once. */
export type ColumnsByMeaning = ReadonlyMap<ColumnMeaning, number>

export function columnsByMeaning(columns: readonly AssignedColumn[]): ColumnsByMeaning {
  return new Map(
    columns.filter(({ meaning }) => meaning !== 'ignored').map(({ meaning, column }) => [meaning, column]),
  )
}

/** From the top. A programme typed once counts for the rows below it that name none. */
export function* tableLines(
  grid: TableGrid,
  headings: TableHeadings,
  columns: ColumnsByMeaning,
): Steps<TableLine[]> {
  const lines: TableLine[] = []
  let programme = ''
  for (const row of grid.rows) {
    if (row.row <= headings.bottom) continue
    yield
    const line = lineOf(grid, headings, columns, row)
    if (line.kind === 'group') programme = line.text
    if (line.kind !== 'item') {
      lines.push(line)
      continue
    }
    const own = line.programme
    if (own !== '') programme = own
    lines.push({ ...line, programme })
  }
  return lines
}

function lineOf(
  grid: TableGrid,
  headings: TableHeadings,
  columns: ColumnsByMeaning,
  row: GridRow,
): TableLine {
  const nameOf = (meaning: 'indicator' | 'measure'): LineName | null => {
    const column = columns.get(meaning)
    if (column === undefined) return null
    const text = grid.text(row.row, column)
    return text === '' ? null : { text, column, isOwn: row.cells.has(column) }
  }
  if (isRepeated(grid, headings, row)) return { kind: 'heading', row }
  const first = [...row.cells.values()][0]?.text.trim() ?? ''
  const labels = (['number', 'programme', 'indicator', 'measure'] as const).map((meaning) =>
    folded(row.cells.get(columns.get(meaning) ?? 0)?.text ?? ''),
  )
  if ([...labels, folded(first)].some((text) => SUBTOTAL.test(text)))
    return { kind: 'left-out', row, reason: SUBTOTAL_REASON }
  if (FOOTNOTE.test(folded(first))) return { kind: 'left-out', row, reason: '表格下方的说明，没有读入' }
  const [indicator, measure] = [nameOf('indicator'), nameOf('measure')]
  if (isBlock(grid, columns, row)) return { kind: 'group', row, text: first }
  if (indicator === null && measure === null)
    return { kind: 'left-out', row, reason: '这一行没有名称，不能确定是哪一项，没有读入' }
  const column = columns.get('programme')
  return {
    kind: 'item',
    row,
    programme: column === undefined ? '' : grid.text(row.row, column),
    indicator,
    measure,
  }
}

function isRepeated(grid: TableGrid, headings: TableHeadings, { row, cells }: GridRow): boolean {
  const texts = [...cells.keys()].map((column) => [column, folded(grid.text(row, column))] as const)
  for (let heading = headings.top; heading <= headings.bottom; heading += 1) {
    const isSame = texts.every(([column, text]) => folded(grid.text(heading, column)) === text)
    if (isSame && texts.length >= 2) return true
  }
  return false
}

/** One text alone in its row: over the whole width, outside of the names, or written like a block's heading. */
function isBlock(grid: TableGrid, columns: ColumnsByMeaning, { row, cells }: GridRow): boolean {
  const filled = [...cells.values()]
  const numberColumn = columns.get('number')
  const [only] = filled.filter(({ column }) => column !== numberColumn || filled.length === 1)
  if (only === undefined || only.kind !== 'text') return false
  const isAlone = filled.every((cell) => cell === only || cell.column === numberColumn)
  if (!isAlone) return false
  const merge = grid.mergeAt(row, only.column)
  if (merge !== null && merge.right - merge.left >= 2) return true
  const isName = only.column === columns.get('indicator') || only.column === columns.get('measure')
  if (!isName) return columns.get('programme') !== only.column || filled.length === 1
  const text = only.text.trim()
  return NUMBERED_BLOCK.test(text) || (BLOCK_WORDS.test(folded(text)) && filled.length === 1)
}

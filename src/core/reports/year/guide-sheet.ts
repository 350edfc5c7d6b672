// 说明: the first page – how the year stands in a few numbers, and what each sheet is for.
import { LIGHT_MARKS } from '../../measuring/status.ts'
import { basisWords, marksNote, numberedNotes } from '../bulletin/bulletin-context.ts'
import type { RecordTable } from '../record-table.ts'
import { countCell, DASH, percentCell, textCell } from '../report-cells.ts'
import type { ReportBlock, ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { yearTotals } from './department-sheet.ts'
import type { YearContext } from './year-context.ts'

const FACT_COLUMNS: readonly ReportColumn[] = [
  { key: 'name', title: '项目', width: 18, align: 'left' },
  { key: 'value', title: '数', width: 20, align: 'center' },
  { key: 'words', title: '说明', width: 40, align: 'left', wrap: true },
]

const SHEET_COLUMNS: readonly ReportColumn[] = [
  { key: 'name', title: '工作表', width: 18, align: 'left' },
  { key: 'rows', title: '行数', width: 20, align: 'center' },
  { key: 'words', title: '内容', width: 40, align: 'left', wrap: true },
]

const SHEET_WORDS: Readonly<Record<string, string>> = {
  全年台账: '截至日期的全部指标和举措，按行动排列，供打印、存档（A3横向）。',
  逐月进度: '每项指标1至12月的数和灯，供打印（A3横向）。',
  举措逐月: '每项举措1至12月的推进情况和灯，供打印（A3横向）。',
  县区园区分解表: '分解到县区园区的指标，各县区园区的本年累计和合计，供打印（A3横向）。',
  处室汇总: '各处室的牵头项数、报送率、填实率、按时情况、灯和最要紧的一项，供打印（A4横向）。',
  明细: '逐月、逐项、逐县区园区一行，没有合并单元格，可排序、筛选、做透视表；没有数的格是空的，原因见“填报情况”栏。',
  佐证材料: '佐证材料逐件一行，列文件名、校验值、所属事项、填报人和时间，可排序、筛选。',
}

export function guideSheet(
  context: YearContext,
  printed: readonly ReportSheet[],
  records: readonly RecordTable[],
): ReportSheet {
  return {
    ...context.frame('说明', '全年台账', '项、月次、%'),
    paper: 'A4',
    isOnePage: true,
    blocks: [facts(context), contents(printed, records)],
    notes: numberedNotes([
      marksNote(context),
      '“明细”中分解到县区园区的指标，“县区园区”栏为“合计”的行是全项的数，其余是各县区园区的数，求和前请先筛选，避免重复。',
      basisWords(context.input.basis === 'latest'),
    ]),
  }
}

function facts(context: YearContext): ReportBlock {
  const totals = yearTotals(context)
  const { bands } = context
  const items = [...context.indicators, ...context.measures]
  const lights = (['blue', 'green', 'yellow', 'red', 'grey'] as const)
    .map((light) => `${LIGHT_MARKS[light]}${items.filter(({ status }) => status.light === light).length}`)
    .join('　')
  const share = (part: number, whole: number) => percentCell(whole === 0 ? null : part / whole, bands)
  const row = (name: string, value: ReportRow['cells'][string], words: string | null): ReportRow => ({
    cells: { name: textCell(name), value, words: textCell(words) },
  })
  return {
    title: '一、总体情况',
    columns: FACT_COLUMNS,
    rows: [
      row('指标', countCell(context.indicators.length), '截至日期在执行的，含主要目标'),
      row('举措', countCell(context.measures.length), '截至日期在执行的'),
      row('灯', items.length === 0 ? DASH : countCell(items.length), items.length === 0 ? null : lights),
      row('报送率', share(totals.reported, totals.due), `已报${totals.reported}月次，应报${totals.due}月次`),
      row(
        '填实率',
        share(totals.filled, totals.expected),
        `已填${totals.filled}项次，应填${totals.expected}项次`,
      ),
      row('按时报送', countCell(totals.onTime), `逾期${totals.late}月次，退回${totals.returned}次`),
    ],
    emptyText: '',
  }
}

function contents(printed: readonly ReportSheet[], records: readonly RecordTable[]): ReportBlock {
  const row = (name: string, rows: number): ReportRow => ({
    cells: {
      name: textCell(name),
      rows: countCell(rows),
      words: textCell(SHEET_WORDS[name.replace(/\d+$/, '')] ?? null),
    },
  })
  const rowsOf = ({ blocks }: ReportSheet) =>
    blocks.reduce((sum, { rows }) => sum + rows.filter(({ kind }) => kind !== 'total').length, 0)
  return {
    title: '二、各表内容',
    columns: SHEET_COLUMNS,
    rows: [
      ...printed.map((sheet) => row(sheet.name, rowsOf(sheet))),
      ...records.map(({ name, rowCount }) => row(name, rowCount)),
    ],
    emptyText: '',
  }
}

// 佐证材料: every file that stands behind the year's figures and measures, with the hash it is kept under.

import { evidenceName, readEvidencePath } from '../../journal/evidence-file.ts'
import { epochOf } from '../../journal/hybrid-clock.ts'
import type { Evidence } from '../../journal/journal-entry.ts'
import { planOf, type Recorded } from '../../state/bureau-state.ts'
import { civilTimeOf } from '../../values/civil-time.ts'
import type { RecordCell, RecordColumn, RecordTable } from '../record-table.ts'
import { countingEntry, type DetailCell } from './detail-cells.ts'
import { reviewWord } from './detail-rows.ts'
import { unitName, type YearContext } from './year-context.ts'

const COLUMNS: readonly RecordColumn[] = [
  { title: '序号', width: 3.4, align: 'center' },
  { title: '文件名', width: 22, align: 'left' },
  { title: '大小(字节)', width: 6, align: 'right' },
  { title: '月份', width: 4.6, align: 'center' },
  { title: '类别', width: 3, align: 'center' },
  { title: '行动', width: 9, align: 'left' },
  { title: '事项', width: 16, align: 'left' },
  { title: '县区园区', width: 7, align: 'left' },
  { title: '责任处室', width: 5.6, align: 'center' },
  { title: '填报人', width: 4.6, align: 'center' },
  { title: '填报时间', width: 8.6, align: 'center' },
  { title: '审核', width: 4.6, align: 'center' },
  { title: '校验值(SHA-256)', width: 36, align: 'left' },
  { title: '存放位置', width: 40, align: 'left' },
]

/** `cells`: those of 明细. */
export function evidenceTable(context: YearContext, cells: readonly DetailCell[]): RecordTable {
  const rows = cells.flatMap((cell) => rowsOf(context, cell))
  return {
    name: '佐证材料',
    title: `${context.planTitle}佐证材料清单${context.mark}`,
    columns: COLUMNS,
    frozenColumns: 2,
    rowCount: rows.length,
    *rows() {
      for (const [at, row] of rows.entries()) yield [at + 1, ...row]
    },
  }
}

interface Source {
  readonly recorded: Recorded<unknown>
  readonly evidence: readonly Evidence[]
  readonly review: string
}

function rowsOf(context: YearContext, cell: DetailCell): RecordCell[][] {
  const source = sourceOf(context, cell)
  if (source === null || source.evidence.length === 0) return []
  const { month, planned } = cell
  const plan = planOf(context.input.state).at(month)
  const locality = cell.kind === 'indicator' && cell.locality !== null ? cell.locality : null
  return source.evidence.map((file) => [
    evidenceName(file),
    file.size ?? null,
    month,
    cell.kind === 'indicator' ? '指标' : '举措',
    planned.programme?.name ?? '主要目标',
    'indicator' in planned ? planned.indicator.name : planned.measure.name,
    locality === null ? null : (plan.localitiesById.get(locality)?.name ?? locality),
    planned.lead === null ? null : unitName(plan, planned.lead),
    source.recorded.author,
    civilTimeOf(epochOf(source.recorded.time)),
    source.review,
    readEvidencePath(file.path)?.hash ?? null,
    file.path,
  ])
}

function sourceOf({ input }: YearContext, cell: DetailCell): Source | null {
  if (cell.kind === 'measure') {
    const found = input.state.measures.get(cell.planned.measure.id)?.get(cell.month)
    const recorded = countingEntry(found, input.basis)
    if (found === undefined || recorded === null) return null
    return { recorded, evidence: recorded.body.evidence, review: reviewWord(found) }
  }
  // Files of a figure that is taken from another plan are listed in that plan's ledger.
  if (cell.planned.takenFrom !== null) return null
  const cells = input.state.readings.get(cell.planned.indicator.id)?.get(cell.month)?.cells
  const found = cells?.get(cell.locality ?? '')
  const recorded = countingEntry(found, input.basis)
  if (found === undefined || recorded === null) return null
  return { recorded, evidence: recorded.body.evidence ?? [], review: reviewWord(found) }
}

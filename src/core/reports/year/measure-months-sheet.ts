// 举措逐月: each measure month by month, its status in words and its mark.

import { LIGHT_MARKS } from '../../measuring/status.ts'
import { planOf } from '../../state/bureau-state.ts'
import { measureStatusInState } from '../../state/measure-state.ts'
import { basisWords, numberedNotes } from '../bulletin/bulletin-context.ts'
import { measureStatusWord } from '../bulletin/item-words.ts'
import { countCell, DASH, textCell } from '../report-cells.ts'
import type { ReportColumn, ReportRow, ReportSheet } from '../report-table.ts'
import { unitName, type YearContext } from './year-context.ts'
import { byProgramme, type YearMeasure, yearMeasures } from './year-items.ts'
import { type AmongProgrammes, monthCells, monthColumns } from './year-months.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '序号', width: 2.6, align: 'center' },
  { key: 'programme', title: '行动', width: 7, align: 'center', wrap: true },
  { key: 'name', title: '举措', width: 18, align: 'left', wrap: true },
  { key: 'lead', title: '责任处室', width: 4.6, align: 'center', wrap: true },
  ...monthColumns(5),
]

export function measureMonthsSheet(context: YearContext): ReportSheet {
  const items = byProgramme(yearMeasures(context), ({ planned }) => planned.programme, context)
  return {
    ...context.frame('举措逐月', '举措逐月情况表', '项'),
    paper: 'A3',
    blocks: [
      {
        title: null,
        columns: COLUMNS,
        rows: items.map(({ item, key, name }, at) => measureRow(context, item, { at, key, name })),
        emptyText: '本年度要点没有举措',
      },
    ],
    notes: numberedNotes([
      '符号为当月的灯：★已完成；●推进中且没有逾期节点；▲节点当月到期未完成，或受阻需协调；■节点已逾期；○未填、未启动。',
      basisWords(context.input.basis === 'latest'),
    ]),
  }
}

function measureRow(
  context: YearContext,
  { planned, months: inForce }: YearMeasure,
  place: AmongProgrammes,
): ReportRow {
  const { measure, lead } = planned
  const { state, basis } = context.input
  return {
    id: `measure/${measure.id}`,
    cells: {
      no: countCell(place.at + 1),
      programme: { value: place.name, mergeKey: place.key },
      name: textCell(measure.name),
      lead: textCell(lead === null ? null : unitName(context.plan, lead)),
      ...monthCells(context, (month) => {
        const edition = inForce.has(month) ? planOf(state).at(month).measuresById.get(measure.id) : undefined
        if (edition === undefined) return DASH
        const { light, status } = measureStatusInState(state, edition, month, basis)
        return { value: `${LIGHT_MARKS[light]} ${measureStatusWord(status)}`, light }
      }),
    },
  }
}

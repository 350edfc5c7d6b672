// 督办: the slips (督办单) that stand behind the issue.
import type { ReportColumn, ReportSheet } from '../report-table.ts'
import { type BulletinContext, numberedNotes } from './bulletin-context.ts'

const COLUMNS: readonly ReportColumn[] = [
  { key: 'no', title: '编号', width: 5, align: 'center' },
  { key: 'level', title: '级别', width: 4, align: 'center' },
  { key: 'name', title: '督办事项', width: 20, align: 'left', wrap: true },
  { key: 'lead', title: '责任处室', width: 6, align: 'center', wrap: true },
  { key: 'issuedAt', title: '发出日期', width: 7, align: 'center' },
  { key: 'due', title: '办结期限', width: 7, align: 'center' },
  { key: 'reply', title: '办理情况', width: 22, align: 'left', wrap: true },
  { key: 'state', title: '状态', width: 6, align: 'center' },
]

export function supervisionSheet(context: BulletinContext): ReportSheet {
  return {
    ...context.frame('督办', '督办情况表', '件'),
    summary: null,
    blocks: [{ title: null, columns: COLUMNS, rows: [], emptyText: '截至本期没有发出督办单' }],
    notes: numberedNotes(['严重滞后和未报送的事项见滞后事项表、报送情况表。']),
    isOnePage: false,
  }
}

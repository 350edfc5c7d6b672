// The columns of 明细, in order.
import type { RecordCell, RecordColumn } from '../record-table.ts'

export const DETAIL_COLUMNS = {
  no: { title: '序号', width: 3.4, align: 'center' },
  month: { title: '月份', width: 4.6, align: 'center' },
  kind: { title: '类别', width: 3, align: 'center' },
  programme: { title: '行动', width: 9, align: 'left' },
  name: { title: '事项', width: 16, align: 'left' },
  locality: { title: '县区园区', width: 7, align: 'left' },
  unit: { title: '单位', width: 3.2, align: 'center' },
  state: { title: '填报情况', width: 5.6, align: 'center' },
  value: { title: '填报数', width: 6, align: 'right' },
  numerator: { title: '分子', width: 6, align: 'right' },
  denominator: { title: '分母', width: 6, align: 'right' },
  amount: { title: '本月数', width: 6, align: 'right' },
  actual: { title: '本年累计', width: 6, align: 'right' },
  committed: { title: '年度目标(确保)', width: 6, align: 'right' },
  stretch: { title: '力争', width: 5, align: 'right' },
  completion: { title: '全年完成率', width: 5.6, align: 'right' },
  expected: { title: '序时应达', width: 6, align: 'right' },
  pace: { title: '完成序时', width: 5.6, align: 'right' },
  light: { title: '灯', width: 6, align: 'center' },
  lead: { title: '责任处室', width: 5.6, align: 'center' },
  author: { title: '填报人', width: 4.6, align: 'center' },
  time: { title: '填报时间', width: 8.6, align: 'center' },
  review: { title: '审核', width: 4.6, align: 'center' },
  note: { title: '说明、进展', width: 24, align: 'left' },
  problems: { title: '存在问题', width: 14, align: 'left' },
  nextSteps: { title: '下一步', width: 14, align: 'left' },
  evidence: { title: '佐证材料', width: 16, align: 'left' },
} as const satisfies Readonly<Record<string, RecordColumn>>

type Key = keyof typeof DETAIL_COLUMNS

/** A row by its columns' keys; what is absent is empty. */
export type DetailRow = Partial<Readonly<Record<Key, RecordCell>>>

export const DETAIL_KEYS = Object.keys(DETAIL_COLUMNS) as Key[]

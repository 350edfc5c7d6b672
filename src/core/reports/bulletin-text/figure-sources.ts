// Where a figure of the 通报 stands, in words: the sheet and its column.
import type { CellRef } from '../report-table.ts'
import type { TextFigure } from './text-model.ts'

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  actual: '本年累计',
  completion: '完成率',
  pace: '完成序时',
  share: '应完成比例',
  stretch: '力争',
  light: '状态',
  state: '报送状态',
  status: '推进情况',
  onTime: '是否按时',
  fillRate: '填实率',
  change: '变化',
  needed: '追赶要求',
  total: '合计',
  blue: '完成',
  green: '正常',
  yellow: '滞后',
  red: '严重',
  grey: '其他',
}

/** 总览“完成率”栏 */
export function sourceWords({ sheet, column }: CellRef): string {
  return `${sheet}“${COLUMN_WORDS[column] ?? column}”栏`
}

/** 总览“完成率”栏；总览“应完成比例”栏 */
export function sourcesOf({ refs }: TextFigure): string {
  return refs.map(sourceWords).join('；')
}

// What can be filled in on a fill-in form (处室填报表), and the words on both of its ways.
import type { MeasureStatus, ReadingState } from '../journal/journal-entry.ts'

export type FormSheetKey = 'indicators' | 'measures'

export type ReadingField = 'value' | 'numerator' | 'denominator' | 'state' | 'note'
export type MeasureField = 'status' | 'progress' | 'problems' | 'nextSteps' | 'milestonesDone'
export type FormField = ReadingField | MeasureField

/** Headings of the columns that are filled in; all of them begin with 本月. */
export const FIELD_TITLES: Readonly<Record<FormSheetKey, Readonly<Partial<Record<FormField, string>>>>> = {
  indicators: {
    value: '本月数',
    numerator: '本月分子',
    denominator: '本月分母',
    state: '本月状态',
    note: '本月说明',
  },
  measures: {
    status: '本月状态',
    progress: '本月进展',
    problems: '本月问题',
    nextSteps: '本月下一步',
    milestonesDone: '本月完成节点',
  },
}

export function fieldsOf(sheet: FormSheetKey): readonly FormField[] {
  return Object.keys(FIELD_TITLES[sheet]) as FormField[]
}

/** Columns that say what is to be filled in, and are not filled in themselves. */
export const ITEM_TITLES = {
  id: '编号（勿改）',
  number: '序号',
  programme: '行动',
  indicator: '指标',
  measure: '举措',
  unit: '单位',
  mode: '累计方式',
  target: '年度目标',
  previousTotal: '上月累计',
  milestones: '节点',
  previousStatus: '上月状态',
  previousProgress: '上月进展',
} as const

/** States that are chosen in place of a number; 未填 is an empty cell, and a number speaks for itself. */
export type ChosenState = Exclude<ReadingState, 'blank' | 'number'>

export const STATE_WORDS: Readonly<Record<ChosenState, string>> = {
  'no-progress': '本月无进展',
  'not-applicable': '不适用',
  'not-yet-published': '尚未统计',
}

export const STATUS_WORDS: Readonly<Record<MeasureStatus, string>> = {
  'not-started': '未启动',
  'under-way': '推进中',
  done: '已完成',
  blocked: '受阻需协调',
}

/** Names of the form's sheets. */
export const SHEET_NAMES: Readonly<Record<FormSheetKey | 'guide' | 'meta', string>> = {
  guide: '填报说明',
  indicators: '指标填报',
  measures: '举措填报',
  meta: '_meta',
}

/** For comparing what people see: width, case and blanks do not count. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .toLowerCase()
}

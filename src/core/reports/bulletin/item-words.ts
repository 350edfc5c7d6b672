// Short wordings for one indicator or measure, as they stand in a table cell.

import type { MeasureStatus, ReadingState } from '../../journal/journal-entry.ts'
import type { OverdueMilestone } from '../../measuring/status.ts'
import { figureText, fullWidth } from '../../measuring/wording.ts'
import type { TakenFrom } from '../../plan/taken-figures.ts'
import { parseExact } from '../../values/exact.ts'
import { monthNumber, type ReportingMonth, yearOf } from '../../values/reporting-month.ts'
import { NO_FIGURE } from '../cell-text.ts'
import type { IndicatorItem, MeasureItem } from './bulletin-context.ts'

const MEASURE_STATUS_WORDS: Readonly<Record<MeasureStatus, string>> = {
  'not-started': '未启动',
  'under-way': '推进中',
  done: '已完成',
  blocked: '受阻需协调',
}

/** 推进中; 未填 where nothing was reported */
export function measureStatusWord(status: MeasureStatus | null): string {
  return status === null ? '未填' : MEASURE_STATUS_WORDS[status]
}

/** The states of a month's cell that hold no number; each is shown as what it is, never as 0. */
export const READING_STATE_WORDS: Readonly<Record<Exclude<ReadingState, 'number'>, string>> = {
  blank: '未填',
  'no-progress': '无进展',
  'not-applicable': '不适用',
  'not-yet-published': '尚未统计',
}

/** 取自《2021年科技工作要点》“新增高企”: whose cells the figure stands in, where they are another plan's. */
export function takenFromWords({ planTitle, planned }: TakenFrom): string {
  return `取自《${planTitle.replace(/[《》]/g, '')}》“${planned.indicator.name}”`
}

export const CORRECTION_PENDING = '更正待审'

/** A figure without trailing zeros, as it reads in a sentence. */
function figureWord(value: number | null): string {
  if (value === null) return NO_FIGURE
  const parsed = parseExact(value)
  return parsed === null ? String(value) : figureText(parsed)
}

/** Nothing is due yet: what would be expected prints a dash, since 0.0% would read as a figure. */
export function isNotYetDue({ status }: IndicatorItem): boolean {
  return status.light === 'grey' && status.label === '未到考核期'
}

/** 企业研发机构 14/30家; 有效高企累计 446/力争500家 */
export function indicatorInBrief({ planned, target, status }: IndicatorItem): string {
  const { name, unit } = planned.indicator
  if (status.target === null) return `${name} ${withUnit(figureWord(status.actual), unit)}`
  return `${name} ${figureWord(status.actual)}/${target?.committed == null ? '力争' : ''}${withUnit(figureWord(status.target), unit)}`
}

function withUnit(figure: string, unit: string): string {
  return figure === NO_FIGURE ? figure : `${figure}${unit}`
}

/** 园区考评体系 逾期1个月; 新型研发机构建设 推进中 */
export function measureInBrief({ planned, status }: MeasureItem, month: ReportingMonth): string {
  return `${planned.measure.name} ${overdueInBrief(status.overdueMilestones, month) ?? measureStatusWord(status.status)}`
}

/** How long the oldest milestone has been overdue, in months; 0 = due this month. */
export function monthsOverdue(milestones: readonly OverdueMilestone[], month: ReportingMonth): number | null {
  if (milestones.length === 0) return null
  return Math.max(...milestones.map(({ due }) => monthCount(month) - monthCount(due)))
}

function overdueInBrief(milestones: readonly OverdueMilestone[], month: ReportingMonth): string | null {
  const overdue = monthsOverdue(milestones, month)
  if (overdue === null) return null
  return overdue > 0 ? `逾期${overdue}个月` : '节点本月到期'
}

function monthCount(month: ReportingMonth): number {
  return yearOf(month) * 12 + monthNumber(month)
}

/** 出台管理办法（应于5月完成）；… ; the year is named where it is another one */
export function overdueWords(milestones: readonly OverdueMilestone[], month: ReportingMonth): string | null {
  if (milestones.length === 0) return null
  return milestones
    .map(({ name, due }) => {
      const year = yearOf(due) === yearOf(month) ? '' : `${yearOf(due)}年`
      return `${name}（应于${year}${monthNumber(due)}月完成）`
    })
    .join('；')
}

/**
 * What a figure that has not reached its target still needs: 剩余6个月月均需3.67亿元; for levels, which have no
 * monthly amount, 距目标差0.01个百分点. Two thresholds have their own sentence (the verdict).
 */
export function catchUpWords({ planned, target, status }: IndicatorItem): string | null {
  if (status.whatItTakes !== null) return fullWidth(status.whatItTakes)
  const { mode, unit } = planned.indicator
  const isLevel = mode === 'stock' || mode === 'ratio' || mode === 'yearly'
  const isJudged = status.light !== 'grey' && status.light !== 'blue'
  if (!isLevel || !isJudged || target === null || status.verdict !== null) return null
  const actual = parseExact(status.actual ?? '')
  const wanted = parseExact(status.target ?? '')
  if (actual === null || wanted === null) return null
  const isAtMost = target.comparator === 'at-most'
  const missing = isAtMost ? actual.sub(wanted) : wanted.sub(actual)
  if (missing.lte(0)) return null
  const threshold = target.committed == null ? '力争目标' : '目标'
  const distance = `${figureText(missing)}${unit === '%' ? '个百分点' : unit}`
  return isAtMost ? `超出${threshold}${distance}` : `距${threshold}差${distance}`
}

/** Several remarks in one cell. */
export function remarks(parts: readonly (string | null | undefined)[]): string | null {
  const filled = parts.filter((part): part is string => part != null && part.trim() !== '')
  return filled.length === 0 ? null : filled.join('；')
}

/** A sentence of our own, or null. */
export function ownWords(sentence: string | null): string | null {
  return sentence === null ? null : fullWidth(sentence)
}

/** A、B、C等5项; all of them up to `limit` */
export function nameList(names: readonly string[], limit: number): string {
  return names.length <= limit ? names.join('、') : `${names.slice(0, limit).join('、')}等${names.length}项`
}

// What all sheets of a bulletin share: names, the lines above and below the tables, and the bands in words.

import { type IndicatorStatus, LIGHT_MARKS, type MeasureStatusReport } from '../../measuring/status.ts'
import { bandText } from '../../measuring/wording.ts'
import {
  type Bands,
  type DepartmentId,
  isInForce,
  type PlanIndex,
  type PlannedIndicator,
  type PlannedMeasure,
  type Programme,
  type Target,
  targetInForce,
} from '../../plan/annual-plan.ts'
import { bareTitle, titleInMarks } from '../../plan/plan-title.ts'
import { civilDateOf, parseInstant } from '../../values/civil-time.ts'
import { exact, roundHalfUp } from '../../values/exact.ts'
import { daysInMonth, monthNumber, monthTitle, yearOf } from '../../values/reporting-month.ts'
import type { ReportSheet } from '../report-table.ts'
import type { BulletinInput } from './bulletin-input.ts'

/** One indicator: what the plan says and what the month says. */
export interface IndicatorItem {
  readonly planned: PlannedIndicator
  /** in force in the month; null where the year has none */
  readonly target: Target | null
  readonly status: IndicatorStatus
}

/** One measure: what the plan says and what the month says. */
export interface MeasureItem {
  readonly planned: PlannedMeasure
  readonly status: MeasureStatusReport
}

export interface BulletinContext {
  readonly input: BulletinInput
  readonly plan: PlanIndex
  readonly bands: Bands
  /** in plan order */
  readonly indicators: readonly IndicatorItem[]
  readonly measures: readonly MeasureItem[]
  /** programmes in force in the month */
  readonly programmes: readonly Programme[]
  /** name of a department; a dash where nobody answers */
  nameOf(department: DepartmentId | null): string
  /** the parts of a sheet that are the same everywhere */
  frame(
    name: string,
    what: string,
    unit: string,
  ): Pick<ReportSheet, 'name' | 'title' | 'lead' | 'signOff' | 'paper'>
}

const MONTH_NAMES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

export function bulletinContext(input: BulletinInput): BulletinContext {
  const { plan, month, status } = input
  const indicators = status.indicators.flatMap((each) => {
    const planned = plan.indicatorsById.get(each.id)
    return planned === undefined
      ? []
      : [{ planned, target: targetInForce(planned.indicator, month), status: each }]
  })
  const measures = status.measures.flatMap((each) => {
    const planned = plan.measuresById.get(each.id)
    return planned === undefined ? [] : [{ planned, status: each }]
  })
  return {
    input,
    plan,
    bands: plan.bands,
    indicators,
    measures,
    programmes: plan.plan.programmes.filter((programme) => isInForce(programme, month)),
    nameOf: (department) =>
      department === null ? '—' : (plan.departmentsById.get(department)?.name ?? department),
    frame: (name, what, unit) => ({
      name,
      title: `${planTitle(input)}${MONTH_NAMES[monthNumber(month) - 1]}月份${what}${titleMark(status.provisional, input.isExample)}`,
      lead: {
        left: `填报单位：${office(input)}`,
        middle: `第${input.issue}期 · 截至${monthTitle(month)}${daysInMonth(month)}日 · 序时进度${yearShare(monthNumber(month))}`,
        right: unit === '' ? '' : `单位：${unit}`,
      },
      signOff: [
        `填报人：${input.madeBy}`,
        '审核人：',
        '负责人：',
        `填报日期：${dateTitle(civilDateOf(parseInstant(input.madeAt) ?? 0))}`,
      ],
      paper: 'A4',
    }),
  }
}

/** The plans beside, each looked at by itself. */
export function besideContexts({ input }: BulletinContext): BulletinContext[] {
  return input.beside.map(({ plan, status }) => bulletinContext({ ...input, plan, status, beside: [] }))
}

/** 2020年全市科技工作要点; the year is added where a plan runs over several. */
export function planTitle({ plan, month }: Pick<BulletinInput, 'plan' | 'month'>): string {
  const title = bareTitle(plan.plan.title)
  const year = `${yearOf(month)}年`
  return title.includes(year) && plan.plan.years.from === plan.plan.years.to ? title : `${title}${year}`
}

export function titleMark(isProvisional: boolean, isExample: boolean): string {
  return `${isProvisional ? '（含未审核数）' : ''}${isExample ? '（示例数据）' : ''}`
}

export function office({ bureauName, plan }: Pick<BulletinInput, 'bureauName' | 'plan'>): string {
  const bureau = bureauName?.trim() || plan.plan.issuer?.trim()
  return bureau ? `${bureau}办公室` : '局办公室'
}

/** 50.0%: the share of the year that has gone by. */
export function yearShare(month: number): string {
  return `${roundHalfUp(exact(month * 100).div(12), 1)}%`
}

/** 2020年7月2日 */
export function dateTitle(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

/** What the marks mean under the bands of this plan. */
export function marksNote({ bands }: Pick<BulletinContext, 'bands'>): string {
  const { blue, green, yellow, red, grey } = LIGHT_MARKS
  return `${blue}全年目标已完成；${green}完成序时不低于${bandText(bands.green)}；${yellow}不低于${bandText(bands.yellow)}；${red}低于${bandText(bands.yellow)}；${grey}未填报、未到考核期等。`
}

/** Which figures stand in the sheet. */
export function basisNote({ input }: BulletinContext): string {
  return basisWords(input.status.provisional)
}

export function basisWords(isProvisional: boolean): string {
  return isProvisional ? '本表含尚未审核的数，仅供核对，不作通报。' : '各数以审核通过的数为准。'
}

/** 《“十三五”规划》 */
export function markedTitle({ plan }: Pick<BulletinContext, 'plan'>): string {
  return titleInMarks(plan.plan.title)
}

/** What a sheet leaves out where other plans are in force in the month; nothing where one plan is. */
export function leadingOnlyNote(context: BulletinContext, where: string): string[] {
  const { beside } = context.input
  if (beside.length === 0) return []
  const others = beside.map(({ plan }) => markedTitle({ plan })).join('、')
  return [`本表是${markedTitle(context)}的情况；并列执行的${others}${where}。`]
}

/** 注：1.… 2.…: numbered where there are several. */
export function numberedNotes(notes: readonly string[]): string[] {
  if (notes.length <= 1) return notes.map((note) => `注：${note}`)
  return notes.map((note, index) => `${index === 0 ? '注：' : '　　'}${index + 1}.${note}`)
}

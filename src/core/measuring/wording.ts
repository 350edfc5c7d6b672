// Numbers and lights in words. Every sentence is built from the same exact numbers that the tables show.

import type { Bands, Indicator } from '../plan/annual-plan.ts'
import { titleInMarks } from '../plan/plan-title.ts'
import { filledIn } from '../plan/taken-figures.ts'
import { decimalsNeeded, type Exact, exact, ONE, roundHalfUp, stripZeros } from '../values/exact.ts'
import { monthNumber } from '../values/reporting-month.ts'
import { madeGoodText } from './made-good.ts'
import type { IndicatorInput, MeasuredIndicator } from './measure-indicator.ts'
import { isReached, type MeasuredTarget } from './target-progress.ts'

/** Digits shown of a figure: its usual ones, at least two where it needs them. */
const USUAL_DECIMALS = 2
/** A figure as typed is shown whole up to this many digits. */
const WHOLE_DECIMALS = 6
const MOST_DECIMALS = 12

/** A figure without trailing zeros: as typed where it ends, else rounded half up to two digits or the usual ones. */
export function figureText(value: Exact, usualDecimals = 0): string {
  const needed = decimalsNeeded(value, WHOLE_DECIMALS + 1)
  return stripZeros(
    roundHalfUp(value, needed <= WHOLE_DECIMALS ? needed : Math.max(usualDecimals, USUAL_DECIMALS)),
  )
}

/** A worked-out figure (序时应达, 月均需): rounded half up, two digits or the indicator's usual ones. */
export function roundedText(value: Exact, usualDecimals = 0): string {
  return stripZeros(roundHalfUp(value, Math.max(usualDecimals, USUAL_DECIMALS)))
}

/** How many digits a percentage needs so that rounding crosses no band: 99.96 % is not printed as 100.0 %. */
export function percentDecimals(share: Exact, bands: Bands): number {
  const thresholds = [ONE, exact(bands.green), exact(bands.yellow)]
  for (let places = 1; places < MOST_DECIMALS; places += 1) {
    const shown = exact(roundHalfUp(share.mul(100), places)).div(100)
    if (thresholds.every((threshold) => shown.compare(threshold) === share.compare(threshold))) return places
  }
  return MOST_DECIMALS
}

/** 90.0% – one digit, more where rounding would cross a band. */
export function percentText(share: Exact, bands: Bands): string {
  return `${roundHalfUp(share.mul(100), percentDecimals(share, bands))}%`
}

/** Band limits in words: 100%, 85% */
export function bandText(limit: number): string {
  return `${stripZeros(roundHalfUp(exact(limit).mul(100), 4))}%`
}

/** A distance between two figures: percentages differ in 百分点. */
function distanceText(distance: Exact, unit: string, decimals: number): string {
  return `${figureText(distance, decimals)}${unit === '%' ? '个百分点' : unit}`
}

/** 已达确保目标,距力争目标差1个百分点 – only where both thresholds are given and there is a value. */
export function verdictText(input: IndicatorInput, result: MeasuredIndicator): string | null {
  const { measured, actual } = result
  return measured === null || actual === null ? null : verdictOf(input.planned.indicator, measured, actual)
}

/** The same of a figure by itself, in the indicator's unit. */
export function verdictOf(
  { unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>,
  measured: MeasuredTarget,
  actual: Exact,
): string | null {
  if (measured.stretch === null) return null
  const away = (threshold: Exact) => distanceText(threshold.sub(actual).abs(), unit, decimals ?? 0)
  if (isReached(measured, actual, measured.stretch)) return '已达力争目标'
  if (isReached(measured, actual)) return `已达确保目标,距力争目标差${away(measured.stretch)}`
  return `距确保目标差${away(measured.value)}`
}

/** 剩余6个月月均需3.67亿元 */
export function whatItTakesText(input: IndicatorInput, result: MeasuredIndicator): string | null {
  const { neededPerMonth, measured } = result
  if (neededPerMonth === null || measured === null || result.light === 'blue') return null
  const { unit, decimals } = input.planned.indicator
  const monthsLeft = 12 - monthNumber(input.month)
  const verb = measured.isAtMost ? '月均不超过' : '月均需'
  const total = neededPerMonth.mul(monthsLeft)
  // "0.33家 a month" says nothing of things that are counted; what is still to come does.
  if (decimals === 0 && neededPerMonth.lt(1) && !measured.isAtMost)
    return `剩余${monthsLeft}个月还需${roundedText(total)}${unit}`
  return `剩余${monthsLeft}个月${verb}${roundedText(neededPerMonth, decimals ?? 0)}${unit}`
}

/** The sentence that answers "why this light". */
export function whyText(input: IndicatorInput, result: MeasuredIndicator): string {
  const base = baseSentence(input, result)
  const sentence =
    result.madeGood === null ? base : `${base},${madeGoodText(result.madeGood, input.month)},故为黄(已补)`
  const stretch = result.measured?.isStretchOnly
    ? `(按力争目标${targetText(input, result.measured)}衡量)`
    : ''
  return `${sentence}${stretch}${takenWords(input)}`
}

/** Where the figure comes from, if not from a cell of its own. */
function takenWords({ planned: { takenFrom } }: IndicatorInput): string {
  if (takenFrom === null) return ''
  return `(数取自${titleInMarks(takenFrom.planTitle)}“${takenFrom.planned.indicator.name}”)`
}

function targetText(input: IndicatorInput, measured: MeasuredTarget): string {
  return `${figureText(measured.value)}${input.planned.indicator.unit}`
}

function valueWords(input: IndicatorInput, actual: Exact): string {
  const { mode, unit, decimals } = filledIn(input.planned).indicator
  const figure = `${figureText(actual, decimals ?? 0)}${unit}`
  const month = monthNumber(input.month)
  if (mode === 'yearly') return `年度统计数为${figure}`
  return mode === 'monthly-flow' || mode === 'running-total'
    ? `截至${month}月累计${figure}`
    : `截至${month}月为${figure}`
}

/** The value of earlier months, where this month brought none. */
function earlierWords(input: IndicatorInput, actual: Exact): string {
  const { mode, unit, decimals } = filledIn(input.planned).indicator
  const verb = mode === 'monthly-flow' || mode === 'running-total' ? '此前累计' : '此前为'
  return `${verb}${figureText(actual, decimals ?? 0)}${unit}`
}

function baseSentence(input: IndicatorInput, result: MeasuredIndicator): string {
  const { measured, actual, pace, light, label } = result
  const month = monthNumber(input.month)
  const soFar = actual === null ? '' : `,${valueWords(input, actual)}`
  const before = actual === null ? '' : `,${earlierWords(input, actual)}`
  if (measured === null) return `本年度没有设定目标${soFar},不评灯`
  if (label === '未到考核期' && input.planned.indicator.mode === 'yearly') {
    const due = input.planned.indicator.dueMonth ?? 12
    return `年度统计数据${due > 12 ? `次年${due - 12}` : due}月起考核,目前未到考核期${soFar}`
  }
  if (label === '未填报') return `${month}月尚未填报${before}`
  if (label === '不适用') return `${month}月填报为不适用${before}`
  if (label === '尚未统计' || actual === null) return `${month}月数据尚未统计${before}`
  const value = valueWords(input, actual)
  if (light === 'grey') return `${value},按计划截至${month}月没有进度要求,未到考核期`
  const lamp = result.madeGood === null
  if (isReached(measured, actual) && !(measured.isAtMost && month < 12))
    return `${value},${reachedWords(input, result)}${lamp ? ',故为蓝' : ''}`
  if (pace === null) return `${value},按计划截至${month}月没有进度要求,已提前起步${lamp ? ',故为绿' : ''}`
  const { unit, decimals } = input.planned.indicator
  const expected =
    result.expected === null
      ? ''
      : `${measured.isAtMost ? '序时不应超过' : '序时应达'}${roundedText(result.expected, decimals ?? 0)}${unit},`
  return `${value},${expected}完成序时${percentText(pace, input.bands)},${bandWords(pace, input.bands, lamp)}`
}

function reachedWords(input: IndicatorInput, result: MeasuredIndicator): string {
  const { measured } = result
  if (measured === null) return ''
  if (measured.isAtMost) return `没有超过年度目标${targetText(input, measured)}`
  return verdictText(input, result) ?? `已达到年度目标${targetText(input, measured)}`
}

function bandWords(pace: Exact, bands: Bands, lamp: boolean): string {
  if (pace.gte(exact(bands.green))) return `不低于${bandText(bands.green)}${lamp ? ',故为绿' : ''}`
  if (pace.gte(exact(bands.yellow)))
    return `低于${bandText(bands.green)}、不低于${bandText(bands.yellow)}${lamp ? ',故为黄' : ''}`
  return `低于${bandText(bands.yellow)}${lamp ? ',故为红' : ''}`
}

/** Sentences are built with half-width commas, as cli.md prints them; screens and workbooks show full-width ones. */
export function fullWidth(sentence: string): string {
  return sentence
    .replace(/,/g, '，')
    .replace(/;/g, '；')
    .replace(/:/g, '：')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
}

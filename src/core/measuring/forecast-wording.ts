// 年底推算 in one sentence, from the same exact numbers that the chart draws.
import type { Indicator } from '../plan/annual-plan.ts'
import { FEWEST_MONTHS, shortfallAtBest, type YearEndRange, yearEndVerdict } from './forecast.ts'
import type { MeasuredTarget } from './target-progress.ts'
import { figureText, roundedText } from './wording.ts'

/** 按已报6个月的最低、中位、最高月度数推算,年底约30—42亿元(中位36亿元),年度目标40亿元在区间内,能否达到要看后几个月 */
export function yearEndText(
  indicator: Pick<Indicator, 'unit' | 'decimals'>,
  range: YearEndRange,
  measured: MeasuredTarget | null,
): string {
  const { unit } = indicator
  const text = (value: YearEndRange['low']) => roundedText(value, indicator.decimals ?? 0)
  const isOne = range.low.equals(range.high)
  const span = isOne ? text(range.low) : `${text(range.low)}—${text(range.high)}`
  const middle = isOne ? '' : `(中位${text(range.middle)}${unit})`
  const from = `按已报${range.reportedMonths}个月的最低、中位、最高月度数推算,年底约${span}${unit}${middle}`
  return measured === null ? from : `${from},${targetWords(indicator, range, measured)}`
}

function targetWords(
  indicator: Pick<Indicator, 'unit' | 'decimals'>,
  range: YearEndRange,
  measured: MeasuredTarget,
): string {
  const target = `${measured.isStretchOnly ? '力争目标' : '年度目标'}${figureText(measured.value)}${indicator.unit}`
  const short = `${roundedText(shortfallAtBest(range, measured), indicator.decimals ?? 0)}${indicator.unit === '%' ? '个百分点' : indicator.unit}`
  switch (yearEndVerdict(range, measured)) {
    case 'met-at-lowest':
      return measured.isAtMost ? `按最高月度数也不超过${target}` : `按最低月度数也能达到${target}`
    case 'missed-at-highest':
      return measured.isAtMost
        ? `按最低月度数也将超过${target},多出${short}`
        : `按最高月度数离${target}仍差${short}`
    case 'within-range':
      return `${target}在区间内,能否${measured.isAtMost ? '守住' : '达到'}要看后几个月`
  }
}

export const TOO_FEW_MONTHS_TEXT = `已报不足${FEWEST_MONTHS}个月,暂不推算年底数`

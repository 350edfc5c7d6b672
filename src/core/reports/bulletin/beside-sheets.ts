// 规划指标进度: the other plans in force in the month (a five-year plan beside the annual one), each on sheets of its own:
// figures of two plans are never mixed in one table. A store with one plan has none of them.

import type { Target } from '../../plan/annual-plan.ts'
import { titleInMarks } from '../../plan/plan-title.ts'
import type { ReportSheet } from '../report-table.ts'
import { type BulletinContext, besideContexts, planTitle } from './bulletin-context.ts'
import { indicatorTable } from './indicator-sheet.ts'
import { measureSheet } from './measure-sheet.ts'

export function besideSheets(leading: BulletinContext): ReportSheet[] {
  const { input } = leading
  return besideContexts(leading).flatMap((context, at) => {
    const named = (name: string) => (at === 0 ? name : `${name}（${at + 1}）`)
    const words = besideWords(context, planTitle(input))
    const summary = `${words}${takenWords(context)}`
    const indicators = {
      ...indicatorTable(context, finalTargets(context)),
      name: named('规划指标进度'),
      summary,
    }
    const measures = { ...measureSheet(context), name: named('规划举措进展'), summary: words }
    return context.measures.length === 0 ? [indicators] : [indicators, measures]
  })
}

function besideWords({ plan }: BulletinContext, leading: string): string {
  const { title, years } = plan.plan
  const span = years.from === years.to ? `${years.from}年` : `${years.from}—${years.to}年`
  return `${titleInMarks(title)}（${span}）与《${leading}》并列执行，本表列本年度进展。`
}

function takenWords({ indicators }: BulletinContext): string {
  return indicators.some(({ planned }) => planned.takenFrom !== null)
    ? '说明栏写明“取自”的，数在那份要点里填报，这里按本规划的目标衡量。'
    : ''
}

/** What is to be reached in the plan's last year; null for a plan of one year, which has it in the column of the year. */
function finalTargets({ plan }: BulletinContext): ((indicator: string) => Target | null) | null {
  const { years, indicators } = plan.plan
  if (years.from === years.to) return null
  return (id) => {
    const targets = indicators.find((each) => each.id === id)?.targets ?? []
    return targets.filter(({ year }) => year === years.to).at(-1) ?? null
  }
}

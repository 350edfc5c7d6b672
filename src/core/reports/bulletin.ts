// 例会通报 第N期: what the office hands round at the office meeting. This file only puts the sheets together;
// each sheet is a file under bulletin/.
import { atOnce, type Steps } from '../steps.ts'
import { monthTitle } from '../values/reporting-month.ts'
import { besideSheets } from './bulletin/beside-sheets.ts'
import { bulletinContext } from './bulletin/bulletin-context.ts'
import type { BulletinInput } from './bulletin/bulletin-input.ts'
import { changeSheet } from './bulletin/change-sheet.ts'
import { comparisonSheet } from './bulletin/comparison-sheet.ts'
import { indicatorSheet } from './bulletin/indicator-sheet.ts'
import { laggingSheet } from './bulletin/lagging-sheet.ts'
import { measureSheet } from './bulletin/measure-sheet.ts'
import { overviewSheet } from './bulletin/overview-sheet.ts'
import { submissionSheet } from './bulletin/submission-sheet.ts'
import { supervisionSheet } from './bulletin/supervision-sheet.ts'
import { textSheet } from './bulletin/text-sheet.ts'
import type { Report, ReportSheet } from './report-table.ts'

export type { BulletinInput, EarlierIssue } from './bulletin/bulletin-input.ts'

const FIRST = [overviewSheet, indicatorSheet, measureSheet]
const THEN = [laggingSheet, submissionSheet, supervisionSheet, comparisonSheet, changeSheet, textSheet]

/** The sheets in the order in which a meeting turns the pages. */
export function bulletinReport(input: BulletinInput): Report {
  return atOnce(bulletinInSteps(input))
}

export function* bulletinInSteps(input: BulletinInput): Steps<Report> {
  const context = bulletinContext(input)
  const sheets: ReportSheet[] = []
  for (const sheet of [...FIRST, besideSheets, ...THEN]) {
    yield
    sheets.push(...[sheet(context)].flat())
  }
  const name = `${monthTitle(input.month)}例会通报第${input.issue}期${input.isExample ? '（示例数据）' : ''}`
  return {
    title: name,
    fileName: `${name}.xlsx`,
    madeAt: input.madeAt,
    author: input.madeBy,
    sheets,
  }
}

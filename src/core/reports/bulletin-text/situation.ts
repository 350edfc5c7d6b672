// 一、总体情况: how many of all items stand where, and who reported.

import type { Light } from '../../measuring/status.ts'
import { monthNumber } from '../../values/reporting-month.ts'
import { type BulletinContext, planTitle } from '../bulletin/bulletin-context.ts'
import { COMPARISON_SECTIONS, changesSince, issueWords, KIND_WORDS } from '../bulletin/comparison-sheet.ts'
import { shownSubmissions } from '../bulletin/submission-sheet.ts'
import { percentShape } from '../number-shape.ts'
import { largestRemainder } from './largest-remainder.ts'
import { LIGHT_PATTERNS, rowCount, rowShare, wordCount } from './text-figures.ts'
import { joined, say, type TextFigure, type TextParagraph, type TextSentence } from './text-model.ts'

/** A class of items; classes do not overlap, and together they are all. */
interface ItemClass {
  readonly word: string
  readonly count: number
  /** what the cell of 状态 reads like; null = all that is left */
  readonly patterns: readonly string[]
}

const UNREPORTED = '○ 未填报'

export function situation(context: BulletinContext): TextParagraph[] {
  const total = context.indicators.length + context.measures.length
  const month = monthNumber(context.input.month)
  if (total === 0)
    return [{ kind: 'body', sentences: [say`截至${String(month)}月底，要点没有列入指标和举措。`] }]
  const paragraphs: TextParagraph[] = [
    { kind: 'body', sentences: [classesSentence(context, total), ...paceSentences(context, total)] },
    { kind: 'body', sentences: [...comparisonSentences(context), ...reportingSentences(context)] },
  ]
  return paragraphs.filter(({ sentences }) => sentences.length > 0)
}

function classesOf({ indicators, measures }: BulletinContext): ItemClass[] {
  const statuses = [...indicators, ...measures].map(({ status }) => status)
  const count = (light: Light) => statuses.filter((status) => status.light === light).length
  const unreported = statuses.filter(({ label }) => label === '未填报').length
  return [
    { word: '已完成', count: count('blue'), patterns: [LIGHT_PATTERNS.blue] },
    { word: '正常推进', count: count('green'), patterns: [LIGHT_PATTERNS.green] },
    { word: '滞后', count: count('yellow'), patterns: [LIGHT_PATTERNS.yellow] },
    { word: '严重滞后', count: count('red'), patterns: [LIGHT_PATTERNS.red] },
    { word: '未填报', count: unreported, patterns: [UNREPORTED] },
    {
      word: '未到考核期等其他情况',
      count: count('grey') - unreported,
      patterns: OTHER_GREYS.map((label) => `○ ${label}`),
    },
  ]
}

/** Greys other than 未填报, as they are printed. */
const OTHER_GREYS = ['未到考核期', '无目标', '不适用', '尚未统计'] as const

/** Shares in tenths of a per cent: of the classes, adding up to 100.0 %. */
function sharesOf(classes: readonly ItemClass[]): number[] {
  return largestRemainder(
    classes.map(({ count }) => count),
    1000,
  )
}

function classesSentence(context: BulletinContext, total: number): TextSentence {
  const classes = classesOf(context)
  const shares = sharesOf(classes)
  const parts = classes.flatMap((each, index) => {
    if (each.count === 0) return []
    const tenths = shares[index] ?? 0
    const count = rowCount(context, each.word, each.count, each.patterns)
    const share = rowShare(context, `${each.word}占比`, { tenths, count: each.count, total }, each.patterns)
    return [say`${each.word}${count}项，占${share}`]
  })
  const all = rowCount(context, '指标和举措总数', total, null)
  const month = String(monthNumber(context.input.month))
  const title = planTitle(context.input)
  return say`截至${month}月底，${title}共${all}项指标和举措，其中${joined(parts, '；')}。`
}

/** 达到序时进度 = 已完成 + 正常, so that its share is the sum of theirs. */
function paceSentences(context: BulletinContext, total: number): TextSentence[] {
  const classes = classesOf(context)
  const shares = sharesOf(classes)
  const sum = (from: number, to: number) => ({
    count: classes.slice(from, to).reduce((all, { count }) => all + count, 0),
    tenths: shares.slice(from, to).reduce((all, share) => all + share, 0),
    patterns: classes.slice(from, to).flatMap(({ patterns }) => patterns),
  })
  const isJudged = classes.slice(0, 4).some(({ count }) => count > 0)
  if (!isJudged) return []
  const figures = (word: string, { count, tenths, patterns }: ReturnType<typeof sum>) => ({
    count: rowCount(context, word, count, patterns),
    share: rowShare(context, `${word}占比`, { tenths, count, total }, patterns),
  })
  const reached = figures('达到序时进度', sum(0, 2))
  const behind = figures('未达到序时进度', sum(2, 4))
  return [
    say`达到序时进度的${reached.count}项，占${reached.share}；未达到序时进度的${behind.count}项，占${behind.share}。`,
  ]
}

function comparisonSentences(context: BulletinContext): TextSentence[] {
  const { earlier } = context.input
  const changes = changesSince(context)
  if (earlier === null || changes.length === 0) return []
  const parts = COMPARISON_SECTIONS.slice(0, 2).map(({ word, kinds }) => {
    const count = changes.filter(({ kind }) => kinds.includes(kind)).length
    const ref = { sheet: '与上期对比', row: null, column: 'change' }
    const words = kinds.map((kind) => KIND_WORDS[kind])
    return say`${word}${wordCount(`与上期相比${word}`, count, ref, words)}项`
  })
  return [say`与${issueWords(context, earlier)}相比，${joined(parts, '、')}。`]
}

function reportingSentences(context: BulletinContext): TextSentence[] {
  const { status } = context.input
  const expecting = status.submissions.filter(({ expected }) => expected > 0).length
  if (expecting === 0 || status.reportingRate === null || status.fillRate === null) return []
  const rate = (label: string, value: number, column: string): TextFigure => ({
    label,
    value,
    shape: percentShape(value, context.bands),
    formula: '{@0}',
    refs: [{ sheet: '报送情况', row: 'total', column }],
  })
  const isWhole = shownSubmissions(context).length === expecting
  const departments: TextFigure = {
    label: '应报送处室',
    value: expecting,
    shape: { decimals: 0 },
    refs: [{ sheet: '报送情况', row: null, column: 'state' }],
    ...(isWhole ? { formula: 'ROWS({@0})' } : {}),
  }
  return [
    say`本月应报送${departments}个处室，报送率${rate('报送率', status.reportingRate, 'state')}，填实率${rate('填实率', status.fillRate, 'fillRate')}。`,
  ]
}

// 二、主要进展: headline targets that keep their pace, each programme's counts, measures that are done.

import type { LightCounts } from '../../measuring/status.ts'
import { fullWidth } from '../../measuring/wording.ts'
import type { BulletinContext, IndicatorItem } from '../bulletin/bulletin-context.ts'
import { nameList } from '../bulletin/item-words.ts'
import {
  aheadFigure,
  countFigure,
  indicatorFigure,
  LIGHT_PATTERNS,
  toStretchFigure,
  wordCount,
} from './text-figures.ts'
import { joined, say, type TextNames, type TextParagraph, type TextSentence } from './text-model.ts'

/** How many programmes and measures the text names; the tables have all. */
const NAMED_PROGRAMMES = 12
const NAMED_MEASURES = 6

export function progress(context: BulletinContext): TextParagraph[] {
  const paragraphs: TextParagraph[] = []
  const add = (title: string, sentences: readonly TextSentence[]) => {
    if (sentences.length === 0) return
    const number = '一二三四五六七八九'[paragraphs.length] ?? ''
    paragraphs.push({ kind: 'body', sentences: [say`（${number}）${title}。`, ...sentences] })
  }
  add('主要目标', headlineSentences(context))
  add('各行动推进情况', programmeSentences(context))
  add('举措落实情况', measureSentences(context))
  return paragraphs
}

function headlineSentences(context: BulletinContext): TextSentence[] {
  const headlines = context.indicators.filter(({ planned }) => planned.programme === null)
  const kept = headlines.filter(({ status }) => status.light === 'blue' || status.light === 'green')
  const later = headlines.filter(({ status }) => status.label === '未到考核期')
  const sentences = kept.flatMap((item) => headlineSentence(context, item) ?? [])
  if (headlines.length > 0 && sentences.length === 0)
    sentences.push(say`本期没有达到序时进度的主要目标，具体见附表。`)
  if (later.length > 0) sentences.push(say`${namesOf(later)}未到考核期。`)
  return sentences
}

function namesOf(items: readonly IndicatorItem[]): TextNames {
  return {
    names: items.map(({ planned }) => planned.indicator.name).join('、'),
    items: items.map(({ planned }) => `indicator/${planned.indicator.id}`),
  }
}

/** 新建研发机构累计17家，完成全年目标的56.7%，超序时进度6.7个百分点。 */
function headlineSentence(context: BulletinContext, item: IndicatorItem): TextSentence | null {
  const { planned, status, target } = item
  const { name, unit, mode } = planned.indicator
  const actual = indicatorFigure(context, item, 'actual')
  const completion = indicatorFigure(context, item, 'completion')
  if (actual === null || completion === null) return null
  const isSum = mode === 'monthly-flow' || mode === 'running-total'
  const value = say`${name}${isSum ? '累计' : '为'}${actual}${unit}`
  if (target?.comparator === 'at-most') return say`${value}，控制在目标以内。`
  if (status.light === 'blue') {
    const distance = toStretchFigure(item)
    const points = unit === '%' ? '个百分点' : unit
    return distance !== null && target?.committed != null
      ? say`${value}，已达确保目标，距力争目标差${distance}${points}。`
      : say`${value}，完成全年目标的${completion}，已完成全年任务。`
  }
  const ahead = aheadFigure(item)
  const share = status.expectedShare ?? 1
  return ahead === null || share >= 1 || share === 0
    ? say`${value}，为全年目标的${completion}。`
    : Number(ahead.value) === 0
      ? say`${value}，完成全年目标的${completion}，与序时进度持平。`
      : say`${value}，完成全年目标的${completion}，超序时进度${ahead}个百分点。`
}

const COUNT_WORDS: readonly (readonly [keyof LightCounts, string])[] = [
  ['blue', '已完成'],
  ['green', '正常'],
  ['yellow', '滞后'],
  ['red', '严重滞后'],
  ['grey', '其他'],
]

function programmeSentences(context: BulletinContext): TextSentence[] {
  const standings = new Map(context.input.status.programmes.map((standing) => [standing.id, standing]))
  const counted = context.programmes.flatMap((programme) => {
    const counts = standings.get(programme.id)?.counts
    const total = counts === undefined ? 0 : COUNT_WORDS.reduce((sum, [light]) => sum + counts[light], 0)
    return counts === undefined || total === 0 ? [] : [{ programme, counts, total }]
  })
  const sentences = counted.slice(0, NAMED_PROGRAMMES).map(({ programme, counts, total }) => {
    const row = `programme/${programme.id}`
    const figure = (word: string, value: number, column: string) =>
      countFigure(`${programme.name}${word}`, value, { sheet: '总览', row, column }, row)
    const parts = COUNT_WORDS.filter(([light]) => counts[light] > 0).map(
      ([light, word]) => say`${word}${figure(word, counts[light], light)}项`,
    )
    const whole = say`${programme.name}${figure('合计', total, 'total')}项`
    const only = COUNT_WORDS.find(([light]) => counts[light] === total)
    return only === undefined
      ? say`${whole}，其中${joined(parts, '、')}。`
      : say`${whole}，均为${only[1]}${only[0] === 'grey' ? '情况' : ''}。`
  })
  if (counted.length > NAMED_PROGRAMMES) sentences.push(say`其余行动见附表。`)
  return sentences
}

function measureSentences(context: BulletinContext): TextSentence[] {
  const done = context.measures.filter(({ status }) => status.light === 'blue')
  if (done.length === 0) return []
  const ref = { sheet: '举措进展', row: null, column: 'light' }
  const names: TextNames = {
    names: nameList(
      done.map(({ planned }) => fullWidth(planned.measure.name)),
      NAMED_MEASURES,
    ),
    items: done.map(({ planned }) => `measure/${planned.measure.id}`),
  }
  return [say`已完成举措${wordCount('已完成举措', done.length, ref, [LIGHT_PATTERNS.blue])}项：${names}。`]
}

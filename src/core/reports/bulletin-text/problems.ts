// 三、存在问题: what lags, the slowest first; what was not reported; what is blocked.

import { SUBMISSION_WORDS } from '../../measuring/status.ts'
import type { DepartmentId } from '../../plan/annual-plan.ts'
import { type BulletinContext, besideContexts, markedTitle } from '../bulletin/bulletin-context.ts'
import { monthsOverdue, nameList } from '../bulletin/item-words.ts'
import { type LaggingItem, laggingItems } from '../bulletin/lagging-sheet.ts'
import { REPORTED, shownSubmissions } from '../bulletin/submission-sheet.ts'
import { percentShape } from '../number-shape.ts'
import { LIGHT_PATTERNS, rowCount, wordCount } from './text-figures.ts'
import { joined, say, type TextNames, type TextParagraph, type TextSentence } from './text-model.ts'

const NAMED_ITEMS = 6
const NAMED_DEPARTMENTS = 8

export function problems(context: BulletinContext): TextParagraph[] {
  const paragraphs = [
    { title: '部分事项进度滞后', sentences: laggingSentences(context) },
    { title: '填报报送不够及时完整', sentences: reportingProblems(context) },
    { title: '部分举措受阻', sentences: blockedSentences(context) },
    { title: '并列执行的规划进度滞后', sentences: besideSentences(context) },
  ].filter(({ sentences }) => sentences.length > 0)
  if (paragraphs.length === 0) return [{ kind: 'body', sentences: [say`本期没有滞后、未填报和受阻的事项。`] }]
  return paragraphs.map(({ title, sentences }, index) => ({
    kind: 'body',
    sentences: [say`（${'一二三四'[index] ?? ''}）${title}。`, ...sentences],
  }))
}

const LAGGING = [
  ['严重滞后', 'red'],
  ['滞后', 'yellow'],
] as const

function laggingSentences(context: BulletinContext): TextSentence[] {
  const items = laggingItems(context)
  if (items.length === 0) return []
  const counts = LAGGING.flatMap(([word, light]) => {
    const count = items.filter((item) => item.light === light).length
    return count === 0 ? [] : [say`${word}${rowCount(context, word, count, [LIGHT_PATTERNS[light]])}项`]
  })
  const named = items.slice(0, NAMED_ITEMS).map((item) => laggingWords(context, item))
  const tail = items.length > NAMED_ITEMS ? '等' : ''
  return [say`${joined(counts, '、')}，主要是${joined(named, '；')}${tail}，原因和下一步见滞后事项清单。`]
}

/** 新增国家高企（高新处）完成序时44.0%; 园区考评体系（区域处）节点逾期 */
function laggingWords(context: BulletinContext, item: LaggingItem): TextSentence {
  const names: TextNames = { names: item.name, items: [item.id] }
  const lead = context.nameOf(item.lead)
  if (item.pace !== null) {
    const pace = {
      label: `${item.name}完成序时`,
      value: item.pace,
      shape: percentShape(item.pace, context.bands),
      formula: '{@0}',
      refs: [{ sheet: '滞后事项', row: item.id, column: 'pace', block: 0 }],
      item: item.id,
    }
    return say`${names}（${lead}）完成序时${pace}`
  }
  const measure = context.measures.find(({ planned }) => `measure/${planned.measure.id}` === item.id)
  const isOverdue = monthsOverdue(measure?.status.overdueMilestones ?? [], context.input.month) !== null
  return say`${names}（${lead}）${isOverdue ? '节点到期未完成' : '受阻需协调'}`
}

/** The text is about one plan; what lags in those beside it is named all the same, each by its own targets. */
function besideSentences(context: BulletinContext): TextSentence[] {
  return besideContexts(context).flatMap((each, at) => {
    const items = laggingItems(each)
    if (items.length === 0) return []
    const title = markedTitle(each)
    const ref = { sheet: '滞后事项', row: null, column: 'light', block: at + 1 }
    const counts = LAGGING.flatMap(([word, light]) => {
      const count = items.filter((item) => item.light === light).length
      const figure = wordCount(`${title}${word}`, count, ref, [LIGHT_PATTERNS[light]])
      return count === 0 ? [] : [say`${word}${figure}项`]
    })
    const named: TextNames = {
      names: nameList(
        items.map((item) => `${item.name}（${each.nameOf(item.lead)}）`),
        NAMED_ITEMS,
      ),
      items: items.map(({ id }) => id),
    }
    return [say`${title}${joined(counts, '、')}：${named}。`]
  })
}

function reportingProblems(context: BulletinContext): TextSentence[] {
  const sentences: TextSentence[] = []
  const blank = [
    ...context.indicators.map(({ planned, status }) => ({
      name: planned.indicator.name,
      id: `indicator/${planned.indicator.id}`,
      status,
    })),
    ...context.measures.map(({ planned, status }) => ({
      name: planned.measure.name,
      id: `measure/${planned.measure.id}`,
      status,
    })),
  ].filter(({ status }) => status.label === '未填报')
  if (blank.length > 0) {
    const names: TextNames = {
      names: nameList(
        blank.map(({ name }) => name),
        NAMED_ITEMS,
      ),
      items: blank.map(({ id }) => id),
    }
    sentences.push(say`未填报${rowCount(context, '未填报', blank.length, ['○ 未填报'])}项：${names}。`)
  }
  const shown = shownSubmissions(context)
  const missing = shown.filter(({ state }) => !REPORTED.includes(state))
  if (missing.length > 0) {
    const words = [...new Set(missing.map(({ state }) => SUBMISSION_WORDS[state]))]
    const ref = { sheet: '报送情况', row: null, column: 'state' }
    const names = departmentNames(
      context,
      missing.map(({ department }) => department),
    )
    sentences.push(say`尚未报送${wordCount('尚未报送处室', missing.length, ref, words)}个处室：${names}。`)
  }
  const late = shown.filter(({ onTime }) => onTime === false)
  if (late.length > 0) {
    const ref = { sheet: '报送情况', row: null, column: 'onTime' }
    const names = departmentNames(
      context,
      late.map(({ department }) => department),
    )
    sentences.push(say`逾期报送${wordCount('逾期报送处室', late.length, ref, ['逾期'])}个处室：${names}。`)
  }
  return sentences
}

export function departmentNames(context: BulletinContext, ids: readonly DepartmentId[]): TextNames {
  const unique = [...new Set(ids)]
  const names = unique.map((id) => context.nameOf(id))
  return {
    names:
      names.length <= NAMED_DEPARTMENTS
        ? names.join('、')
        : `${names.slice(0, NAMED_DEPARTMENTS).join('、')}等处室`,
    items: unique.map((id) => `department/${id}`),
  }
}

function blockedSentences(context: BulletinContext): TextSentence[] {
  const blocked = context.measures.filter(({ status }) => status.status === 'blocked')
  if (blocked.length === 0) return []
  const ref = { sheet: '举措进展', row: null, column: 'status' }
  const names: TextNames = {
    names: nameList(
      blocked.map(({ planned }) => planned.measure.name),
      NAMED_ITEMS,
    ),
    items: blocked.map(({ planned }) => `measure/${planned.measure.id}`),
  }
  return [say`受阻需协调${wordCount('受阻举措', blocked.length, ref, ['受阻需协调*'])}项：${names}。`]
}

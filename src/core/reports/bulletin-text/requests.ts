// 四、下步工作要求: what the figures ask of whom, and what the time of the year asks of all.
import { dueDateOf, monthNumber, nextMonth, type ReportingMonth } from '../../values/reporting-month.ts'
import { type BulletinContext, dateTitle } from '../bulletin/bulletin-context.ts'
import { type LaggingItem, laggingItems } from '../bulletin/lagging-sheet.ts'
import { REPORTED, shownSubmissions } from '../bulletin/submission-sheet.ts'
import { departmentNames } from './problems.ts'
import { joined, say, type TextNames, type TextParagraph, type TextSentence } from './text-model.ts'

const NAMED_ITEMS = 5

/** The last month of each quarter has its own word. */
const SEASONS: Readonly<Record<number, string>> = {
  3: '对照一季度“开门红”要求，抓紧补齐短板，为全年工作打好基础。',
  6: '对照“时间过半、任务过半”要求，逐项查找差距，确保下半年各项任务按序时推进。',
  9: '聚焦四季度冲刺，对未完成事项倒排工期、挂图作战，确保全年目标如期完成。',
  12: '做好全年任务的核对总结，未完成事项要说明原因，提出下一年度的接续安排。',
}

export function requests(context: BulletinContext): TextParagraph[] {
  const paragraphs = [
    { title: '压实责任，逐项销号', sentences: catchUpSentences(context) },
    { title: '按时报送，数据真实', sentences: reportingRequests(context) },
    { title: '统筹推进，确保全年目标', sentences: [seasonSentence(context.input.month)] },
  ].filter(({ sentences }) => sentences.length > 0)
  return paragraphs.map(({ title, sentences }, index) => ({
    kind: 'body',
    sentences: [say`（${'一二三'[index] ?? ''}）${title}。`, ...sentences],
  }))
}

function catchUpSentences(context: BulletinContext): TextSentence[] {
  const items = laggingItems(context)
  if (items.length === 0) return []
  const leads = departmentNames(
    context,
    items.flatMap(({ lead }) => lead ?? []),
  )
  const needed = items.filter((item) => item.needed !== null && item.pace !== null).slice(0, NAMED_ITEMS)
  const first = say`请${leads}对滞后事项倒排时间节点，明确措施和责任人，逐项销号。`
  if (needed.length === 0) return [first]
  return [first, say`其中：${joined(needed.map(neededWords), '；')}。`]
}

/** 新增国家高企剩余6个月月均需13家: the words of 追赶要求 */
function neededWords(item: LaggingItem): TextSentence {
  const names: TextNames = { names: item.name, items: [item.id] }
  const needed = {
    label: `${item.name}追赶要求`,
    value: item.needed ?? '',
    formula: '{@0}',
    refs: [{ sheet: '滞后事项', row: item.id, column: 'needed', block: 0 }],
    item: item.id,
  }
  return say`${names}${needed}`
}

function reportingRequests(context: BulletinContext): TextSentence[] {
  const { input, plan } = context
  const missing = shownSubmissions(context).filter(({ state }) => !REPORTED.includes(state))
  const sentences: TextSentence[] = []
  if (missing.length > 0) {
    const names = departmentNames(
      context,
      missing.map(({ department }) => department),
    )
    sentences.push(say`请${names}抓紧补报本月数据。`)
  }
  const next = nextMonth(input.month)
  if (plan.covers(next)) {
    const due = dateTitle(dueDateOf(next, plan.at(next).dueDay))
    sentences.push(
      say`各处室要于${due}前报送${String(monthNumber(next))}月数据，进展、问题和下一步要写实写全。`,
    )
  }
  return sentences
}

function seasonSentence(month: ReportingMonth): TextSentence {
  const words =
    SEASONS[monthNumber(month)] ??
    '各处室要对照全年目标，加强调度，及时协调解决存在的问题，确保各项任务按序时推进。'
  return say`${words}`
}

// 通报 drafted by rule: every sentence from the numbers that the tables print.
import { civilDateOf, parseInstant } from '../../values/civil-time.ts'
import { monthNumber } from '../../values/reporting-month.ts'
import { type BulletinContext, dateTitle, office, planTitle } from '../bulletin/bulletin-context.ts'
import { problems } from './problems.ts'
import { progress } from './progress.ts'
import { requests } from './requests.ts'
import { situation } from './situation.ts'
import { type BulletinText, say, type TextParagraph } from './text-model.ts'

export function draftText(context: BulletinContext): BulletinText {
  const { input } = context
  const month = monthNumber(input.month)
  const months = month === 1 ? '1月' : `1—${month}月`
  const title = planTitle(input)
  const mark = `${input.status.provisional ? '（含未审核数）' : ''}${input.isExample ? '（示例数据）' : ''}`
  const sections: readonly (readonly [string, readonly TextParagraph[]])[] = [
    ['总体情况', situation(context)],
    ['主要进展', progress(context)],
    ['存在问题', problems(context)],
    ['下步工作要求', requests(context)],
  ]
  const filled = sections.filter(([, paragraphs]) => paragraphs.length > 0)
  return {
    title: `关于${title}${months}推进情况的通报${mark}`,
    addressee: '各处室',
    paragraphs: [
      { kind: 'body', sentences: [say`根据《${title}》和每月通报的要求，现将${months}推进情况通报如下。`] },
      ...filled.flatMap(([heading, paragraphs], index): TextParagraph[] => [
        { kind: 'heading', sentences: [say`${'一二三四'[index] ?? ''}、${heading}`] },
        ...paragraphs,
      ]),
    ],
    attachments: [
      '进展情况总览',
      '指标进度表',
      '举措进展表',
      ...(input.beside.length === 0 ? [] : ['规划指标进度表']),
      '滞后事项清单',
      '报送情况表',
    ],
    signature: office(input),
    date: dateTitle(civilDateOf(parseInstant(input.madeAt) ?? 0)),
  }
}

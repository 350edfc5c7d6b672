import { describe, expect, test } from 'vitest'
import { bulletinContext } from '../bulletin/bulletin-context.ts'
import { bulletinReport } from '../bulletin.ts'
import { comparedInput } from '../testing/compared-bulletin.ts'
import { printed, sheetOf, table } from '../testing/read-report.ts'
import { largeInput, nothingInput, sampleInput, untouchedInput } from '../testing/sample-bulletins.ts'
import { draftText } from './draft-text.ts'
import { plainText, textLines } from './text-lines.ts'
import { figureWords } from './text-model.ts'

const draftOf = (input = sampleInput()) => draftText(bulletinContext(input))
const textOf = (input = sampleInput()) => plainText(draftOf(input))
const INPUTS = [
  ['sample', sampleInput()],
  ['after another issue', comparedInput()],
  ['untouched', untouchedInput()],
  ['nothing planned', nothingInput()],
  ['200 rows', largeInput(200)],
] as const

describe('the draft', () => {
  test('has the four parts in order, title, addressee, attachments, signature', () => {
    const lines = textLines(textOf())
    expect(lines.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([
      '一、总体情况',
      '二、主要进展',
      '三、存在问题',
      '四、下步工作要求',
    ])
    expect(lines[0]?.text).toBe('关于2020年全市科技工作要点1—6月推进情况的通报')
    expect(lines[1]).toMatchObject({ kind: 'addressee', text: '各处室：' })
    expect(lines.slice(-3).map(({ kind }) => kind)).toEqual(['attachment', 'signature', 'date'])
  })

  test.each([
    '截至6月底，2020年全市科技工作要点共22项指标和举措，其中已完成3项，占13.7%；',
    '达到序时进度的5项，占22.8%；未达到序时进度的10项，占45.4%。',
    '本月应报送2个处室，报送率100.0%，填实率90.5%。',
    '高新技术产业产值占规上工业总产值比重为24%，已达确保目标，距力争目标差1个百分点。',
    '企业培育行动13项，其中已完成3项、正常2项、滞后2项、严重滞后4项、其他2项。',
    '苏科贷贷款总额（高新处）完成序时60.0%；',
    '完善机制（高新处）节点到期未完成；',
    '未填报2项：攻关项目、绩效评估。',
    '逾期报送1个处室：科研处。',
    '受阻需协调1项：建设平台。',
    '各处室要于2020年7月25日前报送7月数据',
    '“时间过半、任务过半”',
  ])('says: %s', (sentence) => {
    expect(textOf()).toContain(sentence)
  })

  test('compares with the issue before where there is one; what is not reported is not called worse', () => {
    expect(textOf(comparedInput())).toContain('与第5期（5月）相比，转差3项、好转3项。')
    expect(textOf()).not.toContain('相比')
  })

  test('made-up and provisional figures are said so in the title', () => {
    const input = sampleInput({ isExample: true })
    const [title] = textOf({ ...input, status: { ...input.status, provisional: true } }).split('\n')
    expect(title).toMatch(/（含未审核数）（示例数据）$/)
  })

  test('in December nothing is asked for a month outside the plan', () => {
    const input = sampleInput()
    const text = textOf({ ...input, month: '2020-12', status: { ...input.status, month: '2020-12' } })
    expect(text).not.toContain('前报送')
    expect(text).toContain('总结')
  })

  test.each(INPUTS)('%s: shares of the classes add up to 100.0 %, and none is left out', (_name, input) => {
    const [sentence] = /共\d+项指标和举措，其中(.*?)。/.exec(textOf(input))?.slice(1) ?? []
    if (sentence === undefined) return expect(input.status.indicators).toEqual([])
    const shares = [...sentence.matchAll(/占(\d+)\.(\d)%/g)].map(
      ([, whole, tenth]) => Number(whole) * 10 + Number(tenth),
    )
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000)
    const total = Number(/共(\d+)项/.exec(textOf(input))?.[1])
    const counts = [...sentence.matchAll(/(\d+)项，占/g)].map(([, count]) => Number(count))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
  })

  test.each(INPUTS)('%s: every number of a sentence is a figure with a cell, or a date', (_name, input) => {
    for (const { sentences } of draftOf(input).paragraphs) {
      for (const { text, figures } of sentences) {
        const known = figures.map(figureWords).join(' ')
        const rest = text
          .replace(/\d{4}年(\d+月\d+日)?|第\d+期|1—\d+月|\d+月|第\d+(个指标|项举措)/g, '')
          .replace(/等\d+项/g, '')
        const numbers = rest.match(/\d+(?:\.\d+)?/g) ?? []
        expect(numbers.filter((number) => !known.includes(number))).toEqual([])
        for (const figure of figures) expect(figure.refs.length).toBeGreaterThan(0)
      }
    }
  })

  test('sentences carry the items they are about', () => {
    const items = draftOf().paragraphs.flatMap(({ sentences }) => sentences.flatMap((each) => each.items))
    expect(items).toEqual(
      expect.arrayContaining(['indicator/h1', 'programme/p1', 'measure/m2', 'department/keyan']),
    )
  })
})

describe('通报文字', () => {
  const sheet = sheetOf('通报文字')

  test('holds the text line by line, and each figure with its source', () => {
    expect(table(sheet, 0).rows.map(({ cells }) => cells.text?.value)).toEqual(textOf().split('\n'))
    expect(table(sheet, 1).rows.map(printed)).toContainEqual(
      expect.objectContaining({
        label: '填实率',
        value: '90.5%',
        source: '报送情况“填实率”栏',
        used: '已用',
      }),
    )
  })

  test('each sentence names its paragraph, and each of its figures the cells it is drawn from live', () => {
    const rows = table(sheet, 1).rows
    expect(rows.filter(({ cells }) => cells.value?.formula !== undefined).length).toBeGreaterThan(20)
    const lines = textOf().split('\n')
    const drafted = draftOf().paragraphs.flatMap(({ sentences }) => sentences)
    const figures = drafted.flatMap((sentence) => sentence.figures.map((figure) => ({ sentence, figure })))
    expect(rows).toHaveLength(figures.length)
    rows.forEach(({ cells }, index) => {
      expect(cells.sentence?.value).toBe(figures[index]?.sentence.text)
      expect(lines[Number(cells.no?.value) - 1]).toContain(cells.sentence?.value)
      expect(cells.source?.places?.map(({ cell }) => cell)).toEqual(figures[index]?.figure.refs)
    })
  })

  test('an edited text stands in its place, and its own numbers are named', () => {
    const editedText = `${textOf().replace('已完成3项', '已完成4项')}\n另有87家企业受益。`
    const edited = sheetOf('通报文字', sampleInput({ editedText }))
    expect(edited.lead.right).toBe('经办公室修改')
    expect(table(edited, 0).rows.at(-1)?.cells.text?.value).toBe('另有87家企业受益。')
    expect(edited.notes.join('')).toContain('请核对出处：87。')
    expect(edited.notes.join('')).toContain('句中没有提到那一项，请核对：4')
  })

  test('a figure is used where its sentence still stands, to be checked where only its number does', () => {
    const used = (editedText: string) =>
      new Map(
        table(sheetOf('通报文字', sampleInput({ editedText })), 1).rows.map(({ cells }) => [
          cells.label?.value,
          cells.used?.value,
        ]),
      )
    // 13 and 2020 hold the digits of many a figure and are none.
    const short = used('通报\n各处室：\n2020年填实率为90.5%，另有13家。')
    expect([short.get('填实率'), short.get('报送率'), short.get('应报送处室')]).toEqual([
      '待核对',
      '未用',
      '未用',
    ])
    const kept = used(textOf().replace('四、下步工作要求', '四、下一步'))
    expect([...new Set(kept.values())]).toEqual(['已用'])
  })

  test('the workbook of an edited text is otherwise the same', () => {
    const plain = bulletinReport(sampleInput()).sheets.slice(0, -1)
    expect(bulletinReport(sampleInput({ editedText: '改过的文字' })).sheets.slice(0, -1)).toEqual(plain)
  })
})

describe('lines', () => {
  test('blank lines go, headings and second levels are told from paragraphs', () => {
    const lines = textLines(
      '通报\r\n\r\n各处室：\n一、情况\n（一）目标。正文。\n1.这是正文。\n附件：1.表\n2.表二\n市科技局\n2020年7月2日\n',
    )
    expect(lines.map(({ kind, lead }) => [kind, lead])).toEqual([
      ['title', ''],
      ['addressee', ''],
      ['heading', ''],
      ['body', '（一）目标。'],
      ['body', ''],
      ['attachment', ''],
      ['attachment', ''],
      ['signature', ''],
      ['date', ''],
    ])
  })

  test('short paragraphs with numbers of their own are attachments behind the first attachment only', () => {
    const kinds = textLines('通报\n各处室：\n1.新增高企300家\n2.建设平台\n附件：1.表\n2.表二').map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['title', 'addressee', 'body', 'body', 'attachment', 'attachment'])
  })
})

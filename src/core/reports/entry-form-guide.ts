// The form's first sheet: how it is filled in, in plain words, and only about what is on it.

import { SHEET_NAMES } from '../forms/form-fields.ts'
import type { FormItem } from '../forms/form-items.ts'
import { monthTitle, type ReportingMonth } from '../values/reporting-month.ts'
import type { FormSheetFrame } from './entry-form-table.ts'
import type { ReportBlock, ReportColumn, ReportRow, ReportSheet } from './report-table.ts'

interface GuideFacts {
  readonly department: string
  readonly month: ReportingMonth
  readonly due: string
  readonly planTitle: string
  readonly sheets: readonly FormSheetFrame[]
  /** names of the modes that the form's indicators are counted in */
  readonly modes: ReadonlySet<string>
  readonly items: readonly FormItem[]
}

const COLUMNS: readonly ReportColumn[] = [
  { key: 'what', title: '', width: 12, align: 'center' },
  { key: 'how', title: '', width: 44, align: 'left', wrap: true },
  { key: 'example', title: '', width: 26, align: 'left', wrap: true },
]

export function entryFormGuide(facts: GuideFacts): ReportSheet {
  const modes = MODES.filter(([mode]) => facts.modes.has(mode))
  const has = (key: FormSheetFrame['key']) => facts.sheets.some((sheet) => sheet.key === key)
  return {
    name: SHEET_NAMES.guide,
    title: `${facts.department}${monthTitle(facts.month)}填报说明`,
    lead: {
      left: `填报单位：${facts.department}`,
      middle: monthTitle(facts.month),
      right: `请于${facts.due}前报送`,
    },
    summary: `依据：${facts.planTitle}。填好后保存（仍存为 .xlsx），交回本处室填报员或办公室，在“要点台账”的“本月填报”页面导入。`,
    blocks: [
      block('一、怎么填', ['步骤', '做什么', '说明'], steps(facts)),
      ...(has('indicators')
        ? [block('二、指标：本月数怎么填', ['累计方式', '本月数填什么', '举例'], modes)]
        : []),
      ...(has('indicators')
        ? [block('三、指标：没有数时选哪个状态', ['本月状态', '什么时候选', '说明'], STATES)]
        : []),
      ...(has('measures')
        ? [
            block(
              `${has('indicators') ? '四' : '二'}、举措：状态怎么选`,
              ['本月状态', '什么时候选', '还要写什么'],
              STATUSES,
            ),
          ]
        : []),
    ],
    notes: [
      '本表不设密码，锁定格子只是为了防止误改。请不要删改表头和“编号”列；调整了行、列的次序也能导入。',
      '“上月累计”“上月进展”取自台账，仅供对照；发现有误请告知办公室，不要在本表里改。',
    ],
    signOff: [],
    paper: 'A4',
    isOnePage: true,
  }
}

type Line = readonly [string, string, string]

function block(title: string, headings: Line, lines: readonly Line[]): ReportBlock {
  return {
    title,
    columns: COLUMNS.map((column, index) => ({ ...column, title: headings[index] ?? '' })),
    rows: lines.map(
      ([what, how, example]): ReportRow => ({
        cells: {
          what: { value: what },
          how: { value: how },
          example: example === '' ? { value: null, isBare: true } : { value: example },
        },
      }),
    ),
    emptyText: '没有要填的内容',
  }
}

function steps({ sheets, items }: GuideFacts): Line[] {
  const counts = sheets.map(({ name, count }) => `“${name}”${count}行`).join('、')
  const hasLocalities = items.some(({ locality }) => locality !== null)
  const hasMilestones = items.some(({ milestones }) => milestones.length > 0)
  return [
    [
      '1',
      `填${counts === '' ? '各表' : counts}里浅黄色的格子（栏目名称以“本月”开头）。`,
      '台账里已有的内容已经填好，没有变化的不用动。',
    ],
    [
      '2',
      '数只填数字，单位看“单位”栏，不要写“约”“左右”。',
      '写成“12家”“1,234”也能读；“约30%”读不出来，会列出来请您改。',
    ],
    ['3', '本月确实是0的填0，没有数的不要填0，改选“本月状态”。', '空着的格子表示没有填。'],
    ['4', '数比上月少、或者是负数的，在“本月说明”写明原因。', '例如：名单核对后核减2家。'],
    ...(hasLocalities
      ? [
          [
            '5',
            '分县区、园区的指标，填各县区、园区的行，合计行空着。',
            '合计由软件算出，两处都填会重复。',
          ] as const,
        ]
      : []),
    ...(hasMilestones
      ? [
          [
            hasLocalities ? '6' : '5',
            '本月完成的节点，在“本月完成节点”写节点的名称或序号。',
            '几个节点用分号隔开，例如：1；2。',
          ] as const,
        ]
      : []),
  ]
}

const MODES: readonly Line[] = [
  ['当月发生', '只填本月新发生的数，软件自动累加。', '本月新增3家，就填3。'],
  ['累计填报', '填今年以来的累计数，软件自动算出本月数。', '1至6月共18家，就填18。'],
  ['存量', '填到月底时一共有多少。', '月底有效期内共446家，就填446。'],
  [
    '比率',
    '填到月底时的比率；有分子、分母的，填分子和分母，“本月数”空着。',
    '23.5%就填23.5，或者分子235、分母1000。',
  ],
  ['年度统计', '一年填一次，统计数公布后再填；没有公布的选“尚未统计”。', '公布后填当年的数。'],
]

const STATES: readonly Line[] = [
  ['本月无进展', '本月没有新增，仍按此前的数累计。', '累计数不变，照常考核进度。'],
  ['不适用', '这项指标本月不需要填报。', '请在“本月说明”写明原因。'],
  ['尚未统计', '数还没有出来。', '出来以后再补填。'],
]

const STATUSES: readonly Line[] = [
  ['未启动', '还没有开始。', ''],
  ['推进中', '已经开始，正在做。', '写明本月进展。'],
  ['已完成', '全部做完，以后各月不用再填。', '写明完成情况。'],
  ['受阻需协调', '遇到困难，需要局里协调。', '必须写明本月问题和本月下一步。'],
]

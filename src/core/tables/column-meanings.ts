// What a column of a bureau's own table can be, and the words that tell it from its heading.
import { folded } from '../forms/form-fields.ts'

/** A month's figures, or a plan. */
export type TablePurpose = 'month' | 'plan'

/** Every meaning with the words people read. */
export const COLUMN_TITLES = {
  number: '序号',
  programme: '行动（类别）',
  indicator: '指标名称',
  measure: '举措（任务、事项）',
  unit: '计量单位',
  target: '年度目标（确保）',
  stretch: '力争目标',
  baseline: '基数',
  value: '本月数',
  total: '本年累计',
  completion: '完成率',
  status: '状态',
  progress: '进展',
  problems: '问题',
  nextSteps: '下一步',
  note: '备注（说明）',
  lead: '牵头（责任）处室',
  participating: '配合单位',
  due: '完成时限',
  ignored: '不读入',
} as const

export type ColumnMeaning = keyof typeof COLUMN_TITLES

export const COLUMN_MEANINGS = Object.keys(COLUMN_TITLES) as ColumnMeaning[]

/** How far a proposal can be trusted: the heading says it · a word in it does · only the cells below suggest it. */
export type Confidence = 'sure' | 'likely' | 'unsure'

/** Meanings that can be read into something; the others tell rows apart or are worked out by the product. */
export const MEANINGS_READ: Readonly<Record<TablePurpose, readonly ColumnMeaning[]>> = {
  month: ['value', 'total', 'status', 'progress', 'problems', 'nextSteps', 'note'],
  plan: ['unit', 'target', 'stretch', 'baseline', 'lead', 'participating', 'due', 'note', 'programme'],
}

export interface HeadingMeaning {
  readonly meaning: ColumnMeaning
  readonly confidence: Confidence
  /** the word of the heading that says so */
  readonly word: string
  /** for a heading that is understood and still not read */
  readonly because: string | null
}

interface Rule {
  readonly meaning: ColumnMeaning
  /** the whole heading: then it is sure */
  readonly whole: RegExp
  /** a word in it */
  readonly part: RegExp | null
  readonly because?: string
}

/** In this order: the first that fits. 本月进展 is words and 本月累计 a total before 本月 alone is a month's number. */
const RULES: readonly Rule[] = [
  {
    meaning: 'ignored',
    whole: /^(责任人|责任领导|分管领导|包抓领导|联系人|联系电话|电话|填报人|审核人|填报时间|填报日期)$/,
    part: /责任人|领导|联系人|电话/,
    because: '台账按处室记，不记个人',
  },
  {
    meaning: 'ignored',
    whole: /^(上月数|上月累计|上月完成|上月进展|上期|上期累计)$/,
    part: /上月|上期|同比|环比|同期/,
    because: '由系统按以前各月计算',
  },
  { meaning: 'number', whole: /^(序号|编号|序|项次|no\.?)$/, part: /^(序号|编号)/ },
  {
    meaning: 'completion',
    whole: /^(完成率|完成比例|完成进度|达成率|序时进度|完成序时|占年度目标)$/,
    part: /完成率|比例|达成率|百分比|序时|占.*目标|进度.*%/,
    because: '由系统按台账计算',
  },
  {
    meaning: 'problems',
    whole: /^(本月)?(存在)?(的)?(主要)?(问题|困难)(及困难|和困难|与困难|及原因|和原因)?$/,
    part: /问题|困难|未完成原因|滞后原因|堵点/,
  },
  {
    meaning: 'nextSteps',
    whole: /^(本月)?(下一步|下步|下月|下阶段)(打算|计划|措施|举措|工作|安排|工作打算|工作计划|工作安排)?$/,
    part: /下一步|下步|下月|下阶段|打算|后续/,
  },
  {
    meaning: 'status',
    whole: /^(本月)?(状态|完成状态|进度状态|办理状态|是否完成|推进状态)$/,
    part: /状态|是否完成/,
  },
  {
    meaning: 'due',
    whole: /^(完成时限|完成时间|时限|期限|完成期限|时间节点|截止时间|完成日期|时间要求|时限要求|节点)$/,
    part: /时限|期限|完成时间|时间节点|截止|完成日期/,
  },
  {
    meaning: 'progress',
    whole:
      /^(本月|目前|截至目前)?(主要)?(工作)?(进展|进展情况|推进情况|落实情况|完成情况|工作情况|开展情况|进度情况|工作进度|目前进度|情况)$/,
    part: /进展|推进情况|落实情况|完成情况|工作情况|开展情况|进度情况/,
  },
  {
    meaning: 'stretch',
    whole: /^(力争|力争数|力争值|力争目标|奋斗目标|争取目标|挑战目标)$/,
    part: /力争|奋斗目标/,
  },
  {
    meaning: 'baseline',
    whole: /^(基数|基期|基期值|基数值|上年基数|上年数|上年完成|上年实绩|现状值|上年末)$/,
    part: /基数|基期|上年|去年/,
  },
  {
    meaning: 'participating',
    whole: /^(配合|参与|协同|协办|协助)(处室|单位|部门|科室)?$/,
    part: /配合|参与|协同|协办/,
  },
  {
    meaning: 'lead',
    whole: /^(牵头|责任|主办|承办|负责|主责|承担|实施)(处室|单位|部门|科室)$|^处室$|^科室$/,
    part: /牵头|责任|主办|承办|负责|处室|科室/,
  },
  { meaning: 'unit', whole: /^(单位|计量单位|指标单位)$/, part: /^计量/ },
  {
    meaning: 'total',
    whole: /^(本年|全年|年度|年初)?累计(完成|数|值|完成数|完成情况)?$|^#-月(累计)?(完成|数|完成数)?$/,
    part: /累计|年初至|#-月|截至|截止|本年完成/,
  },
  {
    meaning: 'value',
    whole: /^(本月|当月|本期|#月)(完成|数|完成数|完成值|新增|份|发生|发生数|实绩|值)?$/,
    part: /本月|当月|本期|#月/,
  },
  {
    meaning: 'target',
    whole:
      /^(全年|年度|本年|本年度)?(确保)?(目标|目标值|目标数|任务数|计划数|计划|任务值|确保|确保数|确保值|确保目标)$/,
    part: /目标值|目标数|年度目标|全年目标|任务数|计划数|年度任务|全年任务|年度计划|确保/,
  },
  {
    meaning: 'indicator',
    whole: /^(主要|考核|量化|目标|二级|三级|具体)?指标(名称|内容|事项)?$|^目标名称$/,
    part: /指标/,
  },
  {
    meaning: 'programme',
    whole: /^(行动|类别|分类|专项|板块|领域|大类|行动名称|项目类别|任务类别|目标类别|所属行动|方面)$/,
    part: /行动|类别|分类|板块|领域|大项/,
  },
  {
    meaning: 'measure',
    whole:
      /^(工作|重点|主要|具体|目标)?(举措|任务|事项|措施|项目|内容|工作)(名称|内容)?$|^(工作|任务)(事项|举措|任务|内容|措施)$|^(重点工作|具体举措|目标任务)(任务|内容|事项)?$|^名称$/,
    part: /举措|任务|事项|措施|内容|工作|项目|名称|目标/,
  },
  { meaning: 'note', whole: /^(备注|说明|备注说明|备考|其他说明)$/, part: /备注|说明/ },
]

/** What a heading of one or several rows ("年度目标 / 力争") says; null where no rule knows it. */
export function headingMeaning(parts: readonly string[]): HeadingMeaning | null {
  const leaf = bareHeading(parts.at(-1) ?? '')
  const whole = bareHeading(parts.join(''))
  for (const text of [leaf, whole]) {
    const rule = RULES.find((each) => each.whole.test(text))
    if (rule !== undefined) return told(rule, text, 'sure')
  }
  for (const text of [leaf, whole]) {
    for (const rule of RULES) {
      const word = rule.part?.exec(text)?.[0]
      if (word !== undefined) return told(rule, word, 'likely')
    }
  }
  return null
}

function told(rule: Rule, word: string, confidence: Confidence): HeadingMeaning {
  return { meaning: rule.meaning, confidence, word, because: rule.because ?? null }
}

/**
 * A heading without what changes from month to month or says something else: the month's number (6月 → #月,
 * 1-6月 → #-月), the year, a unit in brackets.
 */
export function bareHeading(text: string): string {
  return folded(text)
    .replace(/\d{4}年度?/g, '')
    .replace(/\d{1,2}月?[-—–~至到]\d{1,2}月份?/g, '#-月')
    .replace(/\d{1,2}月份?/g, '#月')
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/[:：/、\\]/g, '')
}

/** 完成数（万元） → 万元 */
export function headingUnit(parts: readonly string[]): string | null {
  for (const part of [...parts].reverse()) {
    const inside = /\((?:单位:)?([^()]{1,6})\)$/.exec(folded(part))?.[1]
    if (inside !== undefined && isUnit(inside)) return inside
  }
  return null
}

const UNIT =
  /^(万?亿?千?百?元|[万亿千百]|%|‰|个百分点|人次|[个家项件场人名次户所座篇台套条只批期份亩吨]|人天|平方米|万平方米|万[个家项件场人名次户]|万人次|家次|天|小时|分|位|倍)$/

/** 家, 亿元, % … */
export function isUnit(text: string): boolean {
  return UNIT.test(text)
}

// Edits that a person might make to a form, and what each has to come back as.

import { isSameValue } from '../../src/core/forms/cell-words.ts'
import { FIELD_TITLES, type FormField, STATE_WORDS, STATUS_WORDS } from '../../src/core/forms/form-fields.ts'
import { type FieldValue, type FormItem, milestonesValue } from '../../src/core/forms/form-items.ts'
import type { CellEdit } from './edit-with-openpyxl.ts'

export interface RandomEdit extends CellEdit {
  readonly item: FormItem
  readonly field: FormField
  /** what it means; undefined = it cannot be read */
  readonly means: FieldValue | undefined
}

type Random = () => number

/** 1 January 2020 as spreadsheets count days. */
const FIRST_DAY_OF_2020 = 43_831
const SHEETS = { indicators: '指标填报', measures: '举措填报' } as const

/** At most `count` rows are touched; within a row, only what fits together. */
export function randomEdits(items: readonly FormItem[], count: number, random: Random): RandomEdit[] {
  const rows = [...items].sort(() => random() - 0.5).slice(0, count)
  return rows.flatMap((item) =>
    (item.sheet === 'indicators' ? readingEdits(item, random) : measureEdits(item, random)).filter(
      ({ field, means }) => means === undefined || !isSameValue(field, means, item.stored[field] ?? null),
    ),
  )
}

/** What colleagues type again and again, one to a row: full-width digits, a unit, about so much, a day. */
const CERTAIN: readonly [
  value: (unit: string) => string | number,
  means: string | undefined,
  format?: string,
][] = [
  [() => '１２', '12'],
  [(unit) => `12${unit}`, '12'],
  [() => '约30%', undefined],
  [() => FIRST_DAY_OF_2020 + 181, undefined, 'yyyy-mm-dd'],
  [() => '1,234', '1234'],
]

/** Those edits on the first figures of a form that has enough of them. */
export function certainEdits(items: readonly FormItem[]): RandomEdit[] {
  const figures = items.filter(({ open, unit }) => open.includes('value') && unit !== '%')
  return CERTAIN.map(([value, means, format], at) => {
    const item = figures[at]
    if (item === undefined) throw new Error('the form has too few figures')
    return edit(item, 'value', value(item.unit), means, format)
  })
}

function edit(
  item: FormItem,
  field: FormField,
  value: string | number | null,
  means: FieldValue | undefined,
  format?: string,
): RandomEdit {
  return {
    ...{ item, field, value, means, key: item.key, sheet: SHEETS[item.sheet] },
    heading: FIELD_TITLES[item.sheet][field] ?? '',
    ...(format === undefined ? {} : { format }),
  }
}

function pick<Value>(list: readonly Value[], random: Random): Value {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

function readingEdits(item: FormItem, random: Random): RandomEdit[] {
  const kind = random()
  if (kind < 0.15) return [edit(item, 'note', ...noteEdit(random))]
  const clear = (...fields: FormField[]) =>
    fields.filter((field) => item.open.includes(field)).map((field) => edit(item, field, null, null))
  if (kind < 0.35) {
    const [state, word] = pick(Object.entries(STATE_WORDS), random)
    return [
      ...clear('value', 'numerator', 'denominator'),
      edit(item, 'state', random() < 0.5 ? word : ` ${word}　`, state),
    ]
  }
  if (kind < 0.45) return [...clear('value', 'numerator', 'denominator', 'state', 'note')]
  if (kind < 0.6 && item.open.includes('value'))
    return [edit(item, 'value', ...unreadableEdit(item.unit, random))]
  if (item.open.includes('numerator') && random() < 0.5) {
    return [
      ...clear('value', 'state'),
      edit(item, 'numerator', ...figureEdit('', random)),
      edit(item, 'denominator', ...figureEdit('', random)),
    ]
  }
  if (!item.open.includes('value')) return []
  return [
    ...clear('numerator', 'denominator', 'state'),
    edit(item, 'value', ...figureEdit(item.unit, random)),
    edit(item, 'note', '按名单核对', '按名单核对'),
  ]
}

const UNREADABLE = ['约30%', '十二', '5左右', '见附件', '1-3月', '本月无进展', '3+2', '12,34', '—', '9万亿吨']

const DAY_FORMATS = ['yyyy-mm-dd', 'm"月"d"日"', 'm-d', 'yyyy/m/d']

/** Words that are no number, a number that became a day (3-5), or a share where the unit is none. */
function unreadableEdit(
  unit: string,
  random: Random,
): [value: string | number, means: undefined, format?: string] {
  const kind = random()
  if (kind < 0.3)
    return [FIRST_DAY_OF_2020 + Math.floor(random() * 366), undefined, pick(DAY_FORMATS, random)]
  if (kind < 0.4 && unit !== '%') return [0.235, undefined, '0.0%']
  return [pick(UNREADABLE, random), undefined]
}

function figureEdit(unit: string, random: Random): [value: string | number, means: string, format?: string] {
  const thousandths = 1 + Math.floor(random() * 999)
  if (unit === '%' && random() < 0.3) return [thousandths / 1000, String(thousandths / 10), '0.0%']
  const whole = 1 + Math.floor(random() * 9000)
  const cents = Math.floor(random() * 100)
  const text = String(whole + cents / 100)
  const fullWidth = (each: string) =>
    each.replace(/[0-9.]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
  return pick<[string | number, string]>(
    [
      [whole, String(whole)],
      [whole + cents / 100, text],
      [text, text],
      [fullWidth(text), text],
      [` ${whole}${unit} `, String(whole)],
      [whole.toLocaleString('en-US'), String(whole)],
      [0, '0'],
      [`+${text}`, text],
    ],
    random,
  )
}

const WORDS = [
  '完成名单核对',
  '=1+1',
  '+核减2家',
  '-号开头',
  '@某人',
  '第一行\n第二行',
  '　前后空格　',
  '名单_x 与 a_b',
  '<b>&amp;"引号"',
  '𠮷与😀',
  '12',
  '约30%',
]

function noteEdit(random: Random): [value: string | number, means: FieldValue, format?: string] {
  const days = Math.floor(random() * 366)
  const day = new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)
  if (random() < 0.15) return [FIRST_DAY_OF_2020 + days, day, pick(DAY_FORMATS, random)]
  const text = pick(WORDS, random)
  return [text, text.trim()]
}

function measureEdits(item: FormItem, random: Random): RandomEdit[] {
  const edits: RandomEdit[] = []
  if (random() < 0.4) {
    const [status, word] = pick(Object.entries(STATUS_WORDS), random)
    edits.push(edit(item, 'status', word, status))
  }
  if (random() < 0.6) edits.push(edit(item, 'progress', ...noteEdit(random)))
  if (random() < 0.3) edits.push(edit(item, 'problems', ...noteEdit(random)))
  if (random() < 0.3) edits.push(edit(item, 'nextSteps', null, null))
  const [first] = item.milestones
  if (first !== undefined && random() < 0.6)
    edits.push(
      edit(
        item,
        'milestonesDone',
        pick(['1', '１', first.name, `1. ${first.name}`], random),
        milestonesValue([first.id]),
      ),
    )
  return edits
}

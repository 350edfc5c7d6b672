// A target as bureaus write it in a cell: 100, ≥100家, 确保23%、力争25%, 力争40亿元, 不低于0.45%, 由17家发展到23家.

import type { ReadCell } from '../forms/read-workbook.ts'
import type { Comparator } from '../plan/annual-plan.ts'
import { parseExact, toDecimalText } from '../values/exact.ts'
import { isUnit } from './column-meanings.ts'

export interface WrittenTarget {
  readonly comparator: Comparator
  /** decimal texts */
  readonly committed: string | null
  readonly stretch: string | null
  readonly baseline: string | null
  /** as written behind the number; null where none is */
  readonly unit: string | null
  /** what to look at before it is trusted */
  readonly doubts: readonly string[]
}

export type TargetReading =
  | { readonly isRead: true; readonly target: WrittenTarget | null }
  | { readonly isRead: false; readonly reason: string }

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?'
const UNIT = '[^\\d,，;；、()以左内下上之~—–至到-]{0,5}'
const BEFORE =
  '确保达到|确保完成|确保|力争达到|力争突破|力争完成|力争|争取达到|争取|冲刺|不低于|不少于|不小于|至少|超过|突破|高于|大于|达到|完成|实现|新增|新建|达|为|控制在|不超过|不高于|不大于|低于|小于|降至|降到|>=|≥|≧|>|<=|≤|≦|<|=|约|大约|增长|年均增长|同比增长|提高|增加'
const AFTER = '以上|以内|以下|之内|左右|及以上|以上的?'
const CLAUSE = new RegExp(`^(?:((?:${BEFORE})+))?(${NUMBER})(?:[-~—–至到](${NUMBER}))?(${UNIT})?(${AFTER})?$`)
const FROM_TO = new RegExp(
  `^(?:由|从)(${NUMBER})(${UNIT})?(?:发展|增加|增长|提高|提升|扩大|上升)?[到至]?(?:到|至|为)?(${NUMBER})(${UNIT})?(?:${AFTER})?$`,
)
const STRETCH = /力争|争取|冲刺/
const AT_MOST = /控制在|不超过|不高于|不大于|(?<!不)[低小]于|降至|降到|<|≤|≦/
const LESS = /以内|以下|之内/

/** `unit`: the row's own unit, "" for none: a number cell in per cent is taken as it is shown. */
export function readTargetCell(cell: ReadCell | undefined, unit: string): TargetReading {
  if (cell === undefined) return { isRead: true, target: null }
  const plain = (committed: string, of: string | null): TargetReading => ({
    isRead: true,
    target: { comparator: 'at-least', committed, stretch: null, baseline: null, unit: of, doubts: [] },
  })
  if (cell.kind === 'number') return plain(cell.text, null)
  if (cell.kind === 'percent') {
    const share = parseExact(cell.text)
    return share === null
      ? { isRead: false, reason: '不是能用的数' }
      : plain(toDecimalText(share.mul(100)), '%')
  }
  if (cell.kind !== 'text') return { isRead: false, reason: '目标应是数或文字，请核对这一格' }
  return readTargetText(cell.text, unit)
}

/** Null target for an empty text or a stroke. */
export function readTargetText(text: string, unit: string): TargetReading {
  const flat = narrow(text)
  if (/^[-—–/\\无]*$/.test(flat)) return { isRead: true, target: null }
  const fromTo = FROM_TO.exec(flat)
  if (fromTo !== null) {
    const [, from = '', firstUnit = '', to = '', lastUnit = ''] = fromTo
    const own = lastUnit === '' ? firstUnit : lastUnit
    return {
      isRead: true,
      target: {
        comparator: Number(digits(to)) < Number(digits(from)) ? 'at-most' : 'at-least',
        committed: digits(to),
        stretch: null,
        baseline: digits(from),
        unit: own === '' ? null : own,
        doubts: unitDoubts(own, unit),
      },
    }
  }
  const clauses = flat
    .split(/[;、。]|(?<!\d),|,(?!\d)|(?<=.)(?=力争|争取|冲刺)/)
    .filter((part) => part !== '')
    .map((part) => CLAUSE.exec(part))
  const parsed = clauses.filter((each) => each !== null)
  if (parsed.length === 0 || parsed.length < clauses.length || parsed.length > 2)
    return { isRead: false, reason: '目标没有读懂，请写成“100”“≥100家”“确保23%、力争25%”这样' }
  return fromClauses(parsed, unit)
}

function fromClauses(clauses: readonly RegExpExecArray[], unit: string): TargetReading {
  const [first, second] = clauses
  if (first === undefined) return { isRead: true, target: null }
  const isStretchSecond = second !== undefined && STRETCH.test(second[1] ?? '')
  if (second !== undefined && !isStretchSecond)
    return { isRead: false, reason: '一格里有两个目标，请分成两行' }
  const [, before = '', low = '', high, own = '', after = ''] = first
  const isStretchOnly = STRETCH.test(before) && second === undefined
  const range = high === undefined ? null : digits(high)
  const unitWritten = own !== '' ? own : (second?.[4] ?? '')
  const value = digits(low)
  return {
    isRead: true,
    target: {
      comparator: AT_MOST.test(before) || LESS.test(after) ? 'at-most' : 'at-least',
      committed: isStretchOnly ? null : value,
      stretch: isStretchOnly ? value : second === undefined ? range : digits(second[2] ?? ''),
      baseline: null,
      unit: unitWritten === '' ? null : unitWritten,
      doubts: [
        ...unitDoubts(unitWritten, unit),
        ...(/约/.test(before) || after === '左右' ? ['目标是约数'] : []),
        ...(/增长|提高|增加/.test(before) ? ['目标是增长幅度，不是要达到的数'] : []),
        ...(range === null ? [] : ['目标是一个范围，低的作确保、高的作力争']),
      ],
    },
  }
}

/** An unknown word behind the number, or another magnitude than the unit column's. */
function unitDoubts(written: string, unit: string): string[] {
  if (written === '') return []
  if (unit !== '' && written !== unit) return [`目标里的单位“${written}”和单位栏“${unit}”不一致`]
  return unit === '' && !isUnit(written) ? [`“${written}”当作单位`] : []
}

function narrow(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/(\d)[。｡](?=\d)/g, '$1.')
}

function digits(text: string): string {
  return text.replaceAll(',', '')
}

const IN_NAME = new RegExp(
  `^(.*?\\p{Script=Han})((?:达到|达|力争|确保|不低于|不少于|超过|突破|[≥>])${NUMBER}[^\\d,，、;；]{1,6}|${NUMBER}[^\\d,，、;；]{1,4}以上)$`,
  'u',
)

/** A number at the end of a task's own words: 新增国家高新技术企业100家以上. A bare number (改革20条) is no target. */
export function targetInName(text: string): { readonly name: string; readonly target: WrittenTarget } | null {
  const found = IN_NAME.exec(text.trim().replace(/[。；;]$/, ''))
  if (found?.[1] === undefined || found[2] === undefined) return null
  const reading = readTargetText(found[2], '')
  const target = reading.isRead ? reading.target : null
  return target === null || target.unit === null || !isUnit(target.unit) ? null : { name: found[1], target }
}

// What somebody put into an entry cell → the value it means, or why it cannot be told.
import { parseExact, toDecimalText } from '../values/exact.ts'
import { readFigure } from '../values/read-figure.ts'
import { FIGURE_FIELDS, tidyText } from './cell-words.ts'
import { type FormField, folded, STATE_WORDS, STATUS_WORDS } from './form-fields.ts'
import { type FieldValue, type FormItem, milestonesValue } from './form-items.ts'
import type { ReadCell } from './read-workbook.ts'

export type CellReading =
  | { readonly isRead: true; readonly value: FieldValue; readonly remarks: readonly string[] }
  | { readonly isRead: false; readonly reason: string }

/** Longer than anybody reads, and than a call may carry. */
const LONGEST_TEXT = 20_000

export function readEntryCell(item: FormItem, field: FormField, cell: ReadCell | undefined): CellReading {
  if (cell === undefined) return read(null)
  if (cell.kind === 'error') return unread(`单元格里是错误值${cell.text}，请改成数或文字`)
  if (cell.kind === 'no-result')
    return unread('公式没有算出的结果，请把公式改成数，或用 Excel、WPS 打开后保存')
  const reading = FIGURE_FIELDS.has(field)
    ? readFigureCell(item, field, cell)
    : field === 'state'
      ? readWord(cell, STATE_WORDS, '本月无进展、不适用、尚未统计')
      : field === 'status'
        ? readWord(cell, STATUS_WORDS, '未启动、推进中、已完成、受阻需协调')
        : field === 'milestonesDone'
          ? readMilestones(item, cell)
          : readText(cell)
  return reading.isRead && cell.isFormula
    ? { ...reading, remarks: [...reading.remarks, '取的是公式上次算出的结果'] }
    : reading
}

function read(value: FieldValue, ...remarks: string[]): CellReading {
  return { isRead: true, value, remarks }
}

function unread(reason: string): CellReading {
  return { isRead: false, reason }
}

function readFigureCell(item: FormItem, field: FormField, cell: ReadCell): CellReading {
  const isPercentage = item.unit === '%' && field === 'value'
  if (cell.kind === 'date') return unread(`单元格被当成了日期（${cell.text}），请把格式改为常规再填数`)
  if (cell.kind === 'boolean') return unread('这一格要填数')
  if (cell.kind === 'percent') {
    const share = parseExact(cell.text)
    if (!isPercentage || share === null)
      return unread(`单元格是百分比格式，这一格的单位是“${item.unit}”，请改为常规格式再填`)
    return read(toDecimalText(share.mul(100)))
  }
  if (cell.kind === 'number') return figure(cell.text)
  if (tidyText(cell.text) === null) return read(null)
  const unit = field === 'value' ? item.unit : ''
  const typed = readFigure(cell.text, unit)
  if (typed.kind === 'number') return figure(typed.text)
  if (typed.kind === 'empty') return read(null)
  if (typed.kind === 'other-unit')
    return unread(
      `填的单位是“${typed.typedUnit}”，应是“${unit === '' ? '不带单位的数' : unit}”，请换算后只填数字`,
    )
  if (Object.values(STATE_WORDS).some((word) => folded(word) === folded(cell.text)))
    return unread('这是状态，请填在“本月状态”栏')
  return unread('不是能用的数，请只填数字，例如 18 或 2.5')
}

function figure(text: string): CellReading {
  const value = parseExact(text)
  return value === null ? unread('数太大或小数位太多，请核对') : read(toDecimalText(value))
}

function readWord<Key extends string>(
  cell: ReadCell,
  words: Readonly<Record<Key, string>>,
  choices: string,
): CellReading {
  if (tidyText(cell.text) === null) return read(null)
  const found = (Object.keys(words) as Key[]).find((key) => folded(words[key]) === folded(cell.text))
  return found === undefined ? unread(`只能是：${choices}`) : read(found)
}

function readText(cell: ReadCell): CellReading {
  if (cell.text.length > LONGEST_TEXT) return unread(`文字超过${LONGEST_TEXT}字，请缩短`)
  if (cell.kind === 'percent') {
    const share = parseExact(cell.text)
    return read(share === null ? cell.text : `${toDecimalText(share.mul(100))}%`, '单元格里是数，按文字录入')
  }
  if (cell.kind === 'date') return read(cell.text, '单元格里是日期，按文字录入')
  if (cell.kind === 'number') return read(cell.text, '单元格里是数，按文字录入')
  if (cell.kind === 'boolean') return unread('单元格里是逻辑值，请改成文字')
  return read(tidyText(cell.text))
}

/** Names or numbers, one after the other. */
function readMilestones(item: FormItem, cell: ReadCell): CellReading {
  if (tidyText(cell.text) === null) return read(null)
  if (/^(全部|全部完成|都完成)$/.test(folded(cell.text)))
    return read(milestonesValue(item.milestones.map(({ id }) => id)))
  const done = new Set<string>()
  for (const part of cell.text.split(/[；;\n]/).map((each) => each.trim())) {
    if (part === '') continue
    const ids = milestonesNamed(item, part)
    if (ids === null)
      return unread(`没有名为“${part.slice(0, 40)}”的节点，请写“节点”栏里的名称或序号，用分号隔开`)
    for (const id of ids) done.add(id)
  }
  return read(milestonesValue(item.milestones.filter(({ id }) => done.has(id)).map(({ id }) => id)))
}

function milestonesNamed(item: FormItem, part: string): string[] | null {
  const named = item.milestones.filter(({ name }) => sameMilestone(part, name))
  if (named.length > 0) return named.map(({ id }) => id)
  const ids: string[] = []
  for (const number of folded(part).split(/[、,]/)) {
    const id = /^\d{1,3}$/.test(number) ? item.milestones[Number(number) - 1]?.id : undefined
    if (id === undefined) return null
    ids.push(id)
  }
  return ids
}

/** With or without the number before it and the month behind it, as the column 节点 shows it. */
function sameMilestone(part: string, name: string): boolean {
  const bare = folded(part)
    .replace(/^\d{1,3}[.、]/, '')
    .replace(/\((\d+年)?\d+月\)✓?$/, '')
  return bare === folded(name) || folded(part) === folded(name)
}

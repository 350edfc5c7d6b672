// A form that came back against the journal: only what somebody changed in it is a change. Every other thing that
// stands in the file and is not taken is listed, with its place and the reason.

import type { Steps } from '../steps.ts'
import { isSameValue, tidyText } from './cell-words.ts'
import { CoveredCells } from './covered-cells.ts'
import type { FoundChange, UnreadCell } from './form-change.ts'
import { FIELD_TITLES, type FormField, fieldsOf, folded } from './form-fields.ts'
import type { FormItem } from './form-items.ts'
import { GivenCells } from './form-meta.ts'
import type { ReturnedForm, ReturnedRow, ReturnedSheet } from './form-sheets.ts'
import { matchRows } from './match-rows.ts'
import { readEntryCell } from './read-cell.ts'
import { cellAddress, type ReadCell } from './read-workbook.ts'
import { unreadAround, unreadOthers, unreadRow } from './unread-places.ts'

export interface Comparison {
  readonly changes: readonly FoundChange[]
  readonly unread: readonly UnreadCell[]
}

/** `ownTexts`: titles, leads and hints that the form itself carries above its tables. */
export function* compareForm(
  form: ReturnedForm,
  items: readonly FormItem[],
  ownTexts: readonly string[],
): Steps<Comparison> {
  const given = yield* GivenCells.of(form.meta)
  const own = new Set(ownTexts.map(folded))
  const parts: Comparison[] = []
  for (const sheet of form.sheets) parts.push(yield* compareSheet(sheet, items, given, own))
  const missing = (['indicators', 'measures'] as const).flatMap((key): UnreadCell[] =>
    items.some(({ sheet }) => sheet === key) && !form.sheets.some((sheet) => sheet.key === key)
      ? [
          {
            sheet: '',
            cell: '',
            text: '',
            reason: `缺少${key === 'indicators' ? '“指标填报”' : '“举措填报”'}表，这部分没有改动`,
          },
        ]
      : [],
  )
  return {
    changes: parts.flatMap(({ changes }) => changes),
    unread: [...parts.flatMap(({ unread }) => unread), ...missing, ...unreadOthers(form.others, own)],
  }
}

function* compareSheet(
  returned: ReturnedSheet,
  items: readonly FormItem[],
  given: GivenCells,
  own: ReadonlySet<string>,
): Steps<Comparison> {
  const matches = yield* matchRows(returned, items)
  const covered = new CoveredCells(returned.sheet)
  const hidden = new Set(returned.sheet.hiddenRows)
  const changes: FoundChange[] = []
  const unread: UnreadCell[] = [...unreadAround(returned, own)]
  for (const match of matches) {
    yield
    if (match.item === null) {
      unread.push(...unreadRow(returned, match.row, { reason: match.reason, given: null }))
      continue
    }
    const row = compareRow(returned, match.row, {
      item: match.item,
      given,
      covered,
      isHidden: hidden.has(match.row.row),
    })
    changes.push(...row.changes)
    unread.push(
      ...row.unread,
      ...unreadRow(returned, match.row, { reason: null, given: { cells: given, item: match.item } }),
    )
  }
  const present = new Set(matches.flatMap(({ item }) => (item === null ? [] : [item])))
  const named = new Set(
    matches.flatMap(({ item, row }) =>
      item === null ? [...row.cells.values()].map(({ text }) => folded(text)) : [],
    ),
  )
  for (const item of items) {
    if (item.sheet !== returned.key || present.has(item) || named.has(folded(item.name))) continue
    unread.push({
      sheet: returned.sheet.name,
      cell: '',
      text: item.name,
      reason: '表里没有这一行，这一项没有改动',
    })
  }
  return { changes, unread: [...unread, ...missingColumns(returned, items)] }
}

/** A column that somebody removed clears nothing. */
function missingColumns(returned: ReturnedSheet, items: readonly FormItem[]): UnreadCell[] {
  return fieldsOf(returned.key)
    .filter((field) => !returned.fields.has(field))
    .filter((field) => items.some(({ sheet, open }) => sheet === returned.key && open.includes(field)))
    .map((field) => ({
      sheet: returned.sheet.name,
      cell: '',
      text: FIELD_TITLES[returned.key][field] ?? '',
      reason: '表里没有这一栏，这一栏没有改动',
    }))
}

interface RowFacts {
  readonly item: FormItem
  readonly given: GivenCells
  readonly covered: CoveredCells
  readonly isHidden: boolean
}

/** A cell of an entry column: what it says, and whether somebody changed it. */
interface FieldState {
  readonly field: FormField
  readonly column: number
  readonly cell: ReadCell | undefined
  readonly found: FoundChange | null
  readonly problem: string | null
  /** the cell is filled in, changed or not */
  readonly isFilled: boolean
}

function compareRow(returned: ReturnedSheet, row: ReturnedRow, facts: RowFacts): Comparison {
  const states = [...returned.fields].map(([field, column]) =>
    compareField(returned, row, { ...facts, field, column }),
  )
  const problems = rowProblems(states)
  const changes: FoundChange[] = []
  const unread: UnreadCell[] = []
  for (const state of states) {
    const reason = state.problem ?? (state.found === null ? null : (problems.get(state.field) ?? null))
    if (reason !== null) {
      unread.push({
        sheet: returned.sheet.name,
        cell: cellAddress(row.row, state.column),
        text: state.cell?.text ?? '',
        reason,
      })
    } else if (state.found !== null) changes.push(state.found)
  }
  return { changes, unread }
}

function compareField(
  returned: ReturnedSheet,
  row: ReturnedRow,
  { item, given, covered, isHidden, field, column }: RowFacts & { field: FormField; column: number },
): FieldState {
  const cell = row.cells.get(column)
  const state = {
    field,
    column,
    cell,
    found: null,
    problem: null,
    isFilled: tidyText(cell?.text ?? '') !== null,
  }
  if (!item.open.includes(field))
    return state.isFilled ? { ...state, problem: '这一格不用填，没有读入' } : state
  const reading = readEntryCell(item, field, cell)
  const before = given.in(item.key, field)
  const stored = item.stored[field] ?? null
  if (reading.isRead) {
    const isUntouched = before !== undefined && isSameValue(field, reading.value, before)
    if (isUntouched || isSameValue(field, reading.value, stored)) return state
  }
  const merged = covered.reasonAt(row.row, column)
  if (merged !== null) return { ...state, problem: merged }
  if (!reading.isRead) return { ...state, problem: reading.reason }
  const remarks = [
    ...reading.remarks,
    ...(isHidden ? ['这一行被隐藏或筛选掉了'] : []),
    ...(before !== undefined && !isSameValue(field, before, stored)
      ? ['导出填报表以后，台账里的这一项改过']
      : []),
  ]
  const place = { sheet: returned.sheet.name, cell: cellAddress(row.row, column) }
  return { ...state, found: { item, field, value: reading.value, ...place, remarks } }
}

/** What only the row as a whole shows: a number beside a state, half of a fraction. */
function rowProblems(states: readonly FieldState[]): Map<FormField, string> {
  const problems = new Map<FormField, string>()
  const of = (field: FormField) => states.find((state) => state.field === field)
  const figures = (['value', 'numerator', 'denominator'] as const).map(of)
  const hasFigure = figures.some((state) => state?.isFilled === true)
  if (hasFigure && of('state')?.isFilled === true) {
    for (const field of ['value', 'numerator', 'denominator', 'state'] as const)
      problems.set(field, '既填了数又选了状态，不能确定用哪个，请只留一样')
  }
  const [numerator, denominator] = [of('numerator'), of('denominator')]
  if (numerator?.problem != null) problems.set('denominator', '同一行的本月分子没有读懂，分母也没有读入')
  if (denominator?.problem != null) problems.set('numerator', '同一行的本月分母没有读懂，分子也没有读入')
  return problems
}

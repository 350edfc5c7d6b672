// The sheet 举措填报.

import { NO_FIGURE, shownValue } from '../forms/cell-words.ts'
import { FIELD_TITLES, fieldsOf, ITEM_TITLES, STATUS_WORDS } from '../forms/form-fields.ts'
import type { FormItem } from '../forms/form-items.ts'
import type { MeasureReport } from '../journal/journal-entry.ts'
import { reportsSince } from '../state/bureau-state.ts'
import { monthNumber, type ReportingMonth, yearOf } from '../values/reporting-month.ts'
import type { EntryFormColumn, EntryFormInput, EntryFormRow } from './entry-form-table.ts'

const ENTRY_WIDTHS: Readonly<Record<string, number>> = {
  status: 5.5,
  progress: 18,
  problems: 11,
  nextSteps: 11,
  milestonesDone: 9,
}

/** The columns about milestones stand there only where a measure has any. */
export function measureColumns(items: readonly FormItem[]): EntryFormColumn[] {
  const hasMilestones = items.some(({ milestones }) => milestones.length > 0)
  const fields = fieldsOf('measures').filter((field) => hasMilestones || field !== 'milestonesDone')
  const milestones: EntryFormColumn[] = hasMilestones
    ? [{ key: 'milestones', title: ITEM_TITLES.milestones, width: 9, align: 'left', wrap: true }]
    : []
  return [
    { key: 'number', title: ITEM_TITLES.number, width: 3, align: 'center' },
    { key: 'programme', title: ITEM_TITLES.programme, width: 7, align: 'left', wrap: true },
    { key: 'name', title: ITEM_TITLES.measure, width: 11, align: 'left', wrap: true },
    ...milestones,
    { key: 'previousStatus', title: ITEM_TITLES.previousStatus, width: 5, align: 'center' },
    { key: 'previousProgress', title: ITEM_TITLES.previousProgress, width: 15, align: 'left', wrap: true },
    ...fields.map(
      (field): EntryFormColumn => ({
        key: field,
        title: FIELD_TITLES.measures[field] ?? '',
        width: ENTRY_WIDTHS[field] ?? 8,
        align: field === 'status' ? 'center' : 'left',
        wrap: field !== 'status',
        field,
      }),
    ),
    { key: 'id', title: ITEM_TITLES.id, width: 8, align: 'left', isHidden: true },
  ]
}

export function measureRow(input: EntryFormInput, item: FormItem): EntryFormRow {
  const open = new Set(item.open)
  const previous = previousReport(input, item)
  const entries = fieldsOf('measures').map((field) => [
    field,
    { value: shownValue(item, field, item.stored[field] ?? null), isOpen: open.has(field) },
  ])
  return {
    key: item.key,
    cells: {
      number: { value: item.number },
      programme: { value: item.programme },
      name: { value: item.name },
      milestones: { value: milestoneWords(item, input.month) },
      previousStatus: { value: previous?.status == null ? NO_FIGURE : STATUS_WORDS[previous.status] },
      previousProgress: { value: previousWords(previous) },
      ...Object.fromEntries(entries),
      id: { value: item.key },
    },
  }
}

/** 1. 出台办法（6月）; with ✓ where it was done in an earlier month. */
function milestoneWords(item: FormItem, month: ReportingMonth): string {
  const done = new Set(item.doneEarlier)
  const lines = item.milestones.map(({ id, name, due }, index) => {
    const year = yearOf(due) === yearOf(month) ? '' : `${yearOf(due)}年`
    return `${index + 1}. ${name}（${year}${monthNumber(due)}月）${done.has(id) ? '✓' : ''}`
  })
  return lines.length === 0 ? NO_FIGURE : lines.join('\n')
}

function previousReport({ state, month }: EntryFormInput, item: FormItem): MeasureReport | null {
  const reports = reportsSince(state, item.measure ?? '', 'latest', null)
  const newest = [...reports.keys()]
    .filter((each) => each < month)
    .sort()
    .at(-1)
  return newest === undefined ? null : (reports.get(newest) ?? null)
}

function previousWords(report: MeasureReport | null): string {
  const parts = [
    report?.progress,
    report?.problems == null ? null : `问题：${report.problems}`,
    report?.nextSteps == null ? null : `下一步：${report.nextSteps}`,
  ].filter((part) => part != null)
  return parts.length === 0 ? NO_FIGURE : parts.join('\n')
}

// 处室填报表: what a department fills in for one month, to be filled in Excel or WPS and read back.

import { checksum } from '../forms/checksum.ts'
import { SHEET_NAMES } from '../forms/form-fields.ts'
import { type FormItem, formItems } from '../forms/form-items.ts'
import { FORM_VERSION, type FormMeta, type GivenCell, idsChecksum } from '../forms/form-meta.ts'
import { canonicalJson } from '../journal/canonical-json.ts'
import { dueDateOf, monthTitle } from '../values/reporting-month.ts'
import { entryFormGuide } from './entry-form-guide.ts'
import { indicatorColumns, indicatorRow } from './entry-form-indicators.ts'
import { measureColumns, measureRow } from './entry-form-measures.ts'
import type {
  EntryForm,
  EntryFormColumn,
  EntryFormInput,
  EntryFormRow,
  EntryFormSheet,
} from './entry-form-table.ts'
import type { ReportSheet } from './report-table.ts'

export function entryForm(input: EntryFormInput): EntryForm {
  const { state, plan, month } = input
  const items = formItems(state, plan, input)
  const department = plan.departmentsById.get(input.department)?.name ?? input.department
  const due = dueText(dueDateOf(month, plan.dueDay))
  const lead = (right: string) => [`填报单位：${department}`, monthTitle(month), right] as const
  const sheets = [
    sheetOf('indicators', items, {
      title: `${department}${monthTitle(month)}指标填报表`,
      lead: lead(`请于${due}前报送`),
      hint: '请只填浅黄色的格子；没有数的，在“本月状态”里选一项。填法见“填报说明”。',
      columns: indicatorColumns(items),
      row: (item) => indicatorRow(input, item),
      rowHeight: 30,
    }),
    sheetOf('measures', items, {
      title: `${department}${monthTitle(month)}举措填报表`,
      lead: lead(`请于${due}前报送`),
      hint: '请只填浅黄色的格子；选“受阻需协调”的，请同时写明问题和下一步。填法见“填报说明”。',
      columns: measureColumns(items),
      row: (item) => measureRow(input, item),
      rowHeight: 64,
    }),
  ].filter(({ rows }) => rows.length > 0)
  const guide = entryFormGuide({ department, month, due, planTitle: plan.plan.title, sheets, items })
  const example = state.isExample ? '（示例数据）' : ''
  return {
    title: `${department}${monthTitle(month)}填报表`,
    fileName: `${fileNamePart(department)}${monthTitle(month)}填报表${example}.xlsx`,
    madeAt: `${month}-01T00:00:00.000Z`,
    author: state.bureauName ?? department,
    guide,
    sheets,
    meta: metaOf(input, { departmentName: department, items, sheets, texts: ownTexts(guide, sheets) }),
  }
}

/** 6月25日 */
function dueText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

function fileNamePart(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]/g, '')
}

interface SheetFacts extends Pick<EntryFormSheet, 'title' | 'lead' | 'hint' | 'rowHeight'> {
  readonly columns: readonly EntryFormColumn[]
  readonly row: (item: FormItem) => EntryFormRow
}

function sheetOf(key: EntryFormSheet['key'], items: readonly FormItem[], facts: SheetFacts): EntryFormSheet {
  const { row, ...rest } = facts
  return { key, name: SHEET_NAMES[key], ...rest, rows: items.filter(({ sheet }) => sheet === key).map(row) }
}

interface MetaFacts extends Pick<FormMeta, 'departmentName' | 'texts'> {
  readonly items: readonly FormItem[]
  readonly sheets: readonly EntryFormSheet[]
}

function metaOf(
  { plan, department, month }: EntryFormInput,
  { departmentName, items, sheets, texts }: MetaFacts,
): FormMeta {
  const stored = items.flatMap((item) =>
    item.open.flatMap((field): GivenCell[] => {
      const text = item.stored[field] ?? null
      return text === null ? [] : [{ key: item.key, column: field, text }]
    }),
  )
  const given = [...sheets.flatMap(shownCells), ...stored]
  const keys = items.map(({ key }) => key)
  const planChecksum = checksum(canonicalJson(plan.plan))
  return {
    version: FORM_VERSION,
    planTitle: plan.plan.title,
    planChecksum,
    department,
    departmentName,
    month,
    exportId: checksum(canonicalJson([planChecksum, department, month, keys, given])),
    idsChecksum: idsChecksum(keys, given),
    keys,
    given,
    texts,
  }
}

/** What stands in the columns that are not filled in. */
function shownCells({ columns, rows }: EntryFormSheet): GivenCell[] {
  const shown = columns.filter(({ field, isHidden }) => field === undefined && isHidden !== true)
  return rows.flatMap(({ key, cells }) =>
    shown.flatMap((column): GivenCell[] => {
      const value = cells[column.key]?.value ?? null
      return value === null ? [] : [{ key, column: column.title, text: String(value) }]
    }),
  )
}

/** Everything on the form that is neither an item nor an entry. */
function ownTexts(guide: ReportSheet, sheets: readonly EntryFormSheet[]): string[] {
  const tables = sheets.flatMap(({ title, lead, hint }) => [title, ...lead, hint])
  const { left, middle, right } = guide.lead
  const blocks = guide.blocks.flatMap(({ title, columns, rows }) => [
    title ?? '',
    ...columns.map((column) => column.title),
    ...rows.flatMap(({ cells }) => Object.values(cells).map(({ value }) => String(value ?? ''))),
  ])
  const texts = [...tables, guide.title, left, middle, right, guide.summary ?? '', ...blocks, ...guide.notes]
  return [...new Set(texts)].filter((text) => text !== '')
}

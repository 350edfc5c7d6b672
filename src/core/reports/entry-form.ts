// 处室填报表: what a department fills in for one month, to be filled in Excel or WPS and read back.

import { checksum } from '../forms/checksum.ts'
import { SHEET_NAMES } from '../forms/form-fields.ts'
import { type FormItem, formItems } from '../forms/form-items.ts'
import { FORM_VERSION, type FormMeta, type GivenCell, idsChecksum } from '../forms/form-meta.ts'
import { canonicalJson } from '../journal/canonical-json.ts'
import { dueDateOf, monthTitle } from '../values/reporting-month.ts'
import { entryFormGuide } from './entry-form-guide.ts'
import { indicatorColumns, indicatorRow, modeNames } from './entry-form-indicators.ts'
import { measureColumns, measureRow } from './entry-form-measures.ts'
import type { EntryForm, EntryFormInput, EntryFormSheet, FormSheetFrame } from './entry-form-table.ts'
import type { ReportSheet } from './report-table.ts'

export function entryForm(input: EntryFormInput): EntryForm {
  const { state, plan, month } = input
  const items = formItems(state, plan, input)
  const frame = formFrame(input, items)
  const rowOf = { indicators: indicatorRow, measures: measureRow }
  const sheets = frame.sheets.map(
    (sheet): EntryFormSheet => ({
      ...sheet,
      rows: items.filter((item) => item.sheet === sheet.key).map((item) => rowOf[sheet.key](input, item)),
    }),
  )
  const { departmentName, guide } = frame
  const example = state.isExample ? '（示例数据）' : ''
  return {
    title: `${departmentName}${monthTitle(month)}填报表`,
    fileName: `${fileNamePart(departmentName)}${monthTitle(month)}填报表${example}.xlsx`,
    madeAt: `${month}-01T00:00:00.000Z`,
    author: state.bureauName ?? departmentName,
    guide,
    sheets,
    meta: metaOf(input, { departmentName, items, sheets, texts: textsOf(frame) }),
  }
}

/** Everything on the form that is neither an item nor an entry. */
export function ownTexts(input: EntryFormInput, items: readonly FormItem[]): string[] {
  return textsOf(formFrame(input, items))
}

/** The form without its rows. */
interface FormFrame {
  readonly departmentName: string
  readonly guide: ReportSheet
  readonly sheets: readonly FormSheetFrame[]
}

function formFrame({ plan, department, month }: EntryFormInput, items: readonly FormItem[]): FormFrame {
  const departmentName = plan.departmentsById.get(department)?.name ?? department
  const due = dueText(dueDateOf(month, plan.dueDay))
  const lead = (right: string) => [`填报单位：${departmentName}`, monthTitle(month), right] as const
  const count = (key: FormSheetFrame['key']) => items.filter(({ sheet }) => sheet === key).length
  const sheets: FormSheetFrame[] = [
    {
      key: 'indicators' as const,
      name: SHEET_NAMES.indicators,
      title: `${departmentName}${monthTitle(month)}指标填报表`,
      lead: lead(`请于${due}前报送`),
      hint: '请只填浅黄色的格子；没有数的，在“本月状态”里选一项。填法见“填报说明”。',
      columns: indicatorColumns(items),
      count: count('indicators'),
      rowHeight: 30,
    },
    {
      key: 'measures' as const,
      name: SHEET_NAMES.measures,
      title: `${departmentName}${monthTitle(month)}举措填报表`,
      lead: lead(`请于${due}前报送`),
      hint: '请只填浅黄色的格子；选“受阻需协调”的，请同时写明问题和下一步。填法见“填报说明”。',
      columns: measureColumns(items),
      count: count('measures'),
      rowHeight: 64,
    },
  ].filter((sheet) => sheet.count > 0)
  const planTitle = plan.plan.title
  const modes = modeNames(plan, items)
  const guide = entryFormGuide({ department: departmentName, month, due, planTitle, sheets, items, modes })
  return { departmentName, guide, sheets }
}

/** 6月25日 */
function dueText(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

function fileNamePart(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]/g, '')
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

function textsOf({ guide, sheets }: FormFrame): string[] {
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

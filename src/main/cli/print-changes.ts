// Changes that a workbook proposes, as lines for people.
import type { FormApplied, FormPreview } from '../../contract/form-calls.ts'
import type { FormChange } from '../../core/forms/form-change.ts'
import { FIELD_TITLES, STATE_WORDS, STATUS_WORDS } from '../../core/forms/form-fields.ts'
import { say } from './print.ts'

/** `applied` null = a preview. */
export function printChanges(
  preview: Pick<FormPreview, 'changes' | 'unread' | 'notices'>,
  applied: FormApplied | null,
): void {
  for (const notice of preview.notices) process.stderr.write(`提醒：${notice}\n`)
  say(applied === null ? `改动${preview.changes.length}处：` : `已录入${applied.applied}处改动：`)
  for (const change of preview.changes) sayChange(change)
  if (preview.unread.length > 0) say(`没有读入${preview.unread.length}处：`)
  for (const { sheet, cell, text, reason } of preview.unread) say(`  ${sheet} ${cell}　${text}　${reason}`)
  for (const { message } of applied?.warnings ?? []) process.stderr.write(`提醒：${message}\n`)
}

export function sayChange(change: FormChange): void {
  const remarks = [...change.remarks, ...(change.problem === null ? [] : [change.problem])]
  const said = remarks.length === 0 ? '' : `（${remarks.join('；')}）`
  const values = `${shown(change.from)} → ${shown(change.to)}`
  say(`  ${change.sheet} ${change.cell}　${change.name}　${fieldTitle(change)}：${values}${said}`)
}

function fieldTitle({ measure, field }: FormChange): string {
  return FIELD_TITLES[measure === undefined ? 'indicators' : 'measures'][field] ?? field
}

const WORDS: Readonly<Record<string, string>> = { ...STATE_WORDS, ...STATUS_WORDS }

function shown(value: FormChange['from']): string {
  if (value === null) return '空'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return WORDS[value] ?? value
  return value.length === 0 ? '空' : value.join('、')
}

// `export template` and `import template`: the fill-in form on its way out and back.
import type { Command } from 'commander'
import type { CallOutput } from '../../contract/api.ts'
import type { FormChange } from '../../core/forms/form-change.ts'
import { FIELD_TITLES, STATE_WORDS, STATUS_WORDS } from '../../core/forms/form-fields.ts'
import { exportFile } from '../export-folder.ts'
import { askOnce, type CommandOptions } from './command-service.ts'
import { printJson, say } from './print.ts'

interface ExportOptions extends CommandOptions {
  readonly department: string
  readonly month: string
  readonly out: string
}

interface ImportOptions extends CommandOptions {
  readonly department?: string
  readonly month?: string
  readonly apply?: boolean
  readonly reason?: string
}

export function addFormExport(target: Command): void {
  target
    .requiredOption('--department <id>', '处室编号')
    .requiredOption('--month <month>', '月份，如 2020-06')
    .requiredOption('--out <file>', '输出文件（.xlsx）')
    .action(async ({ department, month, out, ...options }: ExportOptions) => {
      const exports = exportFile(out)
      const file = await askOnce('form.export', { department, month }, options, { exports })
      if (options.json) printJson({ ok: true, ...file })
      else say(`已导出：${file.place}`)
    })
}

export function addFormImport(target: Command): void {
  target
    .option('--department <id>', '应属于的处室编号（文件里查不到时使用）')
    .option('--month <month>', '应属于的月份（文件里查不到时使用）')
    .option('--apply', '录入列出的全部改动')
    .option('--reason <text>', '更正原因（本月已报送或审核时必填）')
    .action(async (givenFile: string, options: ImportOptions) => {
      const place = { department: options.department ?? null, month: options.month ?? null }
      const preview = await askOnce('form.preview', place, options, { givenFile })
      const applied =
        options.apply === true
          ? await askOnce(
              'form.apply',
              {
                ...place,
                fileHash: preview.fileHash,
                accepted: preview.changes.map(({ sheet, cell, basis }) => ({ sheet, cell, basis })),
                reason: options.reason ?? null,
              },
              options,
              { givenFile },
            )
          : null
      if (options.json) {
        const { changes, unread, notices, department, month } = preview
        printJson({
          department,
          month,
          changes,
          unread,
          notices,
          applied: applied !== null,
          warnings: applied?.warnings ?? [],
        })
      } else printPreview(preview, applied)
    })
}

function printPreview(preview: CallOutput<'form.preview'>, applied: CallOutput<'form.apply'> | null): void {
  for (const notice of preview.notices) process.stderr.write(`提醒：${notice}\n`)
  say(applied === null ? `改动${preview.changes.length}处：` : `已录入${applied.applied}处改动：`)
  for (const change of preview.changes) {
    const remarks = [...change.remarks, ...(change.problem === null ? [] : [change.problem])]
    say(
      `  ${change.sheet} ${change.cell}　${change.name}　${fieldTitle(change)}：${shown(change.from)} → ${shown(change.to)}${remarks.length === 0 ? '' : `（${remarks.join('；')}）`}`,
    )
  }
  if (preview.unread.length > 0) say(`没有读入${preview.unread.length}处：`)
  for (const { sheet, cell, text, reason } of preview.unread) say(`  ${sheet} ${cell}　${text}　${reason}`)
  for (const { message } of applied?.warnings ?? []) process.stderr.write(`提醒：${message}\n`)
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

// `export template` and `import template`: the fill-in form on its way out and back.
import type { Command } from 'commander'
import { exportFile } from '../export-folder.ts'
import { askOnce, type CommandOptions } from './command-service.ts'
import { printJson, say } from './print.ts'
import { printChanges } from './print-changes.ts'

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
      } else printChanges(preview, applied)
    })
}

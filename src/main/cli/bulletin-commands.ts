// `export bulletin`: the issue as a workbook, and its text as a Word document where asked for.
import type { Command } from 'commander'
import { RefusedError } from '../../core/refused-error.ts'
import { exportFile } from '../export-folder.ts'
import { askOnce, type CommandOptions } from './command-service.ts'
import { printJson, say } from './print.ts'
import { CommandRefused } from './refusal.ts'

interface ExportOptions extends CommandOptions {
  readonly month: string
  readonly out: string
  readonly word?: string
}

export function addBulletinExport(target: Command): void {
  target
    .requiredOption('--month <month>', '月份，如 2020-06')
    .requiredOption('--out <file>', '输出文件（.xlsx）')
    .option('--word <file>', '同时导出通报文字（.docx）')
    .action(async ({ month, out, word, ...options }: ExportOptions) => {
      if (word !== undefined) checkPlace(word)
      const file = await askOnce('bulletin.export', { month }, options, { exports: exportFile(out) })
      const text =
        word === undefined
          ? null
          : await askOnce('bulletin.exportText', { month }, options, { exports: exportFile(word) })
      if (options.json) printJson({ ok: true, ...file, ...(text === null ? {} : { word: text.place }) })
      else say([file, ...(text === null ? [] : [text])].map(({ place }) => `已导出：${place}`).join('\n'))
    })
}

/** Asked before anything is frozen: a document that cannot be written must not leave half an answer. */
function checkPlace(file: string): void {
  try {
    exportFile(file).stage('', new Uint8Array()).discard()
  } catch (error) {
    throw error instanceof RefusedError ? new CommandRefused(error.rejection) : error
  }
}

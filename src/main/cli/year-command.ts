// `export year`: starts the export, shows how far it is, and ends it cleanly when the person breaks it off.
import type { Command } from 'commander'
import type { CallInput, CallOutput } from '../../contract/api.ts'
import { exportFile } from '../export-folder.ts'
import { type Ask, type CommandOptions, refuse, withService } from './command-service.ts'
import { namedPlan } from './named-plan.ts'
import { printJson, say } from './print.ts'
import { CommandRefused } from './refusal.ts'

interface YearOptions extends CommandOptions {
  readonly year: string
  readonly out: string
  readonly provisional?: boolean
  readonly plan?: string
}

type Progress = CallOutput<'exports.progress'>

export function addYearExport(target: Command): void {
  target
    .requiredOption('--year <year>', '年度，如 2020')
    .requiredOption('--out <file>', '输出文件（.xlsx）')
    .option('--provisional', '含未审核的数')
    .action(async ({ year, out, provisional, plan, ...options }: YearOptions) => {
      if (!/^\d{4}$/.test(year))
        throw refuse('invalid-input', { place: '--year', reason: '应写成四位年，如 2020' })
      const wish = { ...options, mode: 'reader', hasActor: true, exports: exportFile(out) } as const
      const ended = await withService(wish, async (ask) => {
        const id = await namedPlan(ask, plan, `${year}-01`)
        const which = id === null ? {} : { plan: id }
        return watched(ask, { year: Number(year), provisional: provisional === true, ...which })
      })
      if (ended.rejection !== null) throw new CommandRefused(ended.rejection)
      if (ended.file === null) throw refuse('export-interrupted')
      if (options.json) printJson({ ok: true, ...ended.file })
      else say(`已导出：${ended.file.place}`)
    })
}

/** Starts the export and follows it to its end; a break (Ctrl+C) cancels it first. */
async function watched(ask: Ask, input: CallInput<'year.export'>): Promise<Progress> {
  // Heard from before the start: no moment is left in which a break would leave a part of the file behind.
  const breaking = new AbortController()
  const breakOff = () => breaking.abort()
  process.once('SIGINT', breakOff)
  process.once('SIGTERM', breakOff)
  try {
    let progress = await ask('year.export', input)
    const { job } = progress
    const cancel = () => void ask('exports.cancel', { job })
    if (breaking.signal.aborted) cancel()
    else breaking.signal.addEventListener('abort', cancel)
    while (progress.state === 'running') {
      show(progress)
      progress = await ask('exports.progress', { job, seen: progress.step })
    }
    return progress
  } finally {
    process.off('SIGINT', breakOff)
    process.off('SIGTERM', breakOff)
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  }
}

const STAGES: Readonly<Record<Progress['stage'], string>> = {
  reading: '正在读取台账…',
  tables: '正在汇总各表…',
  rows: '正在写入明细',
}

/** One line that is written over, for people who wait; scripts see nothing of it. */
function show({ stage, done, total }: Progress): void {
  if (!process.stderr.isTTY) return
  const rows = total === 0 ? '' : ` ${done}/${total}行`
  process.stderr.write(`\r\u001b[K${STAGES[stage]}${rows}`)
}

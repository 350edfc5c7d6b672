// The first workbook of a process: the preview is on screen, and somebody presses 导出 for the first time.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeWorkbook } from '../src/excel/write-workbook.ts'
import { composeService } from '../src/main/compose-service.ts'
import { knownSheets } from '../tests/excel/same-cells.ts'
import { alternate, type Benchmark, median } from './benchmark.ts'
import { withTempFolder } from './temp-folder.ts'

const CLICKS = 5
const MONTH = '2020-06'

export const bulletinFirstClick: Benchmark = {
  name: 'bulletin-first-click',
  about:
    'built writer loaded and the June bulletin written, in a fresh process ÷ package exceljs loaded and the same finished cells written, in a fresh process',
  unit: 'ms',
  goal: 0.6,
  run: () =>
    withTempFolder(async (folder) => {
      const service = composeService({ dataFolder: folder, mode: 'command', exampleFolder: folder })
      const session = { actor: null }
      await service.ask('store.openExample', {}, session)
      const preview = await service.ask('bulletin.preview', { month: MONTH }, session)
      service.close()
      if (!preview.ok) throw new Error(preview.rejection.message)
      const { report } = preview.value
      const reportFile = join(folder, 'report.json')
      const sheetsFile = join(folder, 'sheets.json')
      writeFileSync(reportFile, JSON.stringify(report))
      writeFileSync(sheetsFile, JSON.stringify(await knownSheets(await writeWorkbook(report))))
      const clicks = (script: string, file: string) =>
        median(Array.from({ length: CLICKS }, () => click(script, file)))
      return alternate({
        ours: () => clicks('first-click-ours.mjs', reportFile),
        peer: () => clicks('first-click-plain.mjs', sheetsFile),
      })
    }),
}

function click(script: string, file: string): number {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`)
  return Number(stdout)
}

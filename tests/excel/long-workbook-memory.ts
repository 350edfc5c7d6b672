// Started by a test: writes a long workbook and says the time and the most memory it took.
import { readFileSync } from 'node:fs'
import { writeLongWorkbook } from '../../src/excel/write-long-workbook.ts'
import { longReport } from './long-rows.ts'

const [file = '', rows = '0'] = process.argv.slice(2)
const began = performance.now()
await writeLongWorkbook(longReport(Number(rows)), file, () => undefined)
console.log(JSON.stringify({ milliseconds: performance.now() - began, megabytes: mostMemory() / 1024 }))

/** Kilobytes. On Linux, what resourceUsage says includes the memory of whoever started this process. */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}

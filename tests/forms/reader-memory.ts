// Started by a test with the reader's own options: reads one file and says the answer, the time and the memory it took.
import { readFileSync } from 'node:fs'
import { answerReading } from '../../src/excel/reading/workbook-reader-process.ts'
import { told } from './read-here.ts'

const began = performance.now()
const answer = await answerReading({ path: process.argv[2] ?? '' })
const milliseconds = performance.now() - began
const megabytes = mostMemory() / 1024
console.log(JSON.stringify({ told: told(answer).slice(0, 100), milliseconds, megabytes }))

/** Kilobytes. On Linux, what resourceUsage says includes the memory of whoever started this process. */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}

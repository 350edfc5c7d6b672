// Loaded before a process's own code: at its end it prints the kilobytes that were resident at most.
import { readFileSync, writeSync } from 'node:fs'

process.on('exit', () => writeSync(1, String(mostMemory())))

/** On Linux, what resourceUsage says includes the memory of whoever started this process. */
function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}

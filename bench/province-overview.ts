// 总览 of a province-size year, cold: the store's file is not in the system's memory.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alternate, type Benchmark, median, UnavailableError } from './benchmark.ts'
import { COLD_IS_IMPOSSIBLE } from './cold-file.ts'
import { writePlainCells } from './plain-cells.ts'
import { provinceStore } from './province-store.ts'
import { withTempFolder } from './temp-folder.ts'

const OPENINGS = 5
const PEER =
  'opening a file of its 72,000 cells and a plain GROUP BY over them, each in a process of its own with its packages loaded, the file dropped from the page cache'

export const provinceOverview: Benchmark = {
  name: 'province-overview',
  about: `overview.read of a year of 100 localities × 60 indicators × 12 months, of which nothing was read before ÷ ${PEER}`,
  unit: 'ms',
  goal: 0.15,
  run: () => against('overview'),
}

export const provinceFirstLook: Benchmark = {
  name: 'province-first-look',
  about: `the same with all that comes before it: the opening of the store, session.read and plan.timeline ÷ ${PEER}`,
  unit: 'ms',
  goal: null,
  run: () => against('first-look'),
}

function against(what: 'overview' | 'first-look') {
  return withTempFolder((folder) => {
    const place = join(folder, 'store')
    provinceStore(place).close()
    writePlainCells(folder)
    return alternate({
      ours: () => openings('overview-process.ts', what, place),
      peer: () => openings('group-by-process.ts', folder),
    })
  })
}

/** Milliseconds, as the processes themselves measured them. */
function openings(script: string, ...words: readonly string[]): number {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const took = Array.from({ length: OPENINGS }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...words], { encoding: 'utf8' })
    if (status === COLD_IS_IMPOSSIBLE) throw new UnavailableError('没有能让系统忘掉一个文件的 dd')
    if (status !== 0) throw new Error(`${script} ended with ${status}: ${stderr}`)
    return Number(stdout)
  })
  return median(took)
}

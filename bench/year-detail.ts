// 明细 of 100,000 rows × 12 columns, styled: ours against the limit, against other writers, and its memory. Each writer
// runs in a process of its own; the time is of a second file, with everything loaded.
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { longRow } from '../tests/excel/long-rows.ts'
import { alternate, type Benchmark, type Rounds, UnavailableError } from './benchmark.ts'
import { withTempFolder } from './temp-folder.ts'

const ROWS = 100_000
const ROUNDS = 3
/** MB that the process may take. */
const MEMORY_LIMIT = 300

interface Run {
  readonly milliseconds: number
  readonly megabytes: number
}

function run(writer: string, folder: string): Run {
  const child = join(import.meta.dirname, 'year-detail-child.ts')
  const said = execFileSync(process.execPath, [child, writer, join(folder, `${writer}.xlsx`), String(ROWS)], {
    encoding: 'utf8',
    env: {},
  })
  return JSON.parse(said) as Run
}

const ABOUT = '明细 of 100,000 × 12 styled cells with its printed first page'

function against(name: string, about: string, goal: number, peer: (folder: string) => number): Benchmark {
  return {
    name,
    about: `${ABOUT} ÷ ${about}`,
    unit: 'ms',
    goal,
    run: () =>
      withTempFolder((folder) =>
        alternate({ ours: () => run('ours', folder).milliseconds, peer: () => peer(folder) }, ROUNDS),
      ),
  }
}

/** Debian's own Python has the packaged libraries; rows are handed over as a file, and reading it is timed with them. */
function inPython(peer: 'openpyxl' | 'xlsxwriter'): (folder: string) => number {
  let python: string | null = null
  return (folder) => {
    python ??= pythonWith(peer)
    const rows = join(folder, 'rows.jsonl')
    const handle = openSync(rows, 'w')
    for (let at = 0; at < ROWS; at += 1) writeSync(handle, `${JSON.stringify(longRow(at))}\n`)
    closeSync(handle)
    const script = join(import.meta.dirname, 'year-detail-python.py')
    return Number(
      execFileSync(python, [script, peer, rows, join(folder, `${peer}.xlsx`)], { encoding: 'utf8' }),
    )
  }
}

function pythonWith(library: string): string {
  for (const python of [process.env.YAODIAN_PYTHON ?? '/usr/bin/python3', '/usr/bin/python3', 'python3']) {
    try {
      execFileSync(python, ['-c', `import ${library}`], { stdio: 'ignore' })
      return python
    } catch {
      // the next one may have it
    }
  }
  throw new UnavailableError(`没有 Python 的 ${library}（Debian 软件包 python3-${library}）`)
}

export const yearDetail: readonly Benchmark[] = [
  against(
    'year-detail',
    'the raw limit: XML by putting texts together, node:zlib at the same level, a zip by hand',
    3.1,
    (folder) => run('raw', folder).milliseconds,
  ),
  against(
    'year-detail-exceljs',
    'ExcelJS’s stream writer, the same cells at the same level',
    1,
    (folder) => run('exceljs-stream', folder).milliseconds,
  ),
  against(
    'year-detail-sheetjs',
    'SheetJS’s free edition, the same cells without fonts and borders',
    1,
    (folder) => run('sheetjs', folder).milliseconds,
  ),
  against('year-detail-openpyxl', 'openpyxl, write_only', 1, inPython('openpyxl')),
  against('year-detail-xlsxwriter', 'Python’s xlsxwriter, constant_memory', 1, inPython('xlsxwriter')),
  {
    name: 'year-detail-memory',
    about: `most memory of the process that writes ${ABOUT} ÷ ${MEMORY_LIMIT} MB`,
    unit: 'MB',
    goal: 1,
    run: (): Promise<Rounds> =>
      withTempFolder((folder) =>
        Array.from({ length: ROUNDS }, () => ({ ours: run('ours', folder).megabytes, peer: MEMORY_LIMIT })),
      ),
  },
]

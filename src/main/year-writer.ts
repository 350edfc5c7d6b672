// Entry: the process that writes one 全年台账.
import { rmSync } from 'node:fs'
import type { YearOrder } from '../application/ports.ts'
import { serveParent } from './helpers/serve-parent.ts'
import { writeYear } from './year/write-year.ts'

let unfinished: string | null = null

serveParent(
  async (order, say) => {
    const given = order as YearOrder
    unfinished = given.file
    await writeYear(given, say)
    unfinished = null
  },
  () => {
    if (unfinished !== null) rmSync(unfinished, { force: true })
  },
)

// 导入栏目.json in the data folder: which columns of whose tables mean what. Losing it costs one more confirmation.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ColumnMemory } from '../application/ports.ts'
import { exportFolder } from './export-folder.ts'

const FILE = '导入栏目.json'
/** Two hundred tables of many columns stay far below. */
const MOST_BYTES = 1024 * 1024

export function columnMemory(): ColumnMemory {
  return {
    read: (place) => {
      const file = join(place, FILE)
      try {
        return statSync(file).size > MOST_BYTES ? null : readFileSync(file, 'utf8')
      } catch {
        // Never kept, or taken away: nothing is remembered.
        return null
      }
    },
    keep: (place, text) => {
      exportFolder(place).save(FILE, new TextEncoder().encode(text))
    },
  }
}

// Opens a file of cells and sums them by month and programme; prints how many milliseconds that took.
import { join } from 'node:path'
import { forgetFile, loadDatabase } from './cold-file.ts'
import { groupByProgramme, openPlainCells, PLAIN_FILE } from './plain-cells.ts'

const [folder = ''] = process.argv.slice(2)
loadDatabase()
forgetFile(join(folder, PLAIN_FILE))
const began = performance.now()
const rows = groupByProgramme(openPlainCells(folder)).all()
const took = performance.now() - began
if (rows.length !== 9 * 12) throw new Error('not nine programmes of twelve months')
console.info(took)

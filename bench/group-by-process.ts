// Opens a store's file and sums its cells by month and programme; prints how many milliseconds that took.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { STORE_FILE } from '../src/storage/open-store.ts'
import { forgetFile, loadDatabase } from './cold-file.ts'
import { groupByProgramme } from './programme-summary.ts'

const [place = ''] = process.argv.slice(2)
loadDatabase()
forgetFile(place)
const began = performance.now()
const db = new Database(join(place, STORE_FILE), { readonly: true })
const rows = groupByProgramme(db).all()
const took = performance.now() - began
if (rows.length !== 9 * 12) throw new Error('not nine programmes of twelve months')
console.info(took)

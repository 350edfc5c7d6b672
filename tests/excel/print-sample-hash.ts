// Run as a process of its own by the byte-stability test: prints the hash of the sample bulletin.
import { createHash } from 'node:crypto'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import { sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'

const bytes = await writeWorkbook(bulletinReport(sampleInput()))
process.stdout.write(createHash('sha256').update(bytes).digest('hex'))

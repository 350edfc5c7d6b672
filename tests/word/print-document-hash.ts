// Run as a process of its own by the byte-stability test: prints the hash of the sample document.
import { createHash } from 'node:crypto'
import { bulletinDocument } from '../../src/core/reports/bulletin-text/bulletin-document.ts'
import { sampleInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { writeDocument } from '../../src/word/write-document.ts'

const bytes = await writeDocument(bulletinDocument(sampleInput(), true))
process.stdout.write(createHash('sha256').update(bytes).digest('hex'))

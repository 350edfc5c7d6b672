// Entry: the process that reads one workbook, started anew for each file.
import type { WorkbookSource } from '../application/ports.ts'
import { answerReading } from '../excel/reading/workbook-reader-process.ts'
import { serveParent } from './helpers/serve-parent.ts'

serveParent(async (source, say) => say(await answerReading(source as WorkbookSource)))

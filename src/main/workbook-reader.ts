// Entry: the process that reads one workbook, started anew for each file: as a child of Node, or as a utility process
// of the window's.
import type { WorkbookSource } from '../application/ports.ts'
import { answerReading } from '../excel/reading/workbook-reader-process.ts'

/** Both kinds of parent hand over the source in their first message, which our own code wrote. */
if (process.parentPort !== undefined) {
  const { parentPort } = process
  parentPort.once('message', ({ data }: { data: unknown }) => {
    void answerReading(data as WorkbookSource).then((answer) => parentPort.postMessage(answer))
  })
} else {
  // A reader without a parent reads for nobody.
  process.once('disconnect', () => process.exit())
  process.once('message', (source: WorkbookSource) => {
    void answerReading(source).then((answer) => process.send?.(answer, () => process.disconnect()))
  })
}

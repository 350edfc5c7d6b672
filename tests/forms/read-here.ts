// What the reader makes of a file, told shortly.
import { cellAddress, cellAt } from '../../src/core/forms/read-workbook.ts'
import type { ReadingAnswer } from '../../src/excel/reading/workbook-reader-process.ts'
import { answerReading } from '../../src/excel/reading/workbook-reader-process.ts'

/** "A1=指标 B1=18", or the refusal's code. */
export function told(answer: ReadingAnswer): string {
  if (!answer.ok) return answer.code
  return answer.workbook.sheets
    .map((sheet) =>
      Array.from(sheet.rows, (_, index) => {
        const { row, column, kind, text, isFormula } = cellAt(sheet, index)
        const mark = kind === 'text' || kind === 'number' ? '' : `(${kind})`
        return `${cellAddress(row, column)}=${text}${mark}${isFormula ? '(公式)' : ''}`
      }).join(' '),
    )
    .join(' | ')
}

export async function readHere(file: Uint8Array): Promise<string> {
  return told(await answerReading({ base64: Buffer.from(file).toString('base64') }))
}

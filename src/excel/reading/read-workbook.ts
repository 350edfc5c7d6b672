// Bytes of a workbook → plain values, within hard limits. Runs in a process of its own (see workbook-reader-process).
import { createHash } from 'node:crypto'
import type { ReadSheet, ReadWorkbook } from '../../core/forms/read-workbook.ts'
import { readCellStyles } from './cell-styles.ts'
import { readSharedTexts, TextBudget } from './cell-texts.ts'
import { refuseOtherFiles } from './file-kind.ts'
import { findWorkbookParts, openPackage, scanPart } from './package-parts.ts'
import { LIMITS, megabytes } from './reading-limits.ts'
import { type CellContext, SheetCells } from './sheet-cells.ts'
import { damaged, UnreadableWorkbook } from './unreadable-workbook.ts'

/** Throws UnreadableWorkbook with nothing read. */
export async function readWorkbook(file: Buffer): Promise<ReadWorkbook> {
  if (file.length > LIMITS.fileBytes) throw tooLarge(file.length)
  refuseOtherFiles(file)
  try {
    const pack = openPackage(file)
    const parts = await findWorkbookParts(pack)
    const texts = new TextBudget()
    const context: CellContext = {
      sharedTexts: await readSharedTexts(pack, parts.sharedTexts, texts),
      styles: await readCellStyles(pack, parts.styles),
      isFrom1904: parts.isFrom1904,
      texts,
      cells: { left: LIMITS.cells, charactersLeft: LIMITS.cellTextCharacters },
    }
    const sheets: ReadSheet[] = []
    for (const { name, isHidden, part } of parts.sheets) {
      const cells = new SheetCells(context)
      await scanPart(pack, part, cells)
      sheets.push(cells.finish(name, isHidden))
    }
    return { fileHash: createHash('sha256').update(file).digest('hex'), sheets }
  } catch (error) {
    // A number that points outside of the file: the bytes are not what they should be.
    if (error instanceof RangeError) throw damaged('内容不完整')
    throw error
  }
}

export function tooLarge(bytes: number): UnreadableWorkbook {
  return new UnreadableWorkbook('workbook-too-large', {
    size: megabytes(bytes),
    limit: megabytes(LIMITS.fileBytes),
  })
}

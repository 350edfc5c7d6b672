// Widths of columns: from characters of the body font to Excel's unit and to points on paper.
import { BODY_SIZE } from './styles.ts'

/** Pixels of the workbook's standard digit, in which Excel counts column widths (宋体 11; see repack-workbook.ts). */
const DIGIT_PX = 8
const PADDING_PX = 9
const PX_PER_POINT = 96 / 72
/** Fonts that stand in for 仿宋 are a little wider. */
const SLACK = 1.06

/** Column width in Excel's unit. */
export function excelWidth(characters: number): number {
  const px = characters * BODY_SIZE * PX_PER_POINT * SLACK + PADDING_PX
  return Math.round((px / DIGIT_PX) * 100) / 100
}

/** Width in points of a column of `characters` as Excel draws it. */
export function columnPoints(characters: number): number {
  return (excelWidth(characters) * DIGIT_PX) / PX_PER_POINT
}

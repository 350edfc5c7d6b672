// The styles of an official document. docx has no word for a paragraph beside the grid, so they are given as XML.
import { FACES, LETTER_SPACING, LINE_PITCH, SIZES } from './official-layout.ts'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * What every paragraph begins with, typed ones too: 3号仿宋 on lines of their own height, 28 letters to a line. The size
 * stands in the style itself: LibreOffice takes the width of the grid from there.
 */
export function officialStyles(): string {
  const face = FACES.body
  const line = `<w:spacing w:before="0" w:after="0" w:line="${LINE_PITCH.body}" w:lineRule="exact"/>`
  const letter =
    `<w:rFonts w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${face}" w:cs="${face}"/>` +
    `<w:spacing w:val="${LETTER_SPACING}"/><w:sz w:val="${SIZES.body}"/><w:szCs w:val="${SIZES.body}"/>`
  return (
    `<w:styles xmlns:w="${NAMESPACE}"><w:docDefaults>` +
    `<w:rPrDefault><w:rPr>${letter}</w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr>${line}</w:pPr></w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:pPr><w:snapToGrid w:val="0"/>${line}</w:pPr><w:rPr>${letter}</w:rPr></w:style></w:styles>`
  )
}

// The order of a worksheet's elements (CT_Worksheet). Out of order, Excel "repairs" the file.

/** What stands behind the rows, in order. */
const TAIL = [
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

export interface SheetChild {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The worksheet's own children behind its rows; elements of the same name further down do not count. */
export function childrenAfterData(xml: string): SheetChild[] {
  const close = xml.indexOf('</sheetData>')
  const from =
    close === -1 ? xml.indexOf('<sheetData/>') + '<sheetData/>'.length : close + '</sheetData>'.length
  const children: SheetChild[] = []
  let depth = 0
  let open: { readonly name: string; readonly start: number } | null = null
  const tags = /<(\/?)([A-Za-z][\w:]*)(?:\s[^>]*?)?(\/?)>/g
  tags.lastIndex = from
  for (let tag = tags.exec(xml); tag !== null; tag = tags.exec(xml)) {
    const [whole, isEnd, name = '', isEmpty] = tag
    if (isEnd === '/') depth -= 1
    else {
      if (depth === 0) open = { name, start: tag.index }
      if (isEmpty !== '/') depth += 1
    }
    if (depth === 0 && open !== null) {
      children.push({ ...open, end: tag.index + whole.length })
      open = null
    }
  }
  return children
}

/** The sheet with one more element behind its rows, where the schema wants it. */
export function placeInSheet(xml: string, name: string, element: string): string {
  const place = TAIL.indexOf(name)
  const next = childrenAfterData(xml).find((child) => TAIL.indexOf(child.name) > place)
  const at = next?.start ?? xml.lastIndexOf('</worksheet>')
  return xml.slice(0, at) + element + xml.slice(at)
}

/** ExcelJS writes the comments' <legacyDrawing> behind tables and extensions, where it may not stand. */
export function orderedSheet(xml: string): string {
  if (!xml.includes('<legacyDrawing ')) return xml
  const comments = childrenAfterData(xml).find(({ name }) => name === 'legacyDrawing')
  if (comments === undefined) return xml
  const element = xml.slice(comments.start, comments.end)
  return placeInSheet(xml.slice(0, comments.start) + xml.slice(comments.end), 'legacyDrawing', element)
}

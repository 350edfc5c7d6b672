// ExcelJS knows no charts: their parts are added to the finished package. Images, comments and tables that it wrote
// stay as they are; a sheet has one drawing at most, so charts join the images' drawing where there is one.
import { childrenAfterData, placeInSheet } from '../sheet-order.ts'
import { chartXml } from './chart-xml.ts'
import {
  addContentType,
  addRelationship,
  appended,
  highest,
  nextPartName,
  type Parts,
  readPart,
  relationshipsOf,
  sheetPartOf,
  writePart,
} from './package-parts.ts'
import type { ChartPlace, PlacedChart } from './placed-chart.ts'
import { escapeXml } from './xml-text.ts'

const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml'
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const EMPTY_DRAWING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></xdr:wsDr>'

export interface SheetCharts {
  readonly sheetName: string
  readonly charts: readonly PlacedChart[]
}

/** Adds the charts to the parts in place. */
export function addCharts(parts: Parts, sheets: readonly SheetCharts[]): void {
  for (const { sheetName, charts } of sheets) {
    if (charts.length === 0) continue
    const drawing = drawingOf(parts, sheetPartOf(parts, sheetName))
    for (const chart of charts) addChart(parts, drawing, chart)
  }
}

/** The sheet's drawing, made if there is none. */
function drawingOf(parts: Parts, sheet: string): string {
  const xml = readPart(parts, sheet)
  const known = childrenAfterData(xml).find(({ name }) => name === 'drawing')
  if (known !== undefined) {
    const id = /\sr:id="([^"]*)"/.exec(xml.slice(known.start))?.[1] ?? ''
    const part = relationshipsOf(parts, sheet).get(id)
    if (part === undefined) throw new RangeError(`${sheet} names a drawing that is not there`)
    return part
  }
  const part = nextPartName(parts, 'xl/drawings', 'drawing')
  writePart(parts, part, EMPTY_DRAWING)
  addContentType(parts, part, DRAWING_TYPE)
  const id = addRelationship(parts, sheet, 'drawing', part)
  const element = `<drawing xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${id}"/>`
  writePart(parts, sheet, placeInSheet(xml, 'drawing', element))
  return part
}

function addChart(parts: Parts, drawing: string, placed: PlacedChart): void {
  const part = nextPartName(parts, 'xl/charts', 'chart')
  writePart(parts, part, chartXml(placed))
  addContentType(parts, part, CHART_TYPE)
  const id = addRelationship(parts, drawing, 'chart', part)
  const xml = readPart(parts, drawing)
  const shape = highest(xml, /<xdr:cNvPr id="(\d+)"/g) + 1
  writePart(parts, drawing, appended(xml, 'xdr:wsDr', anchor(placed, id, shape)))
}

function anchor({ chart, place }: PlacedChart, relationship: string, shape: number): string {
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${corners(place)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${shape}" name="图表 ${shape}" descr="${escapeXml(chart.altText)}"/><xdr:cNvGraphicFramePr/>` +
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  )
}

/** From the first cell's upper left corner to the corner where the cell after the last one begins. */
function corners({ first, last, top, bottom }: ChartPlace): string {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`
  return corner('from', first - 1, top - 1) + corner('to', last, bottom)
}

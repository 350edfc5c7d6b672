// Charts that are added to a finished workbook: beside what ExcelJS wrote, in the schema's order, read by others.
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { bulletinReport } from '../../src/core/reports/bulletin.ts'
import type { Report } from '../../src/core/reports/report-table.ts'
import { sampleInput, untouchedInput } from '../../src/core/reports/testing/sample-bulletins.ts'
import { packParts } from '../../src/excel/repack-workbook.ts'
import { writeWorkbook } from '../../src/excel/write-workbook.ts'
import { aPlacedChart, lineReport, workbookWithEverything } from './chart-samples.ts'
import { chartOrderProblems } from './chart-schema.ts'
import { areSecondReadersDeclaredAbsent, readWithOpenpyxl, savedByLibreOffice } from './second-readers.ts'
import { childrenOfRoot, partsByExcelJs, partsOf } from './workbook-parts.ts'

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml'

const charts = (parts: Record<string, string>) =>
  Object.keys(parts).filter((name) => name.startsWith('xl/charts/'))

let sample: Uint8Array
let parts: Record<string, string>
beforeAll(async () => {
  sample = await writeWorkbook(bulletinReport(sampleInput()))
  parts = partsOf(sample)
})

describe('the parts of a bulletin', () => {
  test('two charts on one drawing of the first sheet, each with its content type and relation', () => {
    expect(charts(parts)).toEqual(['xl/charts/chart1.xml', 'xl/charts/chart2.xml'])
    const types = parts['[Content_Types].xml']
    for (const part of charts(parts))
      expect(types).toContain(`<Override PartName="/${part}" ContentType="${CHART_TYPE}"/>`)
    expect(types).toContain(`<Override PartName="/xl/drawings/drawing1.xml" ContentType="${DRAWING_TYPE}"/>`)
    expect(parts['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Target="../drawings/drawing1.xml"')
    expect(parts['xl/drawings/_rels/drawing1.xml.rels']).toMatch(
      /Id="rId1"[^>]*Target="\.\.\/charts\/chart1\.xml".*Id="rId2"[^>]*Target="\.\.\/charts\/chart2\.xml"/,
    )
  })

  test('every chart keeps the order of the schema', () => {
    for (const part of charts(parts)) expect(chartOrderProblems(parts[part] ?? '')).toEqual([])
  })

  test('shapes have ids of their own and say in words what they show', () => {
    const drawing = parts['xl/drawings/drawing1.xml'] ?? ''
    const shapes = [...drawing.matchAll(/<xdr:cNvPr id="(\d+)" name="([^"]+)" descr="([^"]+)"/g)]
    expect(new Set(shapes.map(([, id]) => id)).size).toBe(2)
    expect(shapes.map(([, , , words]) => words)).toEqual([
      expect.stringContaining('有数的2个行动中2个低于100%'),
      expect.stringContaining('4项主要目标'),
    ])
  })

  test('caches hold what the cells hold', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(sample.slice().buffer)
    const sheet = workbook.getWorksheet('总览')
    let compared = 0
    for (const part of charts(parts)) {
      for (const [, column = '', top = '', pointsXml = ''] of (parts[part] ?? '').matchAll(
        /<c:f>&apos;总览&apos;!\$([A-Z]+)\$(\d+)(?::[^<]*)?<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/g,
      )) {
        for (const [, index, value] of pointsXml.matchAll(/<c:pt idx="(\d+)"[^>]*><c:v>([^<]*)<\/c:v>/g)) {
          const cell = sheet?.getCell(`${column}${Number(top) + Number(index)}`)
          expect(String(cell?.result ?? cell?.value)).toBe(value)
          compared += 1
        }
      }
    }
    expect(compared).toBeGreaterThan(20)
  })

  test('a row without a number is a gap without a label, never 0', () => {
    const chart = parts['xl/charts/chart2.xml'] ?? ''
    expect(chart).toContain('<c:dLbl><c:idx val="2"/><c:delete val="1"/></c:dLbl>')
    expect(chart).not.toMatch(
      /<c:numCache><c:formatCode>[^<]*<\/c:formatCode><c:ptCount val="4"\/>.*?idx="2"><c:v>0<.*?<\/c:numCache><\/c:numRef><\/c:val><\/c:ser><c:ser>/,
    )
  })

  test('nothing to draw, no chart', async () => {
    const none = partsOf(await writeWorkbook(bulletinReport({ ...untouchedInput(), month: '2020-01' })))
    expect(charts(none).every((part) => (none[part] ?? '').includes('<c:pt idx='))).toBe(true)
    expect(none['xl/charts/chart1.xml'] ?? '').not.toContain('完成序时（粗虚线')
  })

  test('texts with markup stay texts', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('甲').getCell('A1').value = 1
    const [xml] = chartsOf(
      packParts(await partsByExcelJs(workbook), [
        { sheetName: '甲', charts: [aPlacedChart({ title: '<b>&"\'\u0007' })] },
      ]),
    )
    expect(xml).toContain('<a:t>&lt;b&gt;&amp;&quot;&apos;</a:t>')
  })
})

function chartsOf(bytes: Uint8Array): string[] {
  const all = partsOf(bytes)
  return charts(all).map((name) => all[name] ?? '')
}

describe('beside an image, comments, a table and data bars', () => {
  let full: Record<string, string>
  let bytes: Uint8Array
  beforeAll(async () => {
    const placed = aPlacedChart()
    bytes = packParts(await partsByExcelJs(workbookWithEverything()), [
      { sheetName: '图与批注', charts: [placed, placed] },
      { sheetName: '只有批注', charts: [placed] },
    ])
    full = partsOf(bytes)
  })

  test('the image keeps its drawing and its relation; the charts join it', () => {
    const drawings = Object.keys(full).filter((name) => /^xl\/drawings\/drawing\d+\.xml$/.test(name))
    expect(drawings).toEqual(['xl/drawings/drawing1.xml', 'xl/drawings/drawing2.xml'])
    const drawing = full['xl/drawings/drawing1.xml'] ?? ''
    expect(drawing.match(/<xdr:pic>/g)).toHaveLength(1)
    expect(drawing.match(/<xdr:graphicFrame /g)).toHaveLength(2)
    const ids = [...drawing.matchAll(/<xdr:cNvPr id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(3)
    const relations = full['xl/drawings/_rels/drawing1.xml.rels'] ?? ''
    expect(relations).toMatch(/Id="rId1"[^>]*media\/image1\.png/)
    expect([...relations.matchAll(/Id="(rId\d+)"/g)].map(([, id]) => id)).toEqual(['rId1', 'rId2', 'rId3'])
  })

  test('the drawing stands before comments, tables and extensions', () => {
    const orders = Object.entries(full)
      .filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      .map(([, xml]) => childrenOfRoot(xml).slice(childrenOfRoot(xml).indexOf('sheetData') + 1))
    const tail = ['conditionalFormatting', 'pageMargins', 'drawing', 'legacyDrawing', 'tableParts', 'extLst']
    expect(orders[0]?.filter((name) => tail.includes(name))).toEqual(tail)
    expect(orders[1]?.filter((name) => tail.includes(name))).toEqual([
      'pageMargins',
      'drawing',
      'legacyDrawing',
    ])
  })

  test('every relation leads to a part, every part has a content type', () => {
    const types = full['[Content_Types].xml'] ?? ''
    for (const name of charts(full)) expect(types).toContain(`PartName="/${name}"`)
    expect([...types.matchAll(/PartName="([^"]+)"/g)].map(([, name]) => name)).toHaveLength(
      new Set([...types.matchAll(/PartName="([^"]+)"/g)].map(([, name]) => name)).size,
    )
    expect(charts(full)).toHaveLength(3)
  })

  if (!areSecondReadersDeclaredAbsent) {
    test('openpyxl reads them all @workbook-eyes', () => {
      const book = readWithOpenpyxl(bytes)
      expect(book.图与批注?.charts).toHaveLength(2)
      expect(book.只有批注?.charts[0]).toMatchObject({
        type: 'barChart:bar',
        series: [
          { name: "'图与批注'!$B$1", categories: "'图与批注'!$A$2:$A$4", values: "'图与批注'!$B$2:$B$4" },
        ],
      })
    })
  }
})

test('on a page of their own, charts with long names stand one below the other over the whole width', async () => {
  const report = bulletinReport(sampleInput())
  const long = '（含省级以上重点实验室、工程技术研究中心、新型研发机构等各类创新平台）'
  const sheets = report.sheets.slice(0, 1).map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      rows: block.rows.flatMap((row) =>
        Array.from({ length: 6 }, (_each, index) => ({
          ...row,
          id: `${row.id}${index}`,
          cells: { ...row.cells, name: { value: `${row.cells.name?.value}${long}` } },
        })),
      ),
    })),
  }))
  const place = async (book: typeof report) => {
    const drawing = partsOf(await writeWorkbook(book))['xl/drawings/drawing1.xml'] ?? ''
    const columns = [...drawing.matchAll(/<xdr:(from|to)><xdr:col>(\d+)<.*?<xdr:row>(\d+)</gs)]
    return columns.map(([, , column, row]) => [Number(column), Number(row)])
  }
  const [first, firstEnd, second, secondEnd] = await place({ ...report, sheets })
  expect([first?.[0], firstEnd?.[0]]).toEqual([second?.[0], secondEnd?.[0]])
  expect(second?.[1]).toBeGreaterThanOrEqual(firstEnd?.[1] ?? Number.POSITIVE_INFINITY)
})

if (!areSecondReadersDeclaredAbsent) {
  describe('second readers', () => {
    test('openpyxl finds both charts of the bulletin, inside the print area @workbook-eyes', () => {
      const sheet = readWithOpenpyxl(sample).总览
      expect(sheet?.charts).toMatchObject([
        {
          type: 'barChart:bar',
          title: '各行动最要紧一项的完成序时（粗虚线为100%）',
          series: [{ name: "'总览'!$L$13", categories: "'总览'!$B$15:$B$17", values: "'总览'!$L$15:$L$17" }],
        },
        {
          series: [
            { name: "'总览'!$K$5", categories: "'总览'!$B$7:$B$10", values: "'总览'!$K$7:$K$10" },
            { name: "'总览'!$H$5", values: "'总览'!$H$7:$H$10" },
          ],
        },
      ])
      const end = Number(/\$(\d+)$/.exec(sheet?.printArea[0] ?? '')?.[1])
      for (const chart of sheet?.charts ?? []) expect(chart.rows[1]).toBeLessThan(end)
    })

    test('LibreOffice opens them, lines too, and keeps what they refer to @workbook-eyes', async () => {
      const lines = await writeWorkbook(lineReport())
      const [bulletin, line] = savedByLibreOffice([sample, lines]).map(readWithOpenpyxl)
      const values = (chart: { series: readonly { values: string | null }[] }) =>
        chart.series.map((each) => each.values?.replaceAll("'", ''))
      expect(bulletin?.总览?.charts.map(values)).toEqual([
        ['总览!$L$15:$L$17'],
        ['总览!$K$7:$K$10', '总览!$H$7:$H$10'],
      ])
      expect(line?.走势?.charts).toMatchObject([{ type: 'lineChart:' }])
      expect(chartOrderProblems(chartsOf(lines)[0] ?? '')).toEqual([])
    })
  })
}

test('the same report gives the same chart parts', async () => {
  const again: Report = bulletinReport(sampleInput())
  expect(partsOf(await writeWorkbook(again))).toEqual(parts)
})

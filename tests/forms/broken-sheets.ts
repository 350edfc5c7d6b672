// Workbooks whose package is sound and whose contents are not: what is wrong, and the refusal it is met with.
import type { BrokenFile } from './broken-packages.ts'
import {
  makeWorkbook,
  relation,
  relations,
  row,
  SHEET,
  sharedXml,
  sheetXml,
  textCell,
  withFirstRow,
  withRows,
  withSheet,
  workbookXml,
  XML,
} from './workbook-maker.ts'

export const brokenXml: readonly BrokenFile[] = [
  [
    'a document type',
    withSheet(`<!DOCTYPE worksheet><worksheet><sheetData/></worksheet>`),
    'workbook-suspicious',
  ],
  [
    'a billion laughs',
    withSheet(
      `${XML}<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>`,
    ),
    'workbook-suspicious',
  ],
  [
    'an external entity',
    withSheet(`<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>`),
    'workbook-suspicious',
  ],
  ['an unknown entity', withFirstRow(textCell('A1', '&nbsp;')), 'workbook-suspicious'],
  ['an entity without end', withFirstRow(textCell('A1', 'a & b')), 'workbook-suspicious'],
  ['a character that is none', withFirstRow(textCell('A1', '&#xD800;')), 'workbook-suspicious'],
  ['a character beyond all', withFirstRow(textCell('A1', '&#x110000;')), 'workbook-suspicious'],
  ['another encoding', withSheet(Buffer.from(`\ufeff${sheetXml('')}`, 'utf16le')), 'workbook-suspicious'],
  ['a declared other encoding', withSheet(sheetXml('').replace('UTF-8', 'UTF-7')), 'workbook-suspicious'],
  [
    'bytes that are no text',
    withSheet(Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.from([0xc3, 0x28])])),
    'workbook-suspicious',
  ],
  ['a tag that is left open', withSheet('<worksheet><sheetData>'), 'workbook-damaged'],
  ['tags that cross', withSheet('<worksheet><sheetData></worksheet></sheetData>'), 'workbook-damaged'],
  ['half a tag', withSheet('<worksheet><sheetData'), 'workbook-damaged'],
  ['two roots', withSheet('<worksheet/><worksheet/>'), 'workbook-damaged'],
  ['text around the root', withSheet('hello<worksheet/>'), 'workbook-damaged'],
  ['a tag without name', withSheet('<worksheet>< ></worksheet>'), 'workbook-damaged'],
  ['a tag in a tag', withSheet('<worksheet><row <c/></row></worksheet>'), 'workbook-damaged'],
  ['nothing in it', withSheet(''), 'workbook-damaged'],
  ['another root', withSheet('<chartsheet/>'), 'workbook-damaged'],
  ['depth without end', withSheet('<worksheet>'.padEnd(11 + 3 * 200, '<a>')), 'workbook-suspicious'],
  [
    'an attribute without end',
    withSheet(`<worksheet a="${'x'.repeat(5 * 1024 * 1024)}"/>`),
    'workbook-over-limit',
  ],
  ['a sheet that is missing', makeWorkbook({ [SHEET]: null }), 'workbook-damaged'],
  ['no sheets', makeWorkbook({ 'xl/workbook.xml': workbookXml('') }), 'workbook-damaged'],
  ['no relations', makeWorkbook({ 'xl/_rels/workbook.xml.rels': null }), 'workbook-damaged'],
  ['a workbook that is missing', makeWorkbook({ 'xl/workbook.xml': null }), 'workbook-not-xlsx'],
  [
    'a sheet on another machine',
    makeWorkbook({
      'xl/_rels/workbook.xml.rels': relations(
        relation('rId1', 'worksheet', 'http://example.invalid/s.xml', ' TargetMode="External"'),
      ),
    }),
    'workbook-damaged',
  ],
  [
    'a sheet beyond the package',
    makeWorkbook({
      'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', '../../../../etc/passwd')),
    }),
    'workbook-damaged',
  ],
  [
    'three hundred sheets',
    makeWorkbook({ 'xl/workbook.xml': workbookXml('<sheet name="a" sheetId="1" r:id="rId1"/>'.repeat(300)) }),
    'workbook-over-limit',
  ],
]

export const brokenCells: readonly BrokenFile[] = [
  ['cells out of order', withFirstRow(textCell('B1', 'b') + textCell('A1', 'a')), 'workbook-damaged'],
  ['one cell twice', withFirstRow(textCell('A1', 'a') + textCell('A1', 'b')), 'workbook-damaged'],
  ['rows out of order', withRows(row(2, '') + row(1, '')), 'workbook-damaged'],
  ['one row twice', withRows(row(1, '') + row(1, '')), 'workbook-damaged'],
  ['a row without number', withRows('<row r="x"/>'), 'workbook-damaged'],
  ['a row beyond the last', withRows(row(1_048_577, '')), 'workbook-damaged'],
  ['an address of another row', withFirstRow(textCell('A2', 'a')), 'workbook-damaged'],
  ['an address that is none', withFirstRow(textCell('1A', 'a')), 'workbook-damaged'],
  ['a column beyond the last', withFirstRow(textCell('ZZZ1', 'a')), 'workbook-damaged'],
  ['the last cell of all', withRows(row(1_048_576, textCell('XFD1048576', 'a'))), 'workbook-over-limit'],
  ['a column too far', withFirstRow(textCell('SS1', 'a')), 'workbook-over-limit'],
  ['a row too far', withRows(row(50_001, textCell('A50001', 'a'))), 'workbook-over-limit'],
  ['a text that is not there', withFirstRow('<c r="A1" t="s"><v>7</v></c>'), 'workbook-damaged'],
  ['a text with a negative number', withFirstRow('<c r="A1" t="s"><v>-1</v></c>'), 'workbook-damaged'],
  ['a text longer than a cell', withFirstRow(textCell('A1', '长'.repeat(240_000))), 'workbook-damaged'],
  [
    'one long text in every cell',
    withRows(
      Array.from({ length: 600 }, (_, index) =>
        row(index + 1, `<c r="A${index + 1}" t="s"><v>0</v></c>`),
      ).join(''),
      '',
      { 'xl/sharedStrings.xml': sharedXml(`<si><t>${'长'.repeat(32_000)}</t></si>`) },
    ),
    'workbook-over-limit',
  ],
  ['half a million cells and more', manyCells(), 'workbook-over-limit'],
  [
    'a merge that is none',
    withRows('', '<mergeCells><mergeCell ref="here"/></mergeCells>'),
    'workbook-damaged',
  ],
  [
    'two hundred thousand merges',
    withRows('', `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(200_000)}</mergeCells>`),
    'workbook-over-limit',
  ],
  [
    'styles without number',
    makeWorkbook({
      'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(65_001)}</cellXfs></styleSheet>`,
    }),
    'workbook-over-limit',
  ],
]

function manyCells(): Buffer {
  const cells = '<c><v>1</v></c>'.repeat(501)
  return withRows(`<row>${cells}</row>`.repeat(1000))
}

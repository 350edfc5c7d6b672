// Edits forms as a person would, through openpyxl, and saves them again through LibreOffice where asked.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One cell, by its row's hidden number and its column's heading. */
export interface CellEdit {
  readonly sheet: string
  readonly key: string
  readonly heading: string
  readonly value: string | number | null
  /** number format given to the cell */
  readonly format?: string
}

/** What was done to the layout of every sheet of the form. */
export type LayoutEdit =
  | 'shuffle'
  | 'add-column'
  | 'swap-columns'
  | 'delete-ids'
  | 'hide-rows'
  | 'rename-sheets'
  | 'drop-meta'

export interface FileEdit {
  readonly from: string
  readonly to: string
  readonly seed: number
  readonly cells: readonly CellEdit[]
  readonly layout: readonly LayoutEdit[]
}

/** Addresses of the edited cells in the finished file, in the order of `cells`. */
export function editWithOpenpyxl(folder: string, edits: readonly FileEdit[]): string[][] {
  const job = join(folder, 'edits.json')
  writeFileSync(job, JSON.stringify(edits))
  const python = process.env.YAODIAN_PYTHON ?? '/usr/bin/python3'
  const told = execFileSync(python, ['-W', 'ignore', '-c', SCRIPT, job], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  return JSON.parse(told) as string[][]
}

/** Opened and saved by LibreOffice, in place of the files themselves. */
export function saveThroughLibreOffice(folder: string, files: readonly string[]): string[] {
  const out = join(folder, 'resaved')
  execFileSync(
    process.env.YAODIAN_SOFFICE ?? 'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out],
      ...files,
    ],
    { stdio: 'ignore', timeout: 110_000 },
  )
  return files.map((file) => join(out, file.slice(file.lastIndexOf('/') + 1)))
}

const SCRIPT = `
import json, random, sys, openpyxl
from openpyxl.utils import get_column_letter
HEADING = 4
def column_of(sheet, heading):
    for column in range(1, sheet.max_column + 1):
        if sheet.cell(HEADING, column).value == heading: return column
    raise KeyError(heading)
def row_of(sheet, key, id_column):
    for row in range(HEADING + 1, sheet.max_row + 1):
        if sheet.cell(row, id_column).value == key: return row
    raise KeyError(key)
def swap(sheet, a, b):
    for row in range(HEADING, sheet.max_row + 1):
        x, y = sheet.cell(row, a), sheet.cell(row, b)
        (xv, xt), (yv, yt) = (x.value, x.data_type), (y.value, y.data_type)
        x.value, y.value = yv, xv
        if yv is not None: x.data_type = yt
        if xv is not None: y.data_type = xt
        x.number_format, y.number_format = y.number_format, x.number_format
answers = []
for edit in json.load(open(sys.argv[1], encoding='utf-8')):
    chance = random.Random(edit['seed'])
    book = openpyxl.load_workbook(edit['from'])
    sheets = [s for s in book.worksheets if s.title in ('指标填报', '举措填报')]
    for cell in edit['cells']:
        sheet = book[cell['sheet']]
        id_column = column_of(sheet, '编号（勿改）')
        target = sheet.cell(row_of(sheet, cell['key'], id_column), column_of(sheet, cell['heading']))
        target.value = cell['value']
        if isinstance(cell['value'], str): target.data_type = 's'
        if cell.get('format'): target.number_format = cell['format']
    for sheet in sheets:
        rows = list(range(HEADING + 1, sheet.max_row + 1))
        if 'shuffle' in edit['layout']:
            order = rows[:]
            chance.shuffle(order)
            old = {row: [(c.value, c.data_type, c.number_format) for c in sheet[row]] for row in rows}
            for row, source in zip(rows, order):
                for cell, (value, kind, shown) in zip(sheet[row], old[source]):
                    cell.value = value
                    if value is not None: cell.data_type = kind
                    cell.number_format = shown
        if 'swap-columns' in edit['layout']:
            entry = [c for c in range(1, sheet.max_column + 1) if str(sheet.cell(HEADING, c).value).startswith('本月')]
            a, b = chance.sample(entry, 2)
            swap(sheet, a, b)
        if 'hide-rows' in edit['layout']:
            for row in chance.sample(rows, len(rows) // 2): sheet.row_dimensions[row].hidden = True
    places = []
    for cell in edit['cells']:
        sheet = book[cell['sheet']]
        row = row_of(sheet, cell['key'], column_of(sheet, '编号（勿改）'))
        places.append([sheet.title, row, column_of(sheet, cell['heading'])])
    if 'add-column' in edit['layout']:
        for sheet in sheets:
            for merged in list(sheet.merged_cells.ranges): sheet.unmerge_cells(str(merged))
            sheet.insert_cols(2)
            sheet.cell(HEADING, 2).value = '处内分工'
        places = [[name, row, column + 1] for name, row, column in places]
    if 'delete-ids' in edit['layout']:
        for sheet in sheets:
            column = column_of(sheet, '编号（勿改）')
            for row in range(HEADING, sheet.max_row + 1): sheet.cell(row, column).value = None
    if 'drop-meta' in edit['layout']: del book['_meta']
    if 'rename-sheets' in edit['layout']:
        for index, sheet in enumerate(sheets): sheet.title = '表%d' % index
    book.save(edit['to'])
    answers.append(['%s%d' % (get_column_letter(column), row) for _, row, column in places])
print(json.dumps(answers))
`

// Two readers that are not ours: openpyxl and LibreOffice. On Debian the test run installs them; elsewhere the
// runner declares them absent with YAODIAN_SECOND_READERS=none. Absent without being declared is a failure.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const areSecondReadersDeclaredAbsent = process.env.YAODIAN_SECOND_READERS === 'none'

const SOFFICE = process.env.YAODIAN_SOFFICE ?? 'soffice'
const PDFTOTEXT = process.env.YAODIAN_PDFTOTEXT ?? 'pdftotext'

export interface ReadCell {
  /** the stored text or number; a formula's cached result */
  readonly value: string | number | boolean | null
  readonly formula: string | null
  readonly format: string
  readonly isQuoted: boolean
}

export interface ReadSheet {
  readonly cells: Readonly<Record<string, ReadCell>>
  readonly merges: readonly string[]
  readonly printTitles: string | null
  readonly printArea: readonly string[]
  readonly orientation: string | null
  readonly paper: number | null
  readonly fit: { readonly page: boolean; readonly width: number; readonly height: number }
  readonly freeze: string | null
  readonly footer: string | null
  readonly isCentred: boolean
  readonly charts: readonly ReadChart[]
}

export interface ReadChart {
  readonly type: string
  readonly title: string
  readonly series: readonly {
    readonly name: string | null
    readonly categories: string | null
    readonly values: string | null
  }[]
  /** first and last row of the sheet that it covers, counted from 1 */
  readonly rows: readonly [number, number]
}

export type ReadBook = Readonly<Record<string, ReadSheet>>

const OPENPYXL = `
import json, sys, openpyxl

def ref(source):
    if source is None:
        return None
    found = source.strRef or getattr(source, 'numRef', None)
    return found.f if found is not None else None

def chart_of(chart):
    runs = [run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or []]
    return {
        'type': chart.tagname + ':' + (getattr(chart, 'barDir', None) or ''),
        'title': ''.join(runs),
        'series': [{
            'name': each.tx.strRef.f if each.tx is not None and each.tx.strRef is not None else None,
            'categories': ref(each.cat),
            'values': each.val.numRef.f,
        } for each in chart.series],
        'rows': [chart.anchor._from.row + 1, chart.anchor.to.row],
    }

formulas = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
book = {}
for sheet in formulas.worksheets:
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            is_formula = cell.data_type == 'f'
            cells[cell.coordinate] = {
                'value': values[sheet.title][cell.coordinate].value,
                'formula': cell.value if is_formula else None,
                'format': cell.number_format,
                'isQuoted': bool(cell.quotePrefix),
            }
    fit = sheet.sheet_properties.pageSetUpPr
    book[sheet.title] = {
        'cells': cells,
        'merges': sorted(str(each) for each in sheet.merged_cells.ranges),
        'printTitles': sheet.print_title_rows,
        'printArea': [sheet.print_area] if isinstance(sheet.print_area, str) else list(sheet.print_area or []),
        'orientation': sheet.page_setup.orientation,
        'paper': int(sheet.page_setup.paperSize),
        'fit': {'page': bool(fit.fitToPage), 'width': sheet.page_setup.fitToWidth, 'height': sheet.page_setup.fitToHeight},
        'freeze': sheet.freeze_panes,
        'footer': sheet.oddFooter.center.text,
        'isCentred': bool(sheet.print_options.horizontalCentered),
        'charts': [chart_of(each) for each in sheet._charts],
    }
print(json.dumps(book))
`

let python: string | null = null

/** Debian's own Python holds the packaged openpyxl; another one may stand before it in the path. */
function pythonWithOpenpyxl(): string {
  if (python !== null) return python
  for (const candidate of [process.env.YAODIAN_PYTHON ?? '/usr/bin/python3', 'python3']) {
    try {
      execFileSync(candidate, ['-c', 'import openpyxl'], { stdio: 'ignore' })
      python = candidate
      return candidate
    } catch {
      // the next one may have it
    }
  }
  throw new Error('openpyxl is missing: install python3-openpyxl, or declare YAODIAN_SECOND_READERS=none')
}

/** Works in a folder of its own that is gone afterwards. */
function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-readers-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a script of one's own that is given the places of the books, and answers what it printed as JSON. */
export function askOpenpyxl<Answer>(script: string, books: readonly Uint8Array[]): Answer {
  return inFolder((folder) => {
    const files = books.map((bytes, at) => {
      const file = join(folder, `book${at}.xlsx`)
      writeFileSync(file, bytes)
      return file
    })
    const output = execFileSync(pythonWithOpenpyxl(), ['-W', 'ignore', '-c', script, ...files], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    })
    return JSON.parse(output) as Answer
  })
}

export function readWithOpenpyxl(bytes: Uint8Array): ReadBook {
  return askOpenpyxl(OPENPYXL, [bytes])
}

/** Opens the books in LibreOffice and saves them again; formulas without a stored result are worked out there. */
export function savedByLibreOffice(books: readonly Uint8Array[]): Uint8Array[] {
  return inFolder((folder) => {
    const out = join(folder, 'out')
    mkdirSync(out)
    const files = books.map((bytes, index) => {
      const file = join(folder, `book${index}.xlsx`)
      writeFileSync(file, bytes)
      return file
    })
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync(SOFFICE, [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, ...files], {
      stdio: 'ignore',
      timeout: 110_000,
    })
    return books.map((_bytes, index) => new Uint8Array(readFileSync(join(out, `book${index}.xlsx`))))
  })
}

/** Prints the file in LibreOffice; `work` is given the place of the PDF. */
function printedInLibreOffice<Result>(
  bytes: Uint8Array,
  name: string,
  work: (pdf: string) => Result,
): Result {
  return inFolder((folder) => {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    execFileSync(SOFFICE, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      stdio: 'ignore',
      timeout: 110_000,
    })
    return work(file.replace(/\.\w+$/, '.pdf'))
  })
}

/** Pages that LibreOffice prints the book on. */
export function pagesInLibreOffice(bytes: Uint8Array): number {
  return printedInLibreOffice(bytes, 'book.xlsx', (file) => {
    const pdf = readFileSync(file, 'latin1')
    return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length
  })
}

/** The lines of each page as LibreOffice prints them, without spaces and empty lines. */
export function printedLines(bytes: Uint8Array, name: 'book.xlsx' | 'document.docx'): string[][] {
  return printedInLibreOffice(bytes, name, (file) => {
    const text = execFileSync(PDFTOTEXT, ['-layout', file, '-'], { encoding: 'utf8' })
    const pages = text.split('\f').slice(0, -1)
    return pages.map((page) =>
      page
        .split('\n')
        .map((line) => line.replace(/\s/g, ''))
        .filter((line) => line !== ''),
    )
  })
}

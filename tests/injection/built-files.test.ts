// The name of a plan and of a bureau through the built command line: whatever they begin with, every file that goes out
// holds them as texts, also for whoever edits the cell.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { partsOf } from '../excel/workbook-parts.ts'
import { BUILT_FOLDER } from '../hosts/built-folder.ts'
import { temporaryFolder } from '../hosts/temporary-folder.ts'

const COMMAND_LINE = join(BUILT_FOLDER, 'main/cli.js')

function yaodian(...words: string[]): void {
  const run = spawnSync(process.execPath, [COMMAND_LINE, ...words], { encoding: 'utf8' })
  expect([run.status, run.stderr]).toEqual([0, ''])
}

const planOf = (lead: string) => ({
  title: `${lead}2020年要点`,
  issuer: `${lead}市科技局`,
  years: { from: 2020, to: 2020 },
  departments: [{ id: 'd1', name: `${lead}高新处`, kind: 'department' }],
  programmes: [],
  indicators: [
    {
      ...{ id: 'i1', name: `${lead}高企`, unit: '家', lead: 'd1', key: true, mode: 'monthly-flow' },
      targets: [{ year: 2020, comparator: 'at-least', committed: 12 }],
    },
  ],
})

/** Everything that such a store can give out. */
function exported(lead: string): Record<'bulletin' | 'text' | 'template' | 'year', Record<string, string>> {
  const folder = temporaryFolder()
  const [data, plan, record] = [join(folder, 'data'), join(folder, 'plan.json'), join(folder, 'may.json')]
  writeFileSync(plan, JSON.stringify(planOf(lead)))
  writeFileSync(
    record,
    JSON.stringify({
      month: '2020-05',
      department: 'd1',
      readings: [{ indicator: 'i1', value: 1, note: lead }],
    }),
  )
  const at = ['--data', data, '--at', '2020-05-20T09:00']
  const where = ['--department', 'd1', '--month', '2020-05']
  yaodian('init', '--plan', plan, ...at)
  yaodian('record', '--file', record, ...at)
  yaodian('submit', ...where, ...at)
  yaodian('accept', ...where, ...at)
  const out = (name: string) => join(folder, name)
  yaodian(
    ...['export', 'bulletin', '--month', '2020-05', '--out', out('b.xlsx'), '--word', out('b.docx')],
    ...at,
  )
  yaodian(...['export', 'template', ...where, '--data', data, '--out', out('t.xlsx')])
  yaodian(...['export', 'year', '--year', '2020', '--out', out('y.xlsx')], ...at)
  const parts = (name: string) => partsOf(readFileSync(out(name)))
  return {
    bulletin: parts('b.xlsx'),
    text: parts('b.docx'),
    template: parts('t.xlsx'),
    year: parts('y.xlsx'),
  }
}

const unescaped = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  )

/** Formulas of the book, as they are worked out. */
const formulasIn = (parts: Record<string, string>) =>
  Object.values(parts).flatMap((xml) =>
    [...xml.matchAll(/<f[^>]*>([^<]*)</g)].map(([, each = '']) => unescaped(each)),
  )

/** Styles whose cells stay texts when somebody edits them. */
function quotedStyles(parts: Record<string, string>): Set<number> {
  const [, styles = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '') ?? []
  return new Set(
    [...styles.matchAll(/<xf ([^>]*)/g)].flatMap(([, each = ''], at) =>
      each.includes('quotePrefix="1"') ? [at] : [],
    ),
  )
}

test.each(['=1+1', '@SUM(1)', '＝HYPERLINK("http://example.invalid","点我")', "'=1"])('%s', (lead) => {
  const { text, ...books } = exported(lead)
  for (const [kind, parts] of Object.entries(books)) {
    for (const formula of formulasIn(parts)) expect([kind, formula.includes(lead)]).toEqual([kind, false])
    const texts = unescaped(Object.values(parts).join(''))
    for (const name of [`${lead}高企`, `${lead}2020年要点`])
      expect([kind, texts.includes(name)]).toEqual([kind, true])
    // The title of the first sheet begins with the plan's (the form's with the department's) name.
    const title = /<c r="A1" s="(\d+)" t="s"><v>(\d+)<\/v>/.exec(parts['xl/worksheets/sheet1.xml'] ?? '')
    expect([kind, quotedStyles(parts).has(Number(title?.[1]))]).toEqual([kind, true])
  }
  expect(unescaped(books.bulletin['xl/sharedStrings.xml'] ?? '')).toContain(`填报单位：${lead}市科技局办公室`)
  const document = text['word/document.xml'] ?? ''
  expect(unescaped(document)).toContain(`${lead}2020年要点`)
  // Fields are how Word fetches and runs things; page numbers are the only ones.
  expect(document).not.toMatch(/instrText|fldSimple|attachedTemplate/)
})

// Exports and imports of a province's year as people start them: the longest task of the page, and how long the service
// answered nobody else meanwhile.
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Benchmark, Rounds } from './benchmark.ts'
import { provinceStore } from './province-store.ts'
import { INDICATORS } from './sample-entries.ts'
import { withTempFolder } from './temp-folder.ts'
import { LONG_TASK, NOTICED, openWatchedPage, type Watched, type WatchedPage } from './watched-page.ts'

const ROUNDS = 3
const builtCommands = join(import.meta.dirname, '../out/main/cli.js')
const MONTH = '2020-12'
/** Rows of the bureau's own table: its own items, and as many as a table may have besides. */
const OWN_ROWS = 4000

const ACTS = {
  bulletin: async ({ page }: WatchedPage) => {
    await page.getByRole('button', { name: '导出工作簿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '冻结并导出' }).click()
    await page.getByText('保存在：').waitFor()
  },
  year: async ({ page }: WatchedPage) => {
    await page.getByRole('button', { name: '导出全年台账' }).click()
    await page.getByText('已导出：').waitFor()
  },
  'own-table': async (watched: WatchedPage, files: Files) => {
    await bringIn(watched, files.ownTable, '不是本软件的填报表？按自有表格导入')
    await watched.page.getByRole('button', { name: '栏目无误，看内容' }).click()
    await watched.page.getByRole('button', { name: '返回改栏目' }).waitFor()
  },
  form: async (watched: WatchedPage, files: Files) => {
    await bringIn(watched, files.form)
    await watched.page.getByRole('button', { name: /^录入选中的/ }).waitFor()
  },
  'form-apply': async ({ page }: WatchedPage) => {
    await page.getByRole('dialog').getByRole('textbox').fill('名单核对')
    await page.getByRole('button', { name: /^录入选中的/ }).click()
    await page.getByRole('button', { name: '知道了' }).waitFor()
  },
} as const satisfies Readonly<Record<string, (watched: WatchedPage, files: Files) => Promise<void>>>

type Act = keyof typeof ACTS
const acts = Object.keys(ACTS) as Act[]
/** The page that an act is started from, and what is pressed first; null = it goes on where the one before it ended. */
const BEGINNINGS: Readonly<Record<Act, readonly [tab: string, button: string] | null>> = {
  bulletin: ['例会通报', '导出工作簿'],
  year: ['总览', '导出全年台账'],
  'own-table': ['本月填报', '导入填报表'],
  form: ['本月填报', '导入填报表'],
  'form-apply': null,
}

interface Files {
  readonly form: string
  readonly ownTable: string
}

async function bringIn({ page }: WatchedPage, file: string, first?: string): Promise<void> {
  await page.getByRole('button', { name: '导入填报表' }).click()
  if (first !== undefined) await page.getByRole('button', { name: first }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
}

let rounds: Promise<readonly Readonly<Record<Act, Watched>>[]> | null = null
/** One round of all acts serves all figures. */
const allRounds = () => {
  rounds ??= withTempFolder(async (folder) => {
    const store = join(folder, 'store')
    provinceStore(store).close()
    const files = { form: await filledForm(folder, store), ownTable: await ownTable(folder) }
    const told: Record<Act, Watched>[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      // A bulletin is frozen once.
      const data = join(folder, `round-${round}`)
      cpSync(store, data, { recursive: true })
      told.push(await actAll(data, files))
    }
    return told
  })
  return rounds
}

async function actAll(data: string, files: Files): Promise<Record<Act, Watched>> {
  const watched = await openWatchedPage(data)
  try {
    watched.page.setDefaultTimeout(120_000)
    await watched.page.getByRole('radio').first().check()
    await watched.page.getByRole('button').last().click()
    const told: [Act, Watched][] = []
    for (const act of acts) {
      await begin(watched, BEGINNINGS[act])
      const seen = await watched.during(async () => {
        await ACTS[act](watched, files)
        await watched.settled()
      })
      told.push([act, seen])
    }
    return Object.fromEntries(told) as Record<Act, Watched>
  } finally {
    await watched.close()
  }
}

async function begin({ page, settled }: WatchedPage, beginning: (typeof BEGINNINGS)[Act]): Promise<void> {
  if (beginning !== null) {
    const [tab, button] = beginning
    await page.reload()
    await settled()
    await page.getByRole('link', { name: tab }).click()
    await page.getByRole('button', { name: button }).waitFor()
  }
  await settled()
}

/** The department's form of the month, every figure in it another one. */
async function filledForm(folder: string, store: string): Promise<string> {
  const file = join(folder, 'form.xlsx')
  execFileSync(process.execPath, [
    ...[builtCommands, 'export', 'template', '--data', store, '--month', MONTH],
    ...['--department', 'a', '--out', file],
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(file)).buffer)
  const sheet = book.getWorksheet('指标填报')
  const headings = sheet?.getRow(4).values
  const column = Array.isArray(headings) ? headings.indexOf('本月数') : -1
  if (sheet === undefined || column < 1) throw new Error('the form is not as it was')
  for (let row = 5; row <= sheet.rowCount; row += 1) sheet.getRow(row).getCell(column).value = 500 + row
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}

async function ownTable(folder: string): Promise<string> {
  const file = join(folder, 'own.xlsx')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('进展')
  sheet.addRow(['序号', '指标', '单位', '12月', '备注'])
  for (let at = 1; at <= INDICATORS + OWN_ROWS; at += 1)
    sheet.addRow([
      at,
      at <= INDICATORS ? `第${at}项指标` : `县里的第${at}件事`,
      '家',
      at,
      '按季度统计口径核对',
    ])
  writeFileSync(file, new Uint8Array(await book.xlsx.writeBuffer()))
  return file
}

const figureOf = (act: Act, what: keyof Watched, limit: number) => ({
  unit: 'ms' as const,
  goal: null,
  limit,
  run: async (): Promise<Rounds> =>
    (await allRounds()).map((round) => ({ ours: round[act][what], peer: limit })),
})

export const windowBlock: readonly Benchmark[] = acts.flatMap((act) => [
  {
    name: `window-block-${act}`,
    about: `the page's longest task while ${act} goes on in a year of 72,000 cells ÷ ${LONG_TASK} ms, in processor time`,
    ...figureOf(act, 'longestTask', LONG_TASK),
  },
  {
    name: `window-block-${act}-silence`,
    about: `how long somebody waits at most who asks for session.read again and again while ${act} goes on ÷ ${NOTICED} ms, in processor time`,
    ...figureOf(act, 'silence', NOTICED),
  },
])

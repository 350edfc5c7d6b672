// Edits forms inside LibreOffice itself, as a person there would: its own sorting, inserting, moving and hiding, and
// its own saving.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { seededRandom } from '../../campaigns/seeded-random.ts'
import type { CellEdit, FileEdit } from './edit-with-openpyxl.ts'
import { EDITS_MODULE } from './libreoffice-edits.ts'

const SHEETS: Readonly<
  Record<string, { readonly sortBy: readonly string[]; readonly entries: readonly string[] }>
> = {
  指标填报: { sortBy: ['指标', '单位', '编号（勿改）'], entries: ['本月说明', '本月数'] },
  举措填报: { sortBy: ['举措', '编号（勿改）'], entries: ['本月下一步', '本月进展'] },
}

/** Addresses of the edited cells in the finished files, in the order of `cells`. */
export function editWithLibreOffice(folder: string, edits: readonly FileEdit[]): string[][] {
  const [job, answers] = [join(folder, 'edits.txt'), join(folder, 'places.txt')]
  writeFileSync(job, edits.flatMap(stepsOf).map(lineOf).join('\n'))
  const soffice = process.env.YAODIAN_SOFFICE ?? 'soffice'
  const profile = join(folder, 'editing-profile')
  const run = (...args: string[]) =>
    execFileSync(soffice, [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', ...args], {
      stdio: 'ignore',
      timeout: 110_000,
    })
  // A new profile writes its own empty library over ours, so it has to be there first.
  run('--terminate_after_init')
  installModule(join(profile, 'user/basic/Standard'))
  const urls = [job, answers].map((file) => `"${pathToFileURL(file).href}"`)
  run(`macro:///Standard.Edits.Main(${urls.join(',')})`)
  const told = readFileSync(answers, 'utf8').trimEnd().split('\n')
  if (told.pop() !== 'done') throw new Error(`LibreOffice stopped: ${readFileSync(answers, 'utf8')}`)
  return edits.map(({ cells }) => told.splice(0, cells.length))
}

type Step = readonly (string | number)[]

function stepsOf({ from, to, seed, cells, layout }: FileEdit): Step[] {
  const random = seededRandom(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const has = (each: FileEdit['layout'][number]) => layout.includes(each)
  const onSheets = (steps: (sheet: string, about: (typeof SHEETS)[string]) => Step[]) =>
    Object.entries(SHEETS).flatMap(([sheet, about]) => steps(sheet, about ?? { sortBy: [], entries: [] }))
  return [
    ['open', pathToFileURL(from).href],
    ...cells.map(({ sheet, key, heading, ...cell }) => ['set', sheet, key, heading, ...writtenAs(cell)]),
    ...onSheets((sheet, { sortBy, entries: [moved = '', before = ''] }) => [
      ...(has('shuffle') ? [['sort', sheet, pick(sortBy), random() < 0.5 ? 'down' : 'up']] : []),
      ...(has('swap-columns') ? [['move', sheet, moved, before]] : []),
      ...(has('hide-rows') ? [['hide', sheet]] : []),
      ...(has('add-column') ? [['insert', sheet, '处内分工']] : []),
    ]),
    ...cells.map(({ sheet, key, heading }) => ['where', sheet, key, heading]),
    ...onSheets((sheet) => [
      ...(has('delete-ids') ? [['forget', sheet]] : []),
      ...(has('rename-sheets') ? [['rename', sheet, `我处${sheet}`]] : []),
    ]),
    ['save', pathToFileURL(to).href],
  ]
}

function writtenAs({ value, format = '' }: Pick<CellEdit, 'value' | 'format'>): string[] {
  if (value === null) return ['nothing', '', '']
  return [typeof value, String(value), format]
}

/** One step a line, tabs between its parts; a line end within a text is written as \n. */
function lineOf(step: Step): string {
  return step.map((part) => String(part).replaceAll('\n', '\\n')).join('\t')
}

function installModule(library: string): void {
  mkdirSync(library, { recursive: true })
  const escaped = EDITS_MODULE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  writeFileSync(
    join(library, 'Edits.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">${escaped}</script:module>`,
  )
  writeFileSync(
    join(library, 'script.xlb'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Edits"/></library:library>`,
  )
}

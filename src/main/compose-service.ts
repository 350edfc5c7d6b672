// Puts the application together from its real parts. Every host starts here.
import { join } from 'node:path'
import type { Api } from '../application/create-api.ts'
import { openApplication } from '../application/open-application.ts'
import type { Clock, ExportTarget, Ports } from '../application/ports.ts'
import type { Session } from '../application/session.ts'
import type { Answer } from '../contract/api.ts'
import type { EntryForm } from '../core/reports/entry-form-table.ts'
import type { Report } from '../core/reports/report-table.ts'
import { storeFolder } from '../storage/open-store.ts'
import { readResource } from './app-resources.ts'
import { storeCheck } from './checking/check-apart.ts'
import { columnMemory } from './column-memory.ts'
import { evidenceFolder } from './evidence-folder.ts'
import { exportFolder } from './export-folder.ts'
import type { StartHelper } from './helpers/helper-process.ts'
import { yearWriter } from './year/year-writer-port.ts'

export interface ServiceOptions {
  readonly dataFolder: string
  /** 'window' and 'browser' own the data folder while open; 'command' takes it only while it writes; 'reader' never */
  readonly mode: 'window' | 'browser' | 'command' | 'reader'
  /** shows a folder or a file to the person, as the desktop does; absent = not possible here */
  readonly openFolder?: (folder: string) => void
  /** a time set by hand instead of the PC's clock, epoch milliseconds */
  readonly at?: number
  /** where 示例数据 lives; default: a folder 示例 in the data folder */
  readonly exampleFolder?: string
  /** where exports go; default: a folder 导出 in the data folder */
  readonly exports?: ExportTarget
  /** starts a process for one piece of work; default: a child process of Node */
  readonly startHelper?: StartHelper
  /** the workbook named on the command line */
  readonly givenFile?: string
}

export interface Service {
  /** Answers every name and input, never throws; `session` is held by the host. */
  call(name: string, input: unknown, session: Session): Promise<Answer>
  close(): void
}

const wallClock: Clock = { now: () => Date.now(), isSet: false }

export function composeService(options: ServiceOptions): Service & Pick<Api, 'ask'> {
  const { at, dataFolder, mode } = options
  const helpers = async () => options.startHelper ?? (await import('./helpers/node-helpers.ts')).startInNode
  const owner = mode === 'reader' ? 'command' : mode
  const ports: Ports = {
    clock: at === undefined ? wallClock : { now: () => at, isSet: true },
    folder: storeFolder(dataFolder, { owner }),
    exampleFolder: storeFolder(options.exampleFolder ?? join(dataFolder, '示例'), { owner }),
    // ExcelJS takes a quarter of a second to load and is not needed until somebody exports.
    workbooks: {
      write: async (report: Report) => (await import('../excel/write-workbook.ts')).writeWorkbook(report),
    },
    documents: {
      write: async (document) => (await import('../word/write-document.ts')).writeDocument(document),
    },
    forms: { write: async (form: EntryForm) => (await import('../excel/write-form.ts')).writeForm(form) },
    years: yearWriter(helpers),
    reader: {
      read: async (source) =>
        (await import('./reading/read-workbook-file.ts')).readWorkbookFile(await helpers(), source),
    },
    givenFile: options.givenFile ?? null,
    ...(owner === 'command' ? {} : { checkApart: storeCheck(helpers) }),
    exports: options.exports ?? exportFolder(join(dataFolder, '导出'), options.openFolder),
    evidence: evidenceFolder(options.openFolder),
    columnMemory: columnMemory(),
    shippedPlanText: () => readResource('example-plan.json'),
    exampleStoryText: () => readResource('example-story.json'),
  }
  return openApplication(ports, mode === 'reader' ? 'read' : 'write')
}

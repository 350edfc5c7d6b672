// The parts of a workbook straight from ExcelJS. Its own zip is written in ticks of the event loop and opened again at
// once here: a third of the time of a bulletin.

import type { Workbook } from 'exceljs'
import { strToU8, unzipSync } from 'fflate'
import type { Parts } from './charts/package-parts.ts'

/** The steps by which ExcelJS 4.4.0 writes a file, in order. Not in its typings, though not marked private either. */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addDrawings',
  'addTables',
  'addThemes',
  'addStyles',
  'addMedia',
  'addApp',
  'addCore',
  'addWorkbook',
] as const

interface PartSink {
  append(data: string | Uint8Array, options: { readonly name: string; readonly base64?: boolean }): void
}

type PartSteps = {
  readonly [Step in (typeof STEPS)[number]]: (sink: PartSink, model: object) => Promise<void> | void
} & { readonly prepareModel: (model: object, options: object) => void }

/** The same parts as in the file ExcelJS would write; through its zip, should another version lack a step. */
export async function partsOfWorkbook(workbook: Workbook): Promise<Parts> {
  const xlsx: object = workbook.xlsx
  return hasSteps(xlsx) ? direct(xlsx, workbook.model) : zippedParts(workbook)
}

async function direct(xlsx: PartSteps, model: object): Promise<Parts> {
  const parts: Parts = {}
  const sink: PartSink = {
    append: (data, { name, base64 }) => {
      // Only pictures come so, and only where somebody gave them in base64.
      if (base64 === true && typeof data === 'string')
        parts[name] = Uint8Array.from(Buffer.from(data, 'base64'))
      else parts[name] = typeof data === 'string' ? strToU8(data) : data
    },
  }
  xlsx.prepareModel(model, {})
  for (const step of STEPS) await xlsx[step](sink, model)
  return parts
}

/** The long way round: stored, not deflated, since the parts are compressed once, by the packing. */
export async function zippedParts(workbook: Workbook): Promise<Parts> {
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  return unzipSync(new Uint8Array(packed), { filter: ({ name }) => !name.endsWith('/') })
}

function hasSteps(xlsx: object): xlsx is PartSteps {
  return ['prepareModel', ...STEPS].every((step) => typeof Reflect.get(xlsx, step) === 'function')
}

// Which part of the package is what: relations lead from the workbook to its sheets, texts and styles. Relations to
// places outside of the file are passed over; nothing is ever fetched.
import { type InflateBudget, inflateText } from './inflate-part.ts'
import { LIMITS } from './reading-limits.ts'
import { damaged, overLimit, UnreadableWorkbook } from './unreadable-workbook.ts'
import { attribute, prefixedAttribute, type XmlHandler, XmlScanner } from './xml-scanner.ts'
import { readZipDirectory, type ZipPart } from './zip-directory.ts'

/** An opened package. */
export interface WorkbookPackage {
  readonly file: Buffer
  readonly parts: ReadonlyMap<string, ZipPart>
  readonly budget: InflateBudget
}

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  readonly part: ZipPart
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  /** dates count from 1904, as old Macintosh files do */
  readonly isFrom1904: boolean
  readonly sharedTexts: ZipPart | null
  readonly styles: ZipPart | null
}

export function openPackage(file: Buffer): WorkbookPackage {
  const parts = readZipDirectory(file)
  if (
    !parts.has('[Content_Types].xml') ||
    [...parts.keys()].some((name) => /\.bin$/i.test(name) && /workbook/i.test(name))
  )
    throw new UnreadableWorkbook('workbook-not-xlsx', { kind: kindOf(parts) })
  return { file, parts, budget: { left: LIMITS.inflatedBytes } }
}

function kindOf(parts: ReadonlyMap<string, ZipPart>): string {
  if (parts.has('mimetype')) return '是 OpenDocument 表格'
  if ([...parts.keys()].some((name) => name.endsWith('workbook.bin'))) return '是 .xlsb 二进制工作簿'
  return '是别的压缩文件'
}

/** Runs one part through the scanner. */
export async function scanPart(pack: WorkbookPackage, part: ZipPart, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler)
  for await (const text of inflateText(pack.file, part, pack.budget)) scanner.write(text)
  scanner.end()
}

interface Relation {
  readonly id: string
  /** last step of the type's address: officeDocument, worksheet, sharedStrings … */
  readonly kind: string
  /** name of the part */
  readonly target: string
}

export async function findWorkbookParts(pack: WorkbookPackage): Promise<WorkbookParts> {
  const root = await relationsOf(pack, '')
  const workbook = root.find(({ kind }) => kind === 'officeDocument')?.target
  const part = workbook === undefined ? undefined : pack.parts.get(workbook)
  if (workbook === undefined || part === undefined)
    throw new UnreadableWorkbook('workbook-not-xlsx', { kind: '里面没有工作簿' })
  const relations = await relationsOf(pack, workbook)
  const listed = new SheetList()
  await scanPart(pack, part, listed)
  if (!listed.isWorkbook) throw new UnreadableWorkbook('workbook-not-xlsx', { kind: '里面不是表格' })
  const sheets = listed.sheets.flatMap(({ name, isHidden, relation }) => {
    const found = relations.find(({ id }) => id === relation)
    // Chart sheets and macro sheets hold no cells of ours.
    if (found === undefined || found.kind !== 'worksheet') return []
    const sheetPart = pack.parts.get(found.target)
    if (sheetPart === undefined) throw damaged(`缺少工作表“${name}”`)
    return [{ name, isHidden, part: sheetPart }]
  })
  if (sheets.length === 0) throw damaged('没有工作表')
  const names = new Set(listed.sheets.map(({ name }) => name.normalize('NFC').toLowerCase()))
  if (names.size < listed.sheets.length) throw damaged('有重名的工作表')
  const byKind = (kind: string) => {
    const target = relations.find((each) => each.kind === kind)?.target
    return target === undefined ? null : (pack.parts.get(target) ?? null)
  }
  return {
    sheets,
    isFrom1904: listed.isFrom1904,
    sharedTexts: byKind('sharedStrings'),
    styles: byKind('styles'),
  }
}

async function relationsOf(pack: WorkbookPackage, owner: string): Promise<Relation[]> {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1)
  const part = pack.parts.get(`${folder}_rels/${owner.slice(folder.length)}.rels`)
  if (part === undefined) {
    if (owner === '') throw new UnreadableWorkbook('workbook-not-xlsx', { kind: kindOf(pack.parts) })
    throw damaged('缺少部件之间的关系')
  }
  const relations: Relation[] = []
  const ids = new Set<string>()
  await scanPart(pack, part, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const id = attribute(attributes, 'Id') ?? ''
      if (ids.has(id)) throw damaged('部件之间的关系有重号')
      ids.add(id)
      relations.push({
        id,
        kind: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: resolved(folder, attribute(attributes, 'Target') ?? ''),
      })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return relations
}

/** WPS writes targets from the root ("/xl/…"), Excel from the folder of the owner. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

class SheetList implements XmlHandler {
  readonly sheets: { name: string; isHidden: boolean; relation: string }[] = []
  isFrom1904 = false
  isWorkbook = false
  #depth = 0

  open(name: string, attributes: string): void {
    if (this.#depth === 0) this.isWorkbook = name === 'workbook'
    this.#depth += 1
    if (name === 'workbookPr') this.isFrom1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
    if (name !== 'sheet' || this.#depth !== 3) return
    if (this.sheets.length >= LIMITS.sheets) throw overLimit(`工作表超过${LIMITS.sheets}张`)
    this.sheets.push({
      name: (attribute(attributes, 'name') ?? '').slice(0, 100),
      isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
      relation: prefixedAttribute(attributes, 'id') ?? '',
    })
  }

  close(): void {
    this.#depth -= 1
  }

  text(): void {}
}

// The parts of an .xlsx as they are while charts are added: names, relationships, content types.
import { strFromU8, strToU8 } from 'fflate'
import { escapeXml, unescapeXml } from './xml-text.ts'

/** Name of a part ("xl/workbook.xml") → its bytes. */
export type Parts = Record<string, Uint8Array>

const RELATIONSHIP_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const EMPTY_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

export function readPart(parts: Parts, name: string): string {
  const bytes = parts[name]
  if (bytes === undefined) throw new RangeError(`the workbook has no part ${name}`)
  return strFromU8(bytes)
}

export function writePart(parts: Parts, name: string, xml: string): void {
  parts[name] = strToU8(xml)
}

/** The part of the sheet of that name; its number need not be its place. */
export function sheetPartOf(parts: Parts, sheetName: string): string {
  for (const [element] of readPart(parts, 'xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)) {
    if (attributeOf(element, 'name') !== sheetName) continue
    const target = relationshipsOf(parts, 'xl/workbook.xml').get(attributeOf(element, 'r:id') ?? '')
    if (target !== undefined) return target
  }
  throw new RangeError(`the workbook has no sheet ${sheetName}`)
}

/** Relationship id → name of the part it leads to. */
export function relationshipsOf(parts: Parts, owner: string): Map<string, string> {
  const name = relationshipsPart(owner)
  const found = new Map<string, string>()
  if (parts[name] === undefined) return found
  for (const [element] of readPart(parts, name).matchAll(/<Relationship\s[^>]*>/g)) {
    if (attributeOf(element, 'TargetMode') === 'External') continue
    found.set(attributeOf(element, 'Id') ?? '', resolved(owner, attributeOf(element, 'Target') ?? ''))
  }
  return found
}

/** Adds a relationship and answers its id; those that are there keep theirs. `kind`: drawing, chart. */
export function addRelationship(parts: Parts, owner: string, kind: string, target: string): string {
  const name = relationshipsPart(owner)
  const xml = parts[name] === undefined ? EMPTY_RELATIONSHIPS : readPart(parts, name)
  const id = `rId${highest(xml, /\sId="rId(\d+)"/g) + 1}`
  const element = `<Relationship Id="${id}" Type="${RELATIONSHIP_TYPE}${kind}" Target="${escapeXml(relative(owner, target))}"/>`
  writePart(parts, name, appended(xml, 'Relationships', element))
  return id
}

export function addContentType(parts: Parts, part: string, type: string): void {
  const name = '[Content_Types].xml'
  const element = `<Override PartName="/${escapeXml(part)}" ContentType="${type}"/>`
  writePart(parts, name, appended(readPart(parts, name), 'Types', element))
}

/** xl/charts/chart3.xml where two are there already. */
export function nextPartName(parts: Parts, folder: string, stem: string): string {
  const pattern = new RegExp(`^${folder}/${stem}(\\d+)\\.xml$`)
  const numbers = Object.keys(parts).map((name) => Number(pattern.exec(name)?.[1] ?? 0))
  return `${folder}/${stem}${Math.max(0, ...numbers) + 1}.xml`
}

/** The greatest number that the pattern's first group finds; 0 if none. */
export function highest(xml: string, pattern: RegExp): number {
  let most = 0
  for (const [, digits] of xml.matchAll(pattern)) most = Math.max(most, Number(digits))
  return most
}

/** An element added as the root's last child. */
export function appended(xml: string, root: string, element: string): string {
  const end = xml.lastIndexOf(`</${root}>`)
  if (end === -1) {
    // A root without children may be written as one empty tag.
    return xml.replace(new RegExp(`<${root}([^>]*)/>\\s*$`), `<${root}$1>${element}</${root}>`)
  }
  return xml.slice(0, end) + element + xml.slice(end)
}

function attributeOf(element: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1]
  return value === undefined ? null : unescapeXml(value)
}

function relationshipsPart(owner: string): string {
  const slash = owner.lastIndexOf('/')
  return `${owner.slice(0, slash + 1)}_rels/${owner.slice(slash + 1)}.rels`
}

function resolved(owner: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = owner.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function relative(owner: string, target: string): string {
  const from = owner.split('/').slice(0, -1)
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

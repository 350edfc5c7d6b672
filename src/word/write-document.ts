// Bulletin → bytes of a .docx. The library is loaded when the first document is asked for.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { BulletinDocument } from '../core/reports/bulletin-text/bulletin-document.ts'
import { documentOf } from './document-parts.ts'

/** Read by its local parts, so that every time zone writes the same DOS time. */
const FIXED_TIME = new Date(2000, 0, 1, 12, 0, 0)
const CONTENT_TYPES = '[Content_Types].xml'

/** The same text gives the same bytes. */
export async function writeDocument(document: BulletinDocument): Promise<Uint8Array> {
  const docx = await import('docx')
  const packed = await docx.Packer.toArrayBuffer(documentOf(docx, document))
  return repacked(new Uint8Array(packed), document.madeAt)
}

/** The library stamps the file with the time of writing. */
function repacked(packed: Uint8Array, madeAt: string): Uint8Array {
  const parts = unzipSync(packed, { filter: ({ name }) => !name.endsWith('/') })
  const ordered: Record<string, Uint8Array> = {}
  for (const name of Object.keys(parts).sort(contentTypesFirst)) {
    const bytes = parts[name]
    if (bytes === undefined) continue
    ordered[name] =
      name === 'docProps/core.xml' ? strToU8(timed(strFromU8(bytes), madeAt.replace(/\.\d+Z$/, 'Z'))) : bytes
  }
  return zipSync(ordered, { level: 6, mtime: FIXED_TIME })
}

function timed(xml: string, madeAt: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeAt}`)
}

/** Some readers look at the first part only to tell what the file is. */
function contentTypesFirst(a: string, b: string): number {
  if (a === CONTENT_TYPES || b === CONTENT_TYPES) return a === b ? 0 : a === CONTENT_TYPES ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

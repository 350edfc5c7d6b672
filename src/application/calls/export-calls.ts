// Tables and pictures of a page as files, in the same folder as the workbooks.
import type { CallOutput } from '../../contract/api.ts'
import { accept, type Outcome, reject } from '../../core/outcome.ts'
import { type CsvCell, csvText } from '../../core/values/csv-text.ts'
import { fileNameOf } from '../../core/values/file-name.ts'
import { bytesOfBase64 } from '../bytes-of-base64.ts'
import type { CallContext } from '../call-context.ts'

export function saveTable(
  context: CallContext,
  table: { readonly name: string; readonly rows: readonly (readonly CsvCell[])[] },
): Outcome<CallOutput<'exports.saveTable'>> {
  return save(context, `${fileNameOf(table.name)}.csv`, new TextEncoder().encode(csvText(table.rows)))
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** `png`: base64. Whatever is no picture is refused: a page may not write any file it likes. */
export function savePicture(
  context: CallContext,
  picture: { readonly name: string; readonly png: string },
): Outcome<CallOutput<'exports.saveTable'>> {
  const bytes = bytesOfBase64(picture.png)
  if (PNG_SIGNATURE.some((byte, at) => bytes[at] !== byte))
    return reject('invalid-input', { place: '图片', reason: '不是 PNG 图片' })
  return save(context, `${fileNameOf(picture.name)}.png`, bytes)
}

function save(
  context: CallContext,
  fileName: string,
  bytes: Uint8Array,
): Outcome<CallOutput<'exports.saveTable'>> {
  const { place } = context.ports.exports.save(fileName, bytes)
  return accept({ fileName, place })
}

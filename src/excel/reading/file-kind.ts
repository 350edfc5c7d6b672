// What a file is by its first bytes, whatever its name says.
import { damaged, UnreadableWorkbook } from './unreadable-workbook.ts'

const ZIP = Buffer.from([0x50, 0x4b])
/** The container of .xls, of WPS's .et, and of a workbook with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** Throws UnreadableWorkbook, with what to do instead, for everything that is not a zip file. */
export function refuseOtherFiles(file: Buffer): void {
  if (file.length === 0) throw damaged('文件是空的')
  if (file.subarray(0, 2).equals(ZIP)) return
  if (file.subarray(0, OLE.length).equals(OLE))
    throw new UnreadableWorkbook(file.includes(ENCRYPTED) ? 'workbook-encrypted' : 'workbook-old-format')
  throw new UnreadableWorkbook('workbook-not-xlsx', { kind: otherKind(file) })
}

function otherKind(file: Buffer): string {
  const start = file
    .subarray(0, 512)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html') || start.includes('<table'))
    return '是网页'
  if (start.startsWith('<?xml')) return '是 XML 文件'
  if (start.startsWith('%pdf')) return '是 PDF 文件'
  if (start.startsWith('{\\rtf')) return '是文字文档'
  return file.subarray(0, 512).includes(0) ? '是别的文件' : '是文本文件'
}

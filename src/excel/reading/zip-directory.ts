// The central directory of a zip file: what parts there are and where. Nothing is opened here, and what a part says
// about its own size is a claim that inflating has to prove.
import { DIRECTORY_ENTRY, END_RECORD, LOCAL_HEADER } from '../zip-format.ts'
import { LIMITS, megabytes } from './reading-limits.ts'
import { damaged, overLimit, suspicious } from './unreadable-workbook.ts'

export interface ZipPart {
  readonly name: string
  readonly method: number
  readonly checksum: number
  readonly packedBytes: number
  readonly bytes: number
  /** where the packed bytes begin */
  readonly start: number
}

const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 1
const EXTRA_64 = 1
const FULL_32 = 0xffffffff

interface Directory {
  readonly count: number
  readonly start: number
  readonly end: number
}

/** Parts by name, in the order of the directory. */
export function readZipDirectory(file: Buffer): Map<string, ZipPart> {
  const { count, start, end } = findDirectory(file)
  if (count > LIMITS.parts) throw overLimit(`文件里有${count}个部件`)
  const parts = new Map<string, ZipPart>()
  const known = new Set<string>()
  let declared = 0
  let at = start
  for (let index = 0; index < count; index += 1) {
    const entry = readEntry(file, at, end)
    at = entry.next
    if (entry.name.endsWith('/')) continue
    checkName(entry.name)
    const folded = entry.name.normalize('NFC').toLowerCase()
    if (known.has(folded)) throw suspicious('有重名的部件')
    known.add(folded)
    declared += entry.bytes
    if (declared > LIMITS.declaredBytes) throw overLimit(`展开后超过${megabytes(LIMITS.declaredBytes)}`)
    parts.set(entry.name, { ...entry, start: dataStart(file, entry.local, entry.name) })
  }
  refuseOverlaps([...parts.values()], start)
  return parts
}

/** The end record is the last thing in the file, but for a comment whose length it names. */
function findDirectory(file: Buffer): Directory {
  const lowest = Math.max(0, file.length - END_RECORD.length - LONGEST_COMMENT)
  for (let at = file.length - END_RECORD.length; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) !== END_RECORD.signature) continue
    if (at + END_RECORD.length + file.readUInt16LE(at + 20) !== file.length) continue
    const count = file.readUInt16LE(at + 10)
    const length = file.readUInt32LE(at + 12)
    const start = file.readUInt32LE(at + 16)
    const directory =
      count === 0xffff || length === FULL_32 || start === FULL_32
        ? directory64(file, at)
        : { count, start, end: start + length }
    if (file.readUInt16LE(at + 4) !== 0 || directory.end > at || directory.start > directory.end)
      throw damaged('目录与文件对不上')
    return directory
  }
  throw damaged('文件没有结尾')
}

function directory64(file: Buffer, end: number): Directory {
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== LOCATOR_64) throw damaged('目录不完整')
  const record = number64(file, locator + 8)
  if (record + 56 > file.length || file.readUInt32LE(record) !== END_64) throw damaged('目录不完整')
  const start = number64(file, record + 48)
  return { count: number64(file, record + 32), start, end: start + number64(file, record + 40) }
}

function number64(file: Buffer, at: number): number {
  const value = file.readBigUInt64LE(at)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw suspicious('部件大小不可能')
  return Number(value)
}

interface Entry extends Omit<ZipPart, 'start'> {
  readonly local: number
  readonly next: number
}

function readEntry(file: Buffer, at: number, end: number): Entry {
  if (at + DIRECTORY_ENTRY.length > end || file.readUInt32LE(at) !== DIRECTORY_ENTRY.signature)
    throw damaged('目录不完整')
  const nameLength = file.readUInt16LE(at + 28)
  const extraLength = file.readUInt16LE(at + 30)
  const next = at + DIRECTORY_ENTRY.length + nameLength + extraLength + file.readUInt16LE(at + 32)
  if (next > end) throw damaged('目录不完整')
  if (file.readUInt16LE(at + 8) & ENCRYPTED) throw suspicious('部件被加密')
  const nameEnd = at + DIRECTORY_ENTRY.length + nameLength
  const [bytes, packedBytes, local] = sizes64(file.subarray(nameEnd, nameEnd + extraLength), [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ])
  return {
    name: file.toString('utf8', at + DIRECTORY_ENTRY.length, nameEnd),
    method: file.readUInt16LE(at + 10),
    checksum: file.readUInt32LE(at + 16),
    packedBytes,
    bytes,
    local,
    next,
  }
}

/** Numbers too large for four bytes stand in an extra field, in this order. */
function sizes64(extra: Buffer, sizes: [number, number, number]): [number, number, number] {
  if (!sizes.includes(FULL_32)) return sizes
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== EXTRA_64) continue
    let value = at + 4
    const end = Math.min(extra.length, value + extra.readUInt16LE(at + 2))
    const [bytes, packed, local] = sizes.map((size) => {
      if (size !== FULL_32) return size
      if (value + 8 > end) throw damaged('目录不完整')
      value += 8
      return number64(extra, value - 8)
    })
    return [bytes ?? 0, packed ?? 0, local ?? 0]
  }
  return sizes
}

/** Parts are only ever read into memory; a name that would lead elsewhere still shows that the file is not honest. */
function checkName(name: string): void {
  const isBad =
    name === '' ||
    name.length > 1000 ||
    name.includes('\0') ||
    /^[/\\]|^[a-z]:|\\/i.test(name) ||
    name.split('/').some((step) => step === '..' || step === '.')
  if (isBad) throw suspicious('部件的名称不正常')
}

function dataStart(file: Buffer, local: number, name: string): number {
  if (local + LOCAL_HEADER.length > file.length || file.readUInt32LE(local) !== LOCAL_HEADER.signature)
    throw damaged('目录指向的位置没有内容')
  const nameEnd = local + LOCAL_HEADER.length + file.readUInt16LE(local + 26)
  if (file.toString('utf8', local + LOCAL_HEADER.length, nameEnd) !== name) throw suspicious('部件有两个名称')
  return nameEnd + file.readUInt16LE(local + 28)
}

/** Two parts made of the same packed bytes are how a small file grows without end. */
function refuseOverlaps(parts: readonly ZipPart[], directoryStart: number): void {
  let free = 0
  for (const { start, packedBytes } of [...parts].sort((a, b) => a.start - b.start)) {
    if (start < free) throw suspicious('部件互相重叠')
    free = start + packedBytes
    if (free > directoryStart) throw damaged('部件不完整')
  }
}

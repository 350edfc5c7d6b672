// One part of the package as text, piece by piece. Bytes are counted while they come out: what the file says about
// its sizes is checked, never trusted.
import { crc32, createInflateRaw } from 'node:zlib'
import { LIMITS, megabytes } from './reading-limits.ts'
import { damaged, overLimit, suspicious } from './unreadable-workbook.ts'
import type { ZipPart } from './zip-directory.ts'

const STORED = 0
const DEFLATED = 8
const CHUNK_BYTES = 256 * 1024

/** What all parts of one file may still come to. */
export interface InflateBudget {
  left: number
}

/** The bytes of one part. Throws UnreadableWorkbook where they are too many or not what the file promised. */
export async function* inflatePart(
  file: Buffer,
  part: ZipPart,
  budget: InflateBudget,
): AsyncGenerator<Buffer> {
  const packed = file.subarray(part.start, part.start + part.packedBytes)
  let bytes = 0
  let checksum = 0
  for await (const chunk of unpacked(packed, part.method)) {
    bytes += chunk.length
    budget.left -= chunk.length
    if (bytes > part.bytes) throw suspicious('部件比它声明的大')
    if (budget.left < 0) throw overLimit(`展开后超过${megabytes(LIMITS.inflatedBytes)}`)
    if (process.memoryUsage.rss() > LIMITS.memoryBytes) throw overLimit('内容太多')
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (bytes !== part.bytes || checksum !== part.checksum) throw damaged('部件的校验码不符')
}

async function* unpacked(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) yield packed.subarray(at, at + CHUNK_BYTES)
    return
  }
  if (method !== DEFLATED) throw suspicious('部件的压缩方式不常见')
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES })
  inflate.end(packed)
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw damaged('部件解不开')
    throw error
  }
  if (inflate.bytesWritten < packed.length) throw suspicious('部件后面藏有别的内容')
}

/** As inflatePart, decoded; every part of a workbook is UTF-8. */
export async function* inflateText(
  file: Buffer,
  part: ZipPart,
  budget: InflateBudget,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of inflatePart(file, part, budget)) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) throw suspicious('文字编码不是 UTF-8')
    throw error
  }
}

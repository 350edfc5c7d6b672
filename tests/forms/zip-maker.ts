// Zip files with every field at hand, so that each may lie.
import { crc32, deflateRawSync } from 'node:zlib'

export interface MadePart {
  readonly name: string
  readonly bytes: Uint8Array
  /** what the directory says instead of the truth */
  readonly lies?: Partial<{
    bytes: number
    packedBytes: number
    checksum: number
    method: number
    flags: number
    offset: number
    localName: string
  }>
  readonly isStored?: boolean
  /** packed bytes as they are, already deflated */
  readonly packed?: Uint8Array
  /** behind the packed bytes, counted as part of them */
  readonly trailing?: Uint8Array
}

export interface ZipLies {
  readonly count?: number
  readonly directoryStart?: number
  readonly directoryBytes?: number
  readonly comment?: string
  readonly disk?: number
}

export function makeZip(parts: readonly MadePart[], lies: ZipLies = {}): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const given = part.packed ?? (part.isStored === true ? part.bytes : deflateRawSync(part.bytes))
    const packed = Buffer.concat([given, part.trailing ?? Buffer.alloc(0)])
    const facts = {
      bytes: part.bytes.length,
      packedBytes: packed.length,
      checksum: crc32(part.bytes),
      method: part.isStored === true ? 0 : 8,
      flags: 0x800,
      offset: at,
      localName: part.name,
      ...part.lies,
    }
    const localName = Buffer.from(facts.localName)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    header.writeUInt16LE(facts.flags, 6)
    header.writeUInt16LE(facts.method, 8)
    header.writeUInt32LE(facts.checksum, 14)
    header.writeUInt32LE(facts.packedBytes >>> 0, 18)
    header.writeUInt32LE(facts.bytes >>> 0, 22)
    header.writeUInt16LE(localName.length, 26)
    local.push(header, localName, packed)
    directory.push(directoryEntry(part.name, facts))
    at += 30 + localName.length + packed.length
  }
  const list = Buffer.concat(directory)
  const comment = Buffer.from(lies.comment ?? '')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(lies.disk ?? 0, 4)
  end.writeUInt16LE(lies.count ?? parts.length, 8)
  end.writeUInt16LE(lies.count ?? parts.length, 10)
  end.writeUInt32LE(lies.directoryBytes ?? list.length, 12)
  end.writeUInt32LE(lies.directoryStart ?? at, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...local, list, end, comment])
}

function directoryEntry(
  name: string,
  facts: Record<'bytes' | 'packedBytes' | 'checksum' | 'method' | 'flags' | 'offset', number>,
): Buffer {
  const bytes = Buffer.from(name)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(facts.flags, 8)
  entry.writeUInt16LE(facts.method, 10)
  entry.writeUInt32LE(facts.checksum, 16)
  entry.writeUInt32LE(facts.packedBytes >>> 0, 20)
  entry.writeUInt32LE(facts.bytes >>> 0, 24)
  entry.writeUInt16LE(bytes.length, 28)
  entry.writeUInt32LE(facts.offset >>> 0, 42)
  return Buffer.concat([entry, bytes])
}

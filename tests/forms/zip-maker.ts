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
    writeFacts(header, 4, localName.length, facts)
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

interface EntryFacts {
  readonly bytes: number
  readonly packedBytes: number
  readonly checksum: number
  readonly method: number
  readonly flags: number
}

function directoryEntry(name: string, facts: EntryFacts & { readonly offset: number }): Buffer {
  const bytes = Buffer.from(name)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  writeFacts(entry, 6, bytes.length, facts)
  entry.writeUInt32LE(facts.offset >>> 0, 42)
  return Buffer.concat([entry, bytes])
}

/** What a part's own header and its line in the directory hold alike, in the same order. */
function writeFacts(header: Buffer, at: number, nameLength: number, facts: EntryFacts): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(facts.flags, at + 2)
  header.writeUInt16LE(facts.method, at + 4)
  header.writeUInt32LE(facts.checksum, at + 10)
  header.writeUInt32LE(facts.packedBytes >>> 0, at + 14)
  header.writeUInt32LE(facts.bytes >>> 0, at + 18)
  header.writeUInt16LE(nameLength, at + 22)
}

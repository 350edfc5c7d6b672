// A zip that is written to a file while its parts are made, so that a large one is never held in memory. Compressed by
// the system's zlib: twice as fast as the one in JavaScript, but other processors may give other bytes. For files that
// are made anew each time, not for frozen ones.
import { writeSync } from 'node:fs'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { DIRECTORY_ENTRY, END_RECORD, LOCAL_HEADER } from '../zip-format.ts'

/** Three per cent larger than 6 for texts like ours would be 4; files that are kept are worth 6. */
const LEVEL = 6
const DEFLATED = 8
/** 2000-01-01 12:00, as in every other workbook of ours */
const DOS_TIME = 12 << 11
const DOS_DATE = (20 << 9) | (1 << 5) | 1
const VERSION = 20
const CRC_OFFSET = 14
/** Sizes and offsets are 32 bits wide. */
const LARGEST = 0xffff_ffff

interface Entry {
  readonly name: Buffer
  readonly offset: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** Fills an open, empty file; whoever opened it closes it. */
export class ZipFile {
  readonly #file: number
  readonly #entries: Entry[] = []
  #end = 0

  constructor(file: number) {
    this.#file = file
  }

  add(name: string, bytes: Uint8Array): void {
    const packed = deflateRawSync(bytes, { level: LEVEL })
    const entry = this.#entry(name, { crc: crc32(bytes), packed: packed.length, size: bytes.length })
    this.#append(localHeader(entry))
    this.#append(packed)
    this.#entries.push(entry)
  }

  /** A part whose length nobody knows yet: its header is filled in afterwards. */
  async addStream(name: string, chunks: Iterable<string>): Promise<void> {
    const offset = this.#end
    this.#append(localHeader(this.#entry(name, { crc: 0, packed: 0, size: 0 })))
    const began = this.#end
    const deflate = createDeflateRaw({ level: LEVEL })
    const ended = new Promise<void>((resolve, reject) => {
      deflate.on('data', (packed: Buffer) => {
        try {
          this.#append(packed)
        } catch (error) {
          deflate.destroy(error as Error)
        }
      })
      deflate.on('end', resolve)
      deflate.on('error', reject)
    })
    // Told before anything waits for it: a full disk may be noticed between two chunks.
    ended.catch(() => undefined)
    let crc = 0
    let size = 0
    for (const chunk of chunks) {
      const bytes = Buffer.from(chunk, 'utf8')
      crc = crc32(bytes, crc)
      size += bytes.length
      // Rows are made faster than they are packed: without waiting they would pile up.
      if (!deflate.write(bytes)) await Promise.race([drained(deflate), ended])
    }
    deflate.end()
    await ended
    const entry = { name: Buffer.from(name), offset, crc, packed: this.#end - began, size }
    const header = localHeader(entry).subarray(CRC_OFFSET, CRC_OFFSET + 12)
    writeWhole(this.#file, header, offset + CRC_OFFSET)
    this.#entries.push(entry)
  }

  /** Writes the directory; nothing may be added afterwards. */
  finish(): void {
    const began = this.#end
    for (const entry of this.#entries) this.#append(directoryEntry(entry))
    const record = begun(END_RECORD)
    record.writeUInt16LE(this.#entries.length, 8)
    record.writeUInt16LE(this.#entries.length, 10)
    record.writeUInt32LE(this.#end - began, 12)
    record.writeUInt32LE(began, 16)
    this.#append(record)
  }

  #entry(name: string, sizes: Pick<Entry, 'crc' | 'packed' | 'size'>): Entry {
    return { name: Buffer.from(name), offset: this.#end, ...sizes }
  }

  #append(bytes: Uint8Array): void {
    if (this.#end + bytes.length > LARGEST) throw new RangeError('a workbook may not exceed 4 GB')
    writeWhole(this.#file, bytes, this.#end)
    this.#end += bytes.length
  }
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve))
}

function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  let written = 0
  while (written < bytes.length)
    written += writeSync(file, bytes, written, bytes.length - written, position + written)
}

/** A record with nothing but its signature. */
function begun({ signature, length }: { readonly signature: number; readonly length: number }): Buffer {
  const record = Buffer.alloc(length)
  record.writeUInt32LE(signature, 0)
  return record
}

function localHeader(entry: Entry): Buffer {
  const header = begun(LOCAL_HEADER)
  writeFacts(header, 4, entry)
  return Buffer.concat([header, entry.name])
}

function directoryEntry(entry: Entry): Buffer {
  const header = begun(DIRECTORY_ENTRY)
  header.writeUInt16LE(VERSION, 4)
  writeFacts(header, 6, entry)
  header.writeUInt32LE(entry.offset, 42)
  return Buffer.concat([header, entry.name])
}

/** What both headers hold, in the same order. */
function writeFacts(header: Buffer, at: number, { name, crc, packed, size }: Entry): void {
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(DEFLATED, at + 4)
  header.writeUInt16LE(DOS_TIME, at + 6)
  header.writeUInt16LE(DOS_DATE, at + 8)
  header.writeUInt32LE(crc, at + 10)
  header.writeUInt32LE(packed, at + 14)
  header.writeUInt32LE(size, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

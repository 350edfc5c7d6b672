// Saves on a disk that is really full, then makes room and saves again; answers as one line of JSON.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '../../src/core/refused-error.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'

const [disk = ''] = process.argv.slice(2)
const folder = storeFolder(join(disk, 'data'), { owner: 'window' })
const journal = folder.create((filling) => filling.append([aPersonDraft('王敏')], aStamp()))

const filler = join(disk, 'filler')
const handle = openSync(filler, 'w')
const block = Buffer.alloc(4096)
let isFull = false
while (!isFull) {
  try {
    writeSync(handle, block)
  } catch {
    isFull = true
  }
}
closeSync(handle)

const codes = new Set<string>()
let saved = 0
// The log may still have some room of its own; sooner or later a save finds none.
for (let number = 0; number < 20; number += 1) {
  try {
    journal.append([aPersonDraft(`${'名'.repeat(20_000)}${number}`)], aStamp())
    saved += 1
  } catch (error) {
    codes.add(error instanceof RefusedError ? error.rejection.code : String(error))
  }
}
const whileFull = { people: journal.state().people.size === saved + 1, isSound: journal.verify().ok }
rmSync(filler)
journal.append([aPersonDraft('李强')], aStamp())
const after = journal.verify()
journal.close()
const reopened = folder.open('write')
const hasAll = reopened.state().people.size === saved + 2
reopened.close()
console.log(JSON.stringify({ codes: [...codes], whileFull, isSoundAfter: after.ok, hasAll }))

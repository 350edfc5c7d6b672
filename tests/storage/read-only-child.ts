// What a store in a folder that cannot be written allows; answers as one line of JSON.
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Database from 'better-sqlite3'
import { RefusedError } from '../../src/core/refused-error.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'

// Permissions mean nothing to root: where a folder cannot be mounted read-only, the test asks to be nobody.
const { YAODIAN_BECOME } = process.env
if (YAODIAN_BECOME !== undefined) {
  // Loads SQLite's native part while it can still be read.
  new Database(':memory:').close()
  process.setgid?.(Number(YAODIAN_BECOME))
  process.setuid?.(Number(YAODIAN_BECOME))
}

const [place = '', empty = ''] = process.argv.slice(2)

function refusalOf(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof RefusedError ? error.rejection.code : String(error)
  }
}

const copies = () => readdirSync(tmpdir()).filter((name) => name.startsWith('yaodian-read-')).length

const before = copies()
const journal = storeFolder(place, { owner: 'window' }).open('write')
const answer = {
  isReadOnly: journal.isReadOnly,
  people: [...journal.state().people.keys()],
  isSound: journal.verify().ok,
  append: refusalOf(() => journal.append([aPersonDraft('李强')], aStamp())),
  create: refusalOf(() => storeFolder(empty, { owner: 'window' }).create(() => undefined)),
  copiesWhileOpen: copies() - before,
}
journal.close()
console.log(JSON.stringify({ ...answer, copiesAfter: copies() - before }))

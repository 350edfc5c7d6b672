import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { OpenJournal, StoreFolder } from '../../src/application/ports.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'

/** Folders that are gone after each test. */
export function tempFolders(): () => string {
  const made: string[] = []
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-test-'))
    made.push(folder)
    return folder
  }
}

/** A new store with one entry, open. */
export function aStore(place: string): { readonly folder: StoreFolder; readonly journal: OpenJournal } {
  const folder = storeFolder(place, { owner: 'command' })
  const journal = folder.create((filling) => filling.append([aPersonDraft('王敏')], aStamp()))
  return { folder, journal }
}

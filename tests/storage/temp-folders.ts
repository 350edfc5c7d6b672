import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { OpenJournal, Stamp, StoreFolder } from '../../src/application/ports.ts'
import type { EntryDraft } from '../../src/core/journal-entry.ts'
import { storeFolder } from '../../src/storage/open-store.ts'

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

/** A morning in January 2020, in the time zone of the bureau. */
export const START = Date.UTC(2020, 0, 2, 1)

export function aStamp(stamp: Partial<Stamp> = {}): Stamp {
  return { author: '王敏', wallMs: START, isClockSet: false, ...stamp }
}

export function aPersonDraft(name: string): EntryDraft {
  return {
    kind: 'person-added',
    subject: `person/${name}`,
    basis: null,
    body: { name, department: null, role: 'office' },
  }
}

/** A new store with one entry, open. */
export function aStore(place: string): { readonly folder: StoreFolder; readonly journal: OpenJournal } {
  const folder = storeFolder(place, { owner: 'command' })
  const journal = folder.create((filling) => filling.append([aPersonDraft('王敏')], aStamp()))
  return { folder, journal }
}

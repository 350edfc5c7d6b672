import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JournalEntry } from '../../src/core/journal/journal-entry.ts'
import { openReadable } from '../../src/storage/database.ts'
import { readJournal } from '../../src/storage/journal-rows.ts'
import { NEWEST_VERSION } from '../../src/storage/migrate.ts'
import { STORE_FILE, storeFolder } from '../../src/storage/open-store.ts'
import { aFigureDraft, aPersonDraft, aPlanDraft, aStamp, START } from './drafts.ts'
import { histories, type Step } from './histories.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'
import { saveHistory } from './save-history.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
// Printed with every run, so that a failure on another machine can be repeated here.
const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`chain ends: YAODIAN_SEED=${seed}`)

/** The folder as a kill would leave it at this moment: the file and its log. */
function killedCopy(place: string): string {
  const copy = tempFolder()
  for (const name of [STORE_FILE, `${STORE_FILE}-wal`]) cpSync(join(place, name), join(copy, name))
  return copy
}

function entriesIn(place: string): JournalEntry[] {
  const { db } = openReadable(join(place, STORE_FILE), { newestVersion: NEWEST_VERSION })
  const entries = readJournal(db).all()
  db.close()
  return entries
}

function headsOf(entries: readonly JournalEntry[]): Record<string, number> {
  const heads: Record<string, number> = {}
  for (const { device, seq } of entries) heads[device] = Math.max(heads[device] ?? 0, seq)
  return heads
}

/** Removes the newest entries of a device as someone with a database editor would. */
function removeNewest(place: string, device: string, count: number): void {
  const db = new Database(join(place, STORE_FILE))
  db.exec('DROP TRIGGER journal_refuses_delete')
  db.prepare(
    'DELETE FROM journal WHERE id IN (SELECT id FROM journal WHERE device = ? ORDER BY seq DESC LIMIT ?)',
  ).run(device, count)
  db.close()
}

function verified(place: string) {
  const journal = storeFolder(place, { owner: 'command' }).open('read')
  const report = journal.verify()
  journal.close()
  return report
}

/** What was recorded on two PCs, one after the other, with the second one's entries taken in by the first. */
function recordOnTwo(groups: readonly (readonly Step[])[], cuts: readonly [number, number]) {
  const place = tempFolder()
  const { journal } = aStore(place)
  saveHistory(journal, groups.slice(0, cuts[0]))
  const elsewhere = tempFolder()
  const other = storeFolder(elsewhere, { owner: 'command' }).create((filling) => {
    filling.importEntries(entriesIn(place))
    saveHistory(filling, groups.slice(0, cuts[1]))
  })
  other.close()
  journal.importEntries(entriesIn(elsewhere))
  saveHistory(journal, groups.slice(cuts[1]))
  return { place, journal }
}

test('after a kill every chain goes on behind its newest entry, and one that was removed is missed', () => {
  fc.assert(
    fc.property(
      histories,
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.record({ count: fc.integer({ min: 1, max: 3 }), isMoved: fc.boolean() }),
      (groups, one, two, which, { count, isMoved }) => {
        const { place, journal } = recordOnTwo(groups, [one % groups.length, two % groups.length])
        const killed = killedCopy(place)
        const removed = killedCopy(place)
        const heads = headsOf(entriesIn(place))
        expect(journal.heads()).toEqual(heads)
        journal.close()
        expect(verified(place)).toMatchObject({ ok: true, heads })

        if (isMoved) moveToAnotherPc(killed)
        const again = storeFolder(killed, { owner: 'command' }).open('write')
        expect(again.heads()).toEqual(heads)
        const [next] = again.append([which % 2 === 0 ? aPersonDraft('李强') : aFigureDraft('7')], aStamp())
        expect(next?.seq).toBe((heads[next?.device ?? ''] ?? 0) + 1)
        expect(again.heads()).toEqual({ ...heads, [next?.device ?? '']: next?.seq })
        expect(again.verify()).toMatchObject({ ok: true, problems: [] })
        again.close()

        const devices = Object.keys(heads)
        removeNewest(removed, devices[which % devices.length] ?? '', count)
        expect(verified(removed).ok).toBe(false)
      },
    ),
    { seed, numRuns: 40 },
  )
}, 120_000)

test.each(['own', 'theirs'] as const)(
  'a figure of %s that the other side’s newer one replaced is missed',
  (whose) => {
    const place = tempFolder()
    const { journal } = aStore(place)
    journal.append([aPlanDraft(planOfEveryMode())], aStamp())
    const elsewhere = tempFolder()
    const other = storeFolder(elsewhere, { owner: 'command' }).create((filling) => {
      filling.importEntries(entriesIn(place))
      filling.append([aPersonDraft('李强')], aStamp())
    })
    journal.importEntries(entriesIn(elsewhere))
    const sides = { own: journal, theirs: other }
    const minute = (wall: number) => aStamp({ wallMs: START + wall * 60_000 })
    const [replaced] = sides[whose].append([aFigureDraft('1')], minute(1))
    if (whose === 'theirs') {
      // One figure alone comes in, and is then replaced here.
      journal.importEntries(replaced === undefined ? [] : [replaced])
      journal.append([aFigureDraft('2')], minute(2))
    } else journal.importEntries(other.append([aFigureDraft('2')], minute(2)))
    const killed = killedCopy(place)
    journal.close()
    other.close()
    expect(verified(killed)).toMatchObject({ ok: true })
    removeNewest(killed, replaced?.device ?? '', 1)
    expect(verified(killed).problems).toContainEqual(
      expect.stringMatching(/台账里只到第\d+条（最新的条目可能被删去）/),
    )
  },
)

/** As if the folder stood on another PC now: it writes under another name there. */
function moveToAnotherPc(place: string): void {
  const db = new Database(join(place, STORE_FILE))
  db.exec("UPDATE identity SET machine = 'another'")
  db.close()
}

test.each([
  ['a person', aPersonDraft('李强')],
  ['a newer figure of the same item', aFigureDraft('2')],
])('a folder that was copied while figures were saved goes on with %s on another PC', (_, draft) => {
  const place = tempFolder()
  const { journal } = aStore(place)
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  journal.append([aFigureDraft('1')], aStamp({ wallMs: START + 60_000 }))
  const [device = ''] = Object.keys(journal.heads())
  const copy = killedCopy(place)
  journal.close()
  moveToAnotherPc(copy)
  const again = storeFolder(copy, { owner: 'command' }).open('write')
  const [entry] = again.append([draft], aStamp({ wallMs: START + 120_000 }))
  expect(entry?.device).not.toBe(device)
  expect(again.heads()).toEqual({ [device]: 3, [entry?.device ?? '']: 1 })
  again.close()
  expect(verified(copy)).toMatchObject({ ok: true })
  removeNewest(copy, device, 1)
  expect(verified(copy).problems).toContainEqual(
    `设备${device}应有3条，台账里只到第2条（最新的条目可能被删去）`,
  )
})

test('closing writes down where the chains end, also after a kill, and a row set back by hand is told', () => {
  const place = tempFolder()
  const { folder, journal } = aStore(place)
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  journal.append([aFigureDraft('1')], aStamp({ wallMs: START + 60_000 }))
  const killed = killedCopy(place)
  journal.close()
  storeFolder(killed, { owner: 'command' }).open('write').close()
  const db = new Database(join(killed, STORE_FILE))
  expect(db.prepare('SELECT seq FROM device_head').pluck().all()).toEqual([3])
  db.close()

  const later = folder.open('write')
  for (const name of ['李强', '赵静']) later.append([aPersonDraft(name)], aStamp())
  later.close()
  const file = new Database(join(place, STORE_FILE))
  file.exec('DROP TRIGGER device_head_refuses_going_back')
  file.exec('UPDATE device_head SET (seq, hash, time) = (SELECT seq, hash, time FROM journal WHERE seq = 1)')
  file.close()
  expect(verified(place).problems).toContainEqual(
    expect.stringMatching(/记下的最后一条（第1条）与台账里的（第5条）不符/),
  )
})

test('a single figure is named by its item’s row: removed after a kill, it is missed by name', () => {
  const place = tempFolder()
  const { journal } = aStore(place)
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  const ids = ['1', '2', '3'].map((value, minute) => {
    const [entry] = journal.append([aFigureDraft(value)], aStamp({ wallMs: START + minute * 60_000 }))
    return entry?.id
  })
  const killed = killedCopy(place)
  const device = Object.keys(journal.heads())[0] ?? ''
  expect(journal.heads()).toEqual({ [device]: 5 })
  journal.close()
  removeNewest(killed, device, 2)
  expect(verified(killed).problems).toContainEqual(
    `汇总表提到条目${ids[2]}，台账里却没有（最新的条目可能被删去）`,
  )
  // After a clean exit the chain's end itself is written down.
  removeNewest(place, device, 2)
  expect(verified(place).problems).toContainEqual(
    `设备${device}应有5条，台账里只到第3条（最新的条目可能被删去）`,
  )
})

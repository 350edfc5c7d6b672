// Two offices freeze the same month in stores that do not know of each other; then each takes in the other's journal.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type JournalEntry, subjectOf } from '../../src/core/journal/journal-entry.ts'
import { composeService } from '../../src/main/compose-service.ts'
import { exportFolder } from '../../src/main/export-folder.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { START } from '../storage/drafts.ts'
import { planOfEveryMode } from '../storage/plan-of-every-mode.ts'
import { tempFolders } from '../storage/temp-folders.ts'

const tempFolder = tempFolders()
const MONTH = '2020-06'
const MORNING = Date.UTC(2020, 6, 2, 1)
const HOUR = 3_600_000

const person = (name: string) =>
  ({
    kind: 'person-added',
    subject: subjectOf.person(name),
    basis: null,
    body: { name, department: null, role: 'office' },
  }) as const

function inService<Value>(
  place: string,
  at: number,
  work: (service: ReturnType<typeof composeService>) => Promise<Value>,
): Promise<Value> {
  const exports = exportFolder(join(place, 'out'))
  const service = composeService({ dataFolder: place, mode: 'command', at, exports })
  return work(service).finally(() => service.close())
}

const exported = (place: string, actor: string, at: number) =>
  inService(place, at, async (service) => {
    const issue = await service.ask('bulletin.export', { month: MONTH }, { actor })
    if (!issue.ok) throw new Error(issue.rejection.message)
    return readFileSync(issue.value.place).toString('base64')
  })

const preview = (place: string, at: number) =>
  inService(place, at, async (service) => {
    const answer = await service.ask('bulletin.preview', { month: MONTH }, { actor: '陈静' })
    if (!answer.ok) throw new Error(answer.rejection.message)
    return answer.value
  })

test('the earlier freezing stands on both PCs, and both say so in words', async () => {
  const [first, second] = [tempFolder(), tempFolder()]
  const store = (place: string) => storeFolder(place, { owner: 'command' })
  const beginning: JournalEntry[] = []
  const begun = store(first).create((journal) => {
    const plan = {
      kind: 'plan-put-in-force',
      subject: subjectOf.plan(),
      basis: null,
      body: { plan: planOfEveryMode(), isExample: false, bureauName: '市科学技术局' },
    } as const
    const stamp = { author: '陈静', wallMs: START, isClockSet: true }
    beginning.push(...journal.append([plan, person('陈静'), person('李强')], stamp))
  })
  begun.close()
  store(second)
    .create((journal) => {
      journal.importEntries(beginning)
    })
    .close()

  const earlier = await exported(first, '陈静', MORNING)
  const later = await exported(second, '李强', MORNING + HOUR)
  expect(later).not.toBe(earlier)
  expect((await preview(second, MORNING + 2 * HOUR)).frozenTwice).toBeNull()

  const entries = [first, second].map((place) => {
    const journal = store(place).open('write')
    const freezing = journal.entriesOf(subjectOf.bulletin(MONTH))
    journal.close()
    return freezing
  })
  ;[second, first].forEach((place, index) => {
    const journal = store(place).open('write')
    journal.importEntries(entries[index] ?? [])
    journal.close()
  })
  for (const place of [first, second]) {
    const { frozenAt, frozenTwice } = await preview(place, MORNING + 3 * HOUR)
    expect(frozenAt).toBe('2020-07-02T01:00:00.000Z')
    expect(frozenTwice).toBe(
      '第6期（2020年6月）在两台电脑上各冻结了一次：以陈静 2020-07-02 09:00冻结的为准（时间最早），李强 2020-07-02 10:00冻结的不作数，请把按它发出的第6期换下来。',
    )
    expect(await exported(place, '李强', MORNING + 4 * HOUR)).toBe(earlier)
  }
})

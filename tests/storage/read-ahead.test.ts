// A window's first answer is given before the figures are read; they are read behind it.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { composeService } from '../../src/main/compose-service.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPlanDraft, aStamp } from './drafts.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const nobody = { actor: null }

function aStoreWithAPlan(): string {
  const place = tempFolder()
  const { journal } = aStore(place)
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  journal.append(
    [
      {
        kind: 'measure-progress-recorded',
        subject: 'measure/2020-02/m1',
        basis: null,
        body: {
          month: '2020-02',
          measure: 'm1',
          status: 'done',
          progress: null,
          problems: null,
          nextSteps: null,
          milestonesDone: [],
          evidence: [],
        },
      },
    ],
    aStamp(),
  )
  journal.close()
  return place
}

/** As long as the service needs to load the rest of itself and to read ahead. */
async function untilReadAhead(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  await import('../../src/application/create-api.ts')
  await new Promise((resolve) => setImmediate(resolve))
}

test('a window closed right after its first answer leaves the folder to others', async () => {
  const place = aStoreWithAPlan()
  const service = composeService({ dataFolder: place, mode: 'window' })
  expect(await service.call('session.read', {}, nobody)).toMatchObject({
    ok: true,
    value: { store: 'open', suggestedMonth: '2020-02' },
  })
  service.close()
  await untilReadAhead()
  storeFolder(place, { owner: 'command' }).open('write').close()
})

test('figures that cannot be read are told when they are asked for, not before', async () => {
  const place = aStoreWithAPlan()
  const db = new Database(join(place, 'yaodian.db'))
  db.exec("DROP TRIGGER journal_refuses_update; UPDATE journal SET body = '{' WHERE kind LIKE 'measure%'")
  db.close()
  const service = composeService({ dataFolder: place, mode: 'window' })
  expect(await service.call('session.read', {}, nobody)).toMatchObject({ ok: true })
  await untilReadAhead()
  expect(await service.call('status.read', { month: '2020-02' }, nobody)).toMatchObject({
    ok: false,
    rejection: { code: 'store-damaged' },
  })
  service.close()
})

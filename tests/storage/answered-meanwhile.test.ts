// While a large year is read for the first time, whoever asks for something else is answered.
import { expect, test } from 'vitest'
import { composeService } from '../../src/main/compose-service.ts'
import { aPersonDraft, aPlanDraft, aStamp } from './drafts.ts'
import { planOfEveryMode } from './plan-of-every-mode.ts'
import { aStore, tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
const MONTH = '2020-02'

test('a question without figures is answered before one that came earlier and waits for them', async () => {
  const place = tempFolder()
  const { journal } = aStore(place)
  journal.append([aPlanDraft(planOfEveryMode())], aStamp())
  journal.append(
    Array.from({ length: 5_000 }, (_, at) => aPersonDraft(`第${at}人`)),
    aStamp(),
  )
  journal.close()
  const service = composeService({ dataFolder: place, mode: 'window' })
  const session = { actor: '王敏' }
  // What is loaded by the first call of any kind is not what is waited for here.
  await service.call('plan.timeline', {}, session)
  const answered: string[] = []
  const ask = async (name: string, input: unknown) => {
    const answer = await service.call(name, input, session)
    expect(answer.ok).toBe(true)
    answered.push(name)
  }
  await Promise.all([
    ask('status.read', { month: MONTH }),
    ask('overview.items', { month: MONTH, scope: { kind: 'department', id: 'a' } }),
    ask('overview.compare', { month: MONTH, asOf: '2020-12-31' }),
    new Promise((resolve) => setImmediate(resolve)).then(() => ask('session.read', {})),
  ])
  expect(answered[0]).toBe('session.read')
  expect(answered).toHaveLength(4)
  service.close()
})

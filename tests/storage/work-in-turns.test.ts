// Long work lets others have their turn, and is begun again where one of them wrote something.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CallContext } from '../../src/application/call-context.ts'
import { RunningExports } from '../../src/application/running-exports.ts'
import { StoreShelf } from '../../src/application/store-shelf.ts'
import type { BureauState } from '../../src/core/state/bureau-state.ts'
import type { Steps } from '../../src/core/steps.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aStamp } from './drafts.ts'
import { tempFolders } from './temp-folders.ts'

const tempFolder = tempFolders()
let context: CallContext

beforeEach(() => {
  const folder = storeFolder(tempFolder(), { owner: 'command' })
  folder.create((filling) => void filling.append([aPersonDraft('王敏')], aStamp())).close()
  // Only folders are asked for by what is tested here.
  const ports = { folder, exampleFolder: folder } as unknown as CallContext['ports']
  const shelf = new StoreShelf(ports, 'write')
  context = new CallContext({ ports, shelf, exports: new RunningExports() }, { actor: '王敏' })
})

afterEach(() => context.shelf.close())

const join = (name: string) => context.journal.append([aPersonDraft(name)], aStamp())

/** Steps without end until somebody else has had a turn. */
function* untilOthers(toldOthers: Promise<void>): Steps<void> {
  let isTheirs = false
  void toldOthers.then(() => {
    isTheirs = true
  })
  while (!isTheirs) yield
}

/** What an event of the loop does, as a call of somebody else. */
function others(work: () => void): Promise<void> {
  return new Promise((resolve) =>
    setImmediate(() => {
      work()
      resolve()
    }),
  )
}

test('others are answered in between, and what they wrote is seen: the work begins again', async () => {
  const seen: string[][] = []
  const names = await context.inTurns(function* (state: BureauState) {
    seen.push([...state.people.keys()])
    if (seen.length === 1) yield* untilOthers(others(() => join('李强')))
    return [...state.people.keys()]
  })
  expect(seen).toEqual([['王敏'], ['王敏', '李强']])
  expect(names).toEqual(['王敏', '李强'])
})

test('where others only read, it goes on', async () => {
  let begun = 0
  await context.inTurns(function* () {
    begun += 1
    yield* untilOthers(others(() => void context.journal.state().people.size))
  })
  expect(begun).toBe(1)
})

test('where somebody writes between all its turns, it is done at once in the end, for what is newest then', async () => {
  let begun = 0
  const count = await context.inTurns(function* (state: BureauState) {
    begun += 1
    if (begun < 5) yield* untilOthers(others(() => join(`第${begun}人`)))
    for (let step = 0; step < 1000; step += 1) yield
    return state.people.size
  })
  expect([begun, count]).toEqual([5, 5])
})

test('its last step may write, and is not disturbed', async () => {
  const written = await context.inTurns(function* (state: BureauState) {
    if (!state.people.has('李强')) yield* untilOthers(others(() => join('李强')))
    expect(context.journal.state()).toBe(state)
    return context.journal.append([aPersonDraft('周平')], aStamp()).length
  })
  expect(written).toBe(1)
  expect([...context.journal.state().people.keys()]).toEqual(['王敏', '李强', '周平'])
})

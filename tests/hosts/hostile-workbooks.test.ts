// A hostile workbook through every host: refused in words, and the application answers others all the while.
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { bombs } from '../forms/hostile-workbooks.ts'
import { type Call, callInProcess, callOverHttp, callThroughWindow } from './contract-hosts.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HOSTS: readonly (readonly [string, (dataFolder: string) => Promise<Call>])[] = [
  ['the application itself', callInProcess],
  ['the window', callThroughWindow],
  ['the browser host', callOverHttp],
]
/** Those that keep the reader busy for a while, as files that a page can hand over. */
const SLOW = ['ten million empty cells', 'a billion laughs']

describe.each(HOSTS)('%s', (_name, open) => {
  test.each(SLOW)('%s', async (name) => {
    const found = bombs.find(([what]) => what === name)
    if (found === undefined) throw new Error(`no workbook ${name}`)
    const call = await open(join(temporaryFolder(), 'data'))
    expect(await call('store.openExample', {})).toMatchObject({ ok: true })
    const file = Buffer.from(found[1]()).toString('base64')
    let isRead = false
    const reading = call('table.open', { file, purpose: 'month' }).finally(() => {
      isRead = true
    })
    let answered = 0
    while (!isRead) {
      expect(await call('session.read', {})).toMatchObject({ ok: true })
      if (!isRead) answered += 1
      // In this process an answer takes no turn of the event loop; the reader's own answer needs one.
      await setImmediate()
    }
    expect(answered).toBeGreaterThan(0)
    expect(await reading).toMatchObject({
      ok: false,
      rejection: { message: expect.stringMatching(/请.+。$/) },
    })
  })
})

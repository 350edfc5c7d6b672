// The window's link to its service, where a real process would not do what is to be shown.
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { linkService, type ServiceChild } from '../../src/main/electron/service-link.ts'
import type { ToService } from '../../src/main/electron/service-messages.ts'

class Child extends EventEmitter implements ServiceChild {
  readonly heard: ToService[] = []
  wasKilled = false

  postMessage(message: ToService): void {
    this.heard.push(message)
  }

  kill(): boolean {
    this.wasKilled = true
    return true
  }

  answer(id: number, more: object = {}): void {
    this.emit('message', { kind: 'answer', id, answer: { ok: true, value: id }, ...more })
  }
}

class Helper extends EventEmitter {
  readonly name: string
  readonly heard: unknown[] = []
  wasKilled = false

  constructor(name: string) {
    super()
    this.name = name
  }

  send(message: unknown): void {
    this.heard.push(message)
  }

  kill(): void {
    this.wasKilled = true
  }
}

function linked() {
  const children: Child[] = []
  const opened: string[] = []
  const helpers: Helper[] = []
  const fork = () => {
    const child = new Child()
    children.push(child)
    return child
  }
  return {
    link: linkService({
      fork,
      dataFolder: '/d',
      openFolder: (folder) => opened.push(folder),
      startHelper: (name) => {
        const helper = new Helper(name)
        helpers.push(helper)
        return helper
      },
    }),
    children,
    opened,
    helpers,
  }
}

function only(children: readonly Child[]): Child {
  const [child] = children
  if (child === undefined || children.length > 1) throw new Error('not exactly one child')
  return child
}

test('answers go to whoever asked, in whatever order they come', async () => {
  const { link, children } = linked()
  const child = only(children)
  const asked = [1, 2, 3].map(() => link.call('session.read', {}, { actor: null }))
  expect(child.heard.map(({ kind }) => kind)).toEqual(['start', 'call', 'call', 'call'])
  for (const id of [2, 99, 3, 3, 1]) child.answer(id)
  expect(await Promise.all(asked)).toEqual([1, 2, 3].map((value) => ({ ok: true, value })))
})

test('who acts changes only by an answer that says so', async () => {
  const { link, children } = linked()
  const session = { actor: null }
  const slow = link.call('session.read', {}, session)
  const quick = link.call('session.actAs', { name: '张三' }, session)
  only(children).answer(2, { actor: '张三' })
  await quick
  only(children).answer(1)
  await slow
  expect(session.actor).toBe('张三')
})

test('a page that asks without end is refused, not remembered', async () => {
  const { link, children } = linked()
  const session = { actor: null }
  for (let count = 0; count < 1000; count += 1) void link.call('session.read', {}, session)
  expect(await link.call('session.read', {}, session)).toMatchObject({
    ok: false,
    rejection: { code: 'internal-error' },
  })
  expect(only(children).heard).toHaveLength(1001)
})

test('a process that cannot be started is an answer too, and the next call tries again', async () => {
  let isBroken = false
  const children: Child[] = []
  const link = linkService({
    fork: () => {
      if (isBroken) throw new TypeError('no process')
      const child = new Child()
      children.push(child)
      return child
    },
    dataFolder: '/d',
    openFolder: () => undefined,
    startHelper: () => {
      throw new Error('nobody asked')
    },
  })
  isBroken = true
  only(children).emit('exit', 1)
  const refused = await link.call('session.read', {}, { actor: null })
  expect(refused).toMatchObject({ ok: false, rejection: { code: 'internal-error' } })
  isBroken = false
  const again = link.call('session.read', {}, { actor: null })
  children.at(-1)?.answer(2)
  expect(await again).toEqual({ ok: true, value: 2 })
})

test('closing lets the process finish, and takes no more calls', async () => {
  const { link, children, opened } = linked()
  const child = only(children)
  child.emit('message', { kind: 'open-folder', folder: '/d/导出' })
  const asked = link.call('bulletin.export', { month: '2020-06' }, { actor: null })
  const closed = link.close()
  expect(await link.call('session.read', {}, { actor: null })).toMatchObject({ ok: false })
  child.answer(1)
  child.emit('exit', 0)
  await closed
  expect([await asked, child.heard.at(-1), child.wasKilled, opened]).toEqual([
    { ok: true, value: 1 },
    { kind: 'close' },
    false,
    ['/d/导出'],
  ])
})

test('a helper is started by the window’s process, and both hear what the other says', () => {
  const { children, helpers } = linked()
  const child = only(children)
  child.emit('message', { kind: 'start-helper', id: 7, name: 'workbook-reader' })
  child.emit('message', { kind: 'tell-helper', id: 7, message: { base64: 'UEs=' } })
  const [helper] = helpers
  expect([helper?.name, helper?.heard]).toEqual(['workbook-reader', [{ base64: 'UEs=' }]])
  helper?.emit('message', { ok: true })
  child.emit('message', { kind: 'end-helper', id: 7 })
  expect(helper?.wasKilled).toBe(true)
  helper?.emit('exit')
  helper?.emit('exit')
  expect(child.heard.slice(1)).toEqual([
    { kind: 'helper-said', id: 7, message: { ok: true } },
    { kind: 'helper-ended', id: 7 },
  ])
})

test('helpers end with the service that asked for them', () => {
  const { children, helpers } = linked()
  const child = only(children)
  child.emit('message', { kind: 'start-helper', id: 1, name: 'year-writer' })
  child.emit('exit', 1)
  expect(helpers[0]?.wasKilled).toBe(true)
  helpers[0]?.emit('exit')
  expect(child.heard).toHaveLength(1)
})

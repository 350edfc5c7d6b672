// The built browser host as a process: what it prints, how it ends, and a second start.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BUILT_FOLDER } from './built-folder.ts'
import { hostProcess } from './contract-hosts.ts'
import { enter, ownPageHeaders, rawRequest } from './raw-http.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HOST = join(BUILT_FOLDER, 'main/browser-host.js')

async function call(entry: { port: number; cookie: string }, name: string, input: unknown) {
  const { text } = await rawRequest({
    port: entry.port,
    method: 'POST',
    path: `/call/${name}`,
    headers: ownPageHeaders(entry.port, entry.cookie),
    body: JSON.stringify(input),
  })
  return JSON.parse(text)
}

test('prints one line with the address and nothing else, and never the token again', async () => {
  const host = await hostProcess(join(temporaryFolder(), 'data'))
  const token = new URL(host.address).hash.slice('#token='.length)
  await enter(host.address)
  await expect(enter(host.address)).rejects.toThrow('403')
  expect(host.said).toHaveLength(1)
  expect(host.said[0]).toMatch(/^要点台账已启动.*http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
  expect(host.said.join('').split(token)).toHaveLength(2)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it cleanly: the store is closed, the record gone',
  async (signal) => {
    const dataFolder = join(temporaryFolder(), 'data')
    const host = await hostProcess(dataFolder)
    const entry = await enter(host.address)
    expect(await call(entry, 'store.create', { person: { name: '张三', role: 'office' } })).toMatchObject({
      ok: true,
    })
    host.signal(signal)
    expect(await host.ended).toBe(0)
    expect(existsSync(join(dataFolder, 'browser-host.json'))).toBe(false)
    const next = await enter((await hostProcess(dataFolder)).address)
    expect(await call(next, 'session.actAs', { name: '张三' })).toMatchObject({
      ok: true,
      value: { isReadOnly: false },
    })
  },
)

test('killed, it leaves a record that the next start takes over', async () => {
  const dataFolder = join(temporaryFolder(), 'data')
  const host = await hostProcess(dataFolder)
  host.signal('SIGKILL')
  await host.ended
  expect(existsSync(join(dataFolder, 'browser-host.json'))).toBe(true)
  const next = await hostProcess(dataFolder)
  await expect(enter(next.address)).resolves.toBeDefined()
})

test('a data folder keeps its address, for what a browser remembers belongs to it', async () => {
  const dataFolder = join(temporaryFolder(), 'data')
  const ports: string[] = []
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGTERM'] as const) {
    const host = await hostProcess(dataFolder)
    ports.push(new URL(host.address).port)
    host.signal(signal)
    await host.ended
  }
  expect(new Set(ports).size).toBe(1)
  const taker = createServer()
  await new Promise<void>((resolve) => taker.listen(Number(ports[0]), '127.0.0.1', resolve))
  onTestFinished(() => void taker.close())
  const elsewhere = await hostProcess(dataFolder)
  expect(new URL(elsewhere.address).port).not.toBe(ports[0])
  await expect(enter(elsewhere.address)).resolves.toBeDefined()
})

test('a second start says so, leads to the first and ends with 0', async () => {
  const dataFolder = join(temporaryFolder(), 'data')
  const first = await hostProcess(dataFolder)
  const second = await hostProcess(dataFolder)
  expect(await second.ended).toBe(0)
  expect(second.said[0]).toMatch(/已经在运行/)
  expect(new URL(second.address).port).toBe(new URL(first.address).port)
  await expect(enter(second.address)).resolves.toBeDefined()
})

test('what it does not understand is bad usage', () => {
  const run = spawnSync(process.execPath, [HOST, '--listen', '0.0.0.0'], { encoding: 'utf8' })
  expect([run.status, run.stdout]).toEqual([2, ''])
  expect(run.stderr).toMatch(/^用法：/)
})

test('a port that is taken is said in Chinese, and no record is left', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
  onTestFinished(() => void taken.close())
  const dataFolder = join(temporaryFolder(), 'data')
  const run = spawnSync(process.execPath, [HOST, '--no-open', '--data', dataFolder, '--port', String(port)], {
    encoding: 'utf8',
  })
  expect([run.status, run.stdout]).toEqual([1, ''])
  expect(run.stderr).toMatch(/端口已被别的程序占用/)
  expect(existsSync(join(dataFolder, 'browser-host.json'))).toBe(false)
})

test('a data folder that cannot be made still gets a page that can say why', async () => {
  const place = join(temporaryFolder(), 'a-file')
  writeFileSync(place, '')
  const entry = await enter((await hostProcess(join(place, 'data'))).address)
  expect(await call(entry, 'session.read', {})).toMatchObject({ ok: true, value: { store: 'missing' } })
  const refused = await call(entry, 'store.create', { person: { name: '张三', role: 'office' } })
  expect(refused).toMatchObject({ ok: false })
})

test('listens on this machine only', async () => {
  const host = await hostProcess(join(temporaryFolder(), 'data'))
  const port = Number(new URL(host.address).port).toString(16).toUpperCase().padStart(4, '0')
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((table) => existsSync(table))
    .flatMap((table) => readFileSync(table, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${port}`))
    .map(([, local]) => local)
  // The table is Linux's; elsewhere the address that is printed and answered has to do.
  if (process.platform === 'linux') expect(listening).toEqual([`0100007F:${port}`])
})

test('a request under way is answered before it ends', async () => {
  const dataFolder = join(temporaryFolder(), 'data')
  mkdirSync(dataFolder)
  const host = await hostProcess(dataFolder)
  const entry = await enter(host.address)
  await call(entry, 'store.create', { person: { name: '张三', role: 'office' } })
  const exported = call(entry, 'bulletin.export', { month: '2020-06' }).catch((error: unknown) => error)
  await call(entry, 'session.read', {})
  host.signal('SIGTERM')
  expect(await host.ended).toBe(0)
  expect(await exported).toMatchObject({ ok: true })
})

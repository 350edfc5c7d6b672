// Starting the browser host a second time on the same data folder.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { askReopen } from '../../src/main/browser/reopen-proof.ts'
import { startBrowserHost } from '../../src/main/browser/start-browser-host.ts'
import { staticFiles } from '../../src/main/static-files.ts'
import { enter, ownPageHeaders, rawRequest } from './raw-http.ts'
import { runningHost, smallPage } from './running-host.ts'
import { standInService } from './stand-in-service.ts'
import { temporaryFolder } from './temporary-folder.ts'

const RECORD = 'browser-host.json'

async function startOn(dataFolder: string) {
  const service = standInService()
  let opened = 0
  const start = await startBrowserHost({
    dataFolder,
    port: 0,
    serveFile: staticFiles(smallPage()),
    openService: () => {
      opened += 1
      return service
    },
  })
  if (start.kind === 'started') onTestFinished(() => start.close())
  return { start, service, opened: () => opened }
}

test('a second start gets a fresh entry to the running host and opens no second service', async () => {
  const first = await runningHost()
  await enter(first.address)
  const second = await startOn(first.dataFolder)
  expect([second.start.kind, second.opened()]).toEqual(['already-running', 0])
  expect(new URL(second.start.address).port).toBe(String(first.port))
  await expect(enter(second.start.address)).resolves.toBeDefined()
  await expect(enter(second.start.address)).rejects.toThrow('403')
})

test('the record is for its owner only, and goes when the host goes', async () => {
  const first = await runningHost()
  const place = join(first.dataFolder, RECORD)
  expect(statSync(place).mode & 0o777).toBe(0o600)
  await first.close()
  expect([existsSync(place), first.service.isClosed]).toEqual([false, true])
})

test.each([
  ['a port where nobody listens', () => ({ port: 1, pid: 1, reopenKey: 'k'.repeat(43) })],
  ['half a file', () => '{"port": 80'],
  ['something else', () => ({ port: '80' })],
])('a stale record (%s) is taken over', async (_what, content) => {
  const dataFolder = temporaryFolder()
  const written = content()
  writeFileSync(join(dataFolder, RECORD), typeof written === 'string' ? written : JSON.stringify(written))
  const { start } = await startOn(dataFolder)
  expect(start.kind).toBe('started')
  expect(readFileSync(join(dataFolder, RECORD), 'utf8')).toContain(`"port":${new URL(start.address).port}`)
})

test('another program on the recorded port hears no key and is not opened', async () => {
  const heard: string[] = []
  const stranger = createServer((request, response) => {
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => heard.push(chunk))
    request.on('end', () =>
      response.end(JSON.stringify({ ok: true, value: { token: 'mine', proof: 'mine' } })),
    )
  })
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void stranger.close())
  const address = stranger.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const dataFolder = temporaryFolder()
  const reopenKey = 'k'.repeat(43)
  writeFileSync(join(dataFolder, RECORD), JSON.stringify({ port, pid: process.pid, reopenKey }))
  const { start } = await startOn(dataFolder)
  expect(start.kind).toBe('started')
  expect(heard).toHaveLength(1)
  expect(heard.join()).not.toContain(reopenKey)
})

test('who does not hold the key gets no token, and a question cannot be made up', async () => {
  const { port } = await runningHost()
  const questions = [{}, { nonce: 'x'.repeat(32), proof: '' }, askReopen({ reopenKey: 'k'.repeat(43) })]
  for (const question of questions) {
    const answer = await rawRequest({
      port,
      method: 'POST',
      path: '/reopen',
      headers: ownPageHeaders(port),
      body: JSON.stringify(question),
    })
    expect([answer.status, answer.text.includes('token')]).toEqual([403, false])
  }
})

test('of many starts at the same moment one owns the folder and all lead to it', async () => {
  const dataFolder = temporaryFolder()
  const all = await Promise.all(Array.from({ length: 8 }, () => startOn(dataFolder)))
  expect(all.map(({ opened }) => opened()).reduce((sum, count) => sum + count)).toBe(1)
  expect(new Set(all.map(({ start }) => new URL(start.address).port)).size).toBe(1)
})

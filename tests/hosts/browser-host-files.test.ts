// What the browser host gives to whoever asks for a file, and to whoever never finishes asking.
import { describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/main/security-headers.ts'
import { enter, ownPageHeaders, rawConversation, rawRequest } from './raw-http.ts'
import { runningHost } from './running-host.ts'

describe('files', () => {
  test("are served from the list only, with the page's rules", async () => {
    const { port } = await runningHost()
    const index = await rawRequest({ port })
    expect(index.status).toBe(200)
    expect(index.text).toContain('要点台账')
    expect(index.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    })
    const asset = await rawRequest({ port, path: '/assets/index-Bx3kQ9aZ.js' })
    expect(asset.headers['cache-control']).toContain('immutable')
    const head = await rawRequest({ port, method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '//etc/passwd',
    '/%00index.html',
    '/index.html/',
    '/assets',
    '/assets/',
    '/notes.txt',
    '/browser-host.json',
    '/constructor',
    '/__proto__',
    '/%zz',
  ])('%s is 404', async (path) => {
    const { port } = await runningHost()
    const answer = await rawRequest({ port, path })
    expect([answer.status, answer.text.includes('secret')]).toEqual([404, false])
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('an address that is none is 400', async () => {
    const { port } = await runningHost()
    expect((await rawRequest({ port, path: '/..\\secret.json' })).status).toBe(400)
  })

  test('no answer ever allows another origin', async () => {
    const host = await runningHost()
    const { port, cookie } = await enter(host.address)
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/nowhere'],
      ['POST', '/call/session.read'],
      ['POST', '/x'],
    ] as const) {
      const answer = await rawRequest({
        port,
        method,
        path,
        headers: ownPageHeaders(port, cookie),
        ...(method === 'POST' && { body: '{}' }),
      })
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(answer.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    }
  })
})

test('a request that never ends is cut off', async () => {
  const { address } = await runningHost({ headersMs: 300, requestMs: 600 })
  const { port, cookie } = await enter(address)
  const started = `POST /call/session.read HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n`
  const [withoutHeaders, withoutBody] = await Promise.all([
    rawConversation(port, started),
    rawConversation(port, `${started}\r\n{`),
  ])
  expect(withoutHeaders).toMatch(/^HTTP\/1\.1 408 /)
  expect(withoutBody).toMatch(/^HTTP\/1\.1 408 /)
})

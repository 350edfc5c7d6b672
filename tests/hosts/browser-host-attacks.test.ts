// What another page, another program and another name for this machine get from the browser host: nothing.
import { describe, expect, test } from 'vitest'
import { enter, ownPageHeaders, rawConversation, rawRequest } from './raw-http.ts'
import { runningHost } from './running-host.ts'

const body = JSON.stringify({})

describe('before routing', () => {
  test.each([
    ['a rebound name', 'evil.example:PORT'],
    ['localhost', 'localhost:PORT'],
    ['another port', '127.0.0.1:1'],
    ['no port', '127.0.0.1'],
    ['a trailing dot', '127.0.0.1.:PORT'],
    ['another spelling of the address', '0x7f.0.0.1:PORT'],
    ['IPv6', '[::1]:PORT'],
  ])('Host as %s is 403, whatever the path', async (_what, host) => {
    const { port, service } = await runningHost()
    for (const path of ['/', '/index.html', '/nowhere', '/call/session.read']) {
      for (const method of ['GET', 'POST']) {
        const answer = await rawRequest({
          port,
          method,
          path,
          host: host.replace('PORT', String(port)),
          headers: ownPageHeaders(port),
          ...(method === 'POST' && { body }),
        })
        expect([method, path, answer.status, answer.text]).toEqual([method, path, 403, ''])
      }
    }
    expect(service.calls).toEqual([])
  })

  test('no Host, two Hosts and an absolute target are 400', async () => {
    const { port } = await runningHost()
    const own = `Host: 127.0.0.1:${port}\r\n`
    expect(await rawConversation(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    )
    expect(await rawConversation(port, 'GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.[01] 400 /)
    expect(
      await rawConversation(port, `GET / HTTP/1.1\r\n${own}Host: evil.example\r\nConnection: close\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400 /)
    expect(
      await rawConversation(port, `GET http://evil.example/ HTTP/1.1\r\n${own}Connection: close\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 400 /)
  })

  test.each([
    ['another site', { Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another port here', { Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
    ['the same address over https', { Origin: 'https://127.0.0.1:PORT' }],
    ['a page without an origin', { Origin: 'null' }],
    ['localhost', { Origin: 'http://localhost:PORT' }],
    ['nobody who says', {}],
    [
      'a site that only the browser tells',
      { Origin: 'http://127.0.0.1:PORT', 'Sec-Fetch-Site': 'cross-site' },
    ],
  ])('a POST from %s is 403, even with the cookie', async (_what, headers) => {
    const host = await runningHost()
    const { port, cookie } = await enter(host.address)
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]),
    )
    for (const path of ['/call/session.read', '/session', '/reopen', '/nowhere']) {
      const answer = await rawRequest({
        port,
        method: 'POST',
        path,
        headers: { 'Content-Type': 'application/json', Cookie: cookie, ...sent },
        body,
      })
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect(host.service.calls).toEqual([])
  })

  test('another page that only reads is refused as well', async () => {
    const { port } = await runningHost()
    for (const site of ['cross-site', 'same-site']) {
      for (const path of ['/', '/assets/index-Bx3kQ9aZ.js', '/nowhere']) {
        expect((await rawRequest({ port, path, headers: { 'Sec-Fetch-Site': site } })).status).toBe(403)
      }
    }
    expect((await rawRequest({ port, headers: { Origin: 'http://evil.example' } })).status).toBe(403)
    expect((await rawRequest({ port, headers: { 'Sec-Fetch-Site': 'none' } })).status).toBe(200)
  })

  test('a preflight gets no permission', async () => {
    const { port } = await runningHost()
    const answer = await rawRequest({
      port,
      method: 'OPTIONS',
      path: '/call/session.read',
      headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('there is no second protocol', async () => {
    const { port } = await runningHost()
    const said = await rawConversation(
      port,
      `GET /call/session.read HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    )
    expect(said).not.toMatch(/^HTTP\/1\.1 (101|2)/)
  })
})

describe('the one-time token', () => {
  test('works once; wrong, used and odd ones are 403', async () => {
    const host = await runningHost()
    const { port, cookie } = await enter(host.address)
    expect(cookie).toMatch(new RegExp(`^yaodian-${port}=[\\w-]{43}$`))
    await expect(enter(host.address)).rejects.toThrow('403')
    for (const token of ['', 'x', 'x'.repeat(43), '../', 5, null, {}, ['x']]) {
      const answer = await rawRequest({
        port,
        method: 'POST',
        path: '/session',
        headers: ownPageHeaders(port),
        body: JSON.stringify({ token }),
      })
      expect([token, answer.status, answer.headers['set-cookie']]).toEqual([token, 403, undefined])
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, rejection: { code: 'not-allowed-here' } })
    }
  })

  test('gives a cookie that no script reads and no other site sends', async () => {
    const { port, address } = await runningHost()
    const answer = await rawRequest({
      port,
      method: 'POST',
      path: '/session',
      headers: ownPageHeaders(port),
      body: JSON.stringify({ token: new URL(address).hash.slice('#token='.length) }),
    })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
  })

  test('is not taken from an address', async () => {
    const { port, address } = await runningHost()
    const token = new URL(address).hash.slice('#token='.length)
    const answer = await rawRequest({ port, path: `/session?token=${token}` })
    expect([answer.status, answer.headers['set-cookie']]).toEqual([404, undefined])
    await expect(enter(address)).resolves.toBeDefined()
  })
})

describe('calls', () => {
  test('without the cookie are 401, with what to do', async () => {
    const { port, service } = await runningHost()
    for (const cookie of [
      undefined,
      `yaodian-${port}=`,
      `yaodian-${port}=${'x'.repeat(43)}`,
      `yaodian-1=x`,
    ]) {
      const answer = await rawRequest({
        port,
        method: 'POST',
        path: '/call/session.read',
        headers: ownPageHeaders(port, cookie),
        body,
      })
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.text)).toMatchObject({
        ok: false,
        rejection: {
          code: 'not-allowed-here',
          details: [{ message: expect.stringContaining('再启动一次要点台账') }],
        },
      })
    }
    expect(service.calls).toEqual([])
  })

  test('are never made by GET or by a method in disguise', async () => {
    const host = await runningHost()
    const { port, cookie } = await enter(host.address)
    const disguise = {
      'X-HTTP-Method-Override': 'POST',
      'X-HTTP-Method': 'POST',
      'X-Method-Override': 'POST',
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const answer = await rawRequest({
        port,
        method,
        path: '/call/store.create?_method=POST',
        headers: { ...ownPageHeaders(port, cookie), ...disguise },
      })
      expect([method, answer.status]).toEqual([method, method === 'GET' || method === 'HEAD' ? 404 : 405])
    }
    expect(host.service.calls).toEqual([])
  })

  test('carry JSON, whole and not too much of it', async () => {
    const host = await runningHost()
    const { port, cookie } = await enter(host.address)
    const own = ownPageHeaders(port, cookie)
    async function call(headers: Record<string, string>, sent: string | Buffer) {
      const answer = await rawRequest({
        port,
        method: 'POST',
        path: '/call/session.read',
        headers,
        body: sent,
      })
      return [answer.status, JSON.parse(answer.text).rejection?.code]
    }
    expect(await call({ ...own, 'Content-Type': 'text/plain' }, body)).toEqual([415, 'invalid-input'])
    expect(await call({ ...own, 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=1')).toEqual([
      415,
      'invalid-input',
    ])
    for (const sent of [
      '',
      '{',
      '{"a":1}x',
      'undefined',
      '{"a":NaN}',
      '\ufeff{}',
      Buffer.from([0x22, 0xff, 0x22]),
    ]) {
      expect([sent, await call(own, sent)]).toEqual([sent, [400, 'invalid-input']])
    }
    for (const sent of [
      '{"a":1e400}',
      '{"__proto__":{"actor":"office"}}',
      `${'['.repeat(100)}${']'.repeat(100)}`,
    ]) {
      expect([sent, await call(own, sent)]).toEqual([sent, [200, 'invalid-input']])
    }
    const large = JSON.stringify({ text: 'x'.repeat(11 * 1024 * 1024) })
    expect(await call(own, large)).toEqual([413, 'input-too-large'])
    expect(await call({ ...own, 'Transfer-Encoding': 'chunked' }, large)).toEqual([413, 'input-too-large'])
    expect(host.service.calls).toEqual([])
    expect(await call(own, body)).toEqual([200, undefined])
  })

  test('keep who acts per browser session, and never take it from the page', async () => {
    const host = await runningHost()
    const { port, cookie } = await enter(host.address)
    async function call(name: string, input: unknown) {
      const sent = JSON.stringify(input)
      const answer = await rawRequest({
        port,
        method: 'POST',
        path: `/call/${name}`,
        headers: ownPageHeaders(port, cookie),
        body: sent,
      })
      return JSON.parse(answer.text).value.actor
    }
    expect(await call('session.read', { actor: '局长', session: { actor: '局长' } })).toBeNull()
    expect(await call('session.actAs', { name: '张三' })).toBe('{"name":"张三"}')
    expect(await call('session.read', {})).toBe('{"name":"张三"}')
  })
})

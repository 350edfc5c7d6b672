import { afterEach, expect, test, vi } from 'vitest'
import type { Answer } from '../contract/api.ts'
import { createCall } from './api-client.ts'
import { CONNECTION_LOST } from './http-call.ts'

const answer: Answer = { ok: true, value: { store: 'missing' } }

interface Sent {
  readonly path: string
  readonly body: string
}

/** A page at an address, with a host that answers as told. */
function pageAt(hash: string, respond: (sent: Sent) => Promise<Response>, bridge?: unknown) {
  const sent: Sent[] = []
  const replaced: unknown[] = []
  vi.stubGlobal('window', {
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_state: unknown, _title: string, url: string) => replaced.push(url) },
    ...(bridge === undefined ? {} : { yaodian: bridge }),
  })
  vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
    sent.push({ path, body })
    return respond({ path, body })
  })
  return { sent, replaced }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

const answering = async () => Response.json(answer)

test('takes the token out of the address at once and exchanges it before the first call', async () => {
  const { sent, replaced } = pageAt('#token=abc-_1', answering)
  const call = createCall()
  expect(replaced).toEqual(['/'])
  expect(await call('session.read', {})).toEqual(answer)
  expect(sent).toEqual([
    { path: '/session', body: '{"token":"abc-_1"}' },
    { path: '/call/session.read', body: '{}' },
  ])
})

test.each(['', '#/entry', '#token=', '#token=a/b', '#x=1&token=abc'])(
  'leaves the address %j alone',
  async (hash) => {
    const { sent, replaced } = pageAt(hash, answering)
    await createCall()('session.read', {})
    expect([replaced, sent.map(({ path }) => path)]).toEqual([[], ['/call/session.read']])
  },
)

test('a token that is refused leaves it to the calls to say so', async () => {
  pageAt('#token=used', async ({ path }) =>
    path === '/session'
      ? new Response(null, { status: 403 })
      : Response.json(
          { ok: false, rejection: { code: 'not-allowed-here', message: '…', details: [] } },
          { status: 401 },
        ),
  )
  expect(await createCall()('session.read', {})).toMatchObject({
    ok: false,
    rejection: { code: 'not-allowed-here' },
  })
})

test.each([
  ['nobody listens', () => Promise.reject(new TypeError('fetch failed'))],
  ['something else listens', async () => new Response('<html>')],
  ['an answer that is none', async () => Response.json({ ok: 'yes' })],
  ['a refusal without a sentence', async () => Response.json({ ok: false, rejection: {} })],
])('says that the connection is lost when %s', async (_what, respond) => {
  pageAt('', respond)
  expect(await createCall()('session.read', {})).toEqual({
    ok: false,
    rejection: { code: 'internal-error', message: CONNECTION_LOST, details: [] },
  })
})

test('refuses what JSON cannot carry without sending it', async () => {
  const { sent } = pageAt('', answering)
  const readings = [{ indicator: 'i7', value: Number.NaN }]
  const refused = await createCall()('entry.record', {
    sheets: [{ month: '2020-06', department: 'keyan', readings }],
  })
  expect(refused).toMatchObject({ ok: false, rejection: { code: 'invalid-input' } })
  expect(sent).toEqual([])
})

test('uses the window’s bridge where there is one', async () => {
  const asked: unknown[] = []
  const bridge = {
    call: async (...given: unknown[]) => {
      asked.push(given)
      return answer
    },
  }
  const { sent, replaced } = pageAt('#token=abc', answering, bridge)
  expect(await createCall()('session.read', {})).toEqual(answer)
  expect([asked, sent, replaced]).toEqual([[['session.read', {}]], [], []])
})

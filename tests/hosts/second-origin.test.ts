// A real browser, signed in to the browser host, visits another page that tries everything a page can try.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { createServer, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type RunningHost, runningHost } from './running-host.ts'

const executablePath = process.env.YAODIAN_CHROMIUM
const attackingScript = readFileSync(join(import.meta.dirname, 'attacking-page.mjs'), 'utf8')

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    // Names that another site's owner controls, pointed at this machine as a rebinding attack does.
    args: ['--no-sandbox', '--host-resolver-rules=MAP *.example 127.0.0.1'],
  })
})

afterAll(() => browser.close())

/** The program on another port whose page does the attacking. */
async function attackingPort(): Promise<number> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><title>another page</title><body><script>${attackingScript}</script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** The statuses a port answers with from now on: what a page may not see is known here all the same. */
function statusesOf(port: number): number[] {
  const statuses: number[] = []
  const note = (event: unknown) => {
    const { response } = Object(event)
    if (response instanceof ServerResponse && response.req.socket.localPort === port)
      statuses.push(response.statusCode)
  }
  subscribe('http.server.response.finish', note)
  onTestFinished(() => void unsubscribe('http.server.response.finish', note))
  return statuses
}

/** A browser tab that has exchanged the token and so has the cookie. */
async function signedIn(host: RunningHost): Promise<Page> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(host.address)
  expect(await post(page, '/session', `{ token: location.hash.slice('#token='.length) }`)).toBe(200)
  return page
}

/** The status of a request that the page's own script makes. */
function post(page: Page, path: string, body: string): Promise<unknown> {
  return page.evaluate(
    `fetch('${path}', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(${body}) })
      .then(({ status }) => status)`,
  )
}

test.each(['127.0.0.1', 'evil.example'])(
  'a page of %s on another port gets nothing but refusals',
  async (name) => {
    const host = await runningHost()
    const own = await signedIn(host)
    const foreign = await own.context().newPage()
    await foreign.goto(`http://${name}:${await attackingPort()}/`)
    const statuses = statusesOf(host.port)
    const attempts = await foreign.evaluate(`attack('http://127.0.0.1:${host.port}')`)
    expect(attempts).toBeGreaterThan(100)
    expect(statuses.length).toBeGreaterThan(50)
    expect(statuses.filter((status) => status !== 403 && status !== 400)).toEqual([])
    expect(host.service.calls).toEqual([])
    // The person's own page goes on working meanwhile.
    expect(await post(own, '/call/session.read', '{}')).toBe(200)
  },
)

test('a name that was rebound to this machine is refused before anything is looked up', async () => {
  const host = await runningHost()
  const page = await (await signedIn(host)).context().newPage()
  const statuses = statusesOf(host.port)
  for (const name of ['rebound.example', 'localhost']) {
    for (const path of ['/', '/index.html', '/nowhere']) {
      // The browser shows an error page of its own for an empty refusal.
      await expect(page.goto(`http://${name}:${host.port}${path}`)).rejects.toThrow(
        'ERR_HTTP_RESPONSE_CODE_FAILURE',
      )
    }
  }
  expect(statuses).toEqual([403, 403, 403, 403, 403, 403])
})

test('no script of the page reads the cookie, and no script of another runs in it', async () => {
  const page = await signedIn(await runningHost())
  const seen = await page.evaluate(`(() => {
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.wasRun = true')
    document.body.append(script, button)
    button.click()
    return { cookie: document.cookie, wasRun: 'wasRun' in window }
  })()`)
  expect(seen).toEqual({ cookie: '', wasRun: false })
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' })
})

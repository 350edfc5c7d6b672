// What the built window asks of Electron, and what it denies: the security checklist, item by item.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/main/security-headers.ts'
import { hostProcess } from './contract-hosts.ts'
import { type BootedWindow, bootedWindow } from './electron/booted-window.ts'
import { rawRequest } from './raw-http.ts'
import { temporaryFolder } from './temporary-folder.ts'

const PAGE = 'app://yaodian/index.html'
const OWN_FRAME = { parent: null, origin: 'app://yaodian', url: PAGE }

interface Facts {
  readonly options: {
    readonly webPreferences: Readonly<Record<string, unknown>>
    readonly width: number
    readonly height: number
    readonly show: boolean
  }
  readonly schemes: readonly unknown[]
  readonly isSandboxed: boolean
  readonly channels: readonly string[]
  readonly exposedNames: readonly string[]
  readonly bridgeKeys: readonly string[]
  readonly isBridgeFrozen: boolean
  readonly menu: readonly unknown[]
  readonly blockedUrls: readonly string[]
  readonly isBlocking: boolean
  readonly userData: string
  readonly shown: readonly string[]
  readonly windows: number
  readonly openedPaths: readonly string[]
  readonly services: readonly { readonly pid: number; readonly isRunning: boolean }[]
}

async function factsOf(window: BootedWindow): Promise<Facts> {
  return (await window.ask('facts')) as Facts
}

function code(answer: unknown): unknown {
  const { ok, rejection } = answer as { ok: boolean; rejection?: { code: string } }
  return ok ? 'ok' : rejection?.code
}

describe('the page', () => {
  test('has no rights beyond its bridge', async () => {
    const { options, isSandboxed, exposedNames, bridgeKeys, isBridgeFrozen, channels } = await factsOf(
      await bootedWindow(temporaryFolder()),
    )
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
    })
    for (const preference of ['experimentalFeatures', 'enableBlinkFeatures', 'additionalArguments']) {
      expect(options.webPreferences).not.toHaveProperty(preference)
    }
    expect(isSandboxed).toBe(true)
    expect([exposedNames, bridgeKeys, isBridgeFrozen, channels]).toEqual([
      ['yaodian'],
      ['call'],
      true,
      ['yaodian:call'],
    ])
  })

  test('its preload script is one CommonJS file that needs electron and nothing else', async () => {
    const { options } = await factsOf(await bootedWindow(temporaryFolder()))
    const preload = String(options.webPreferences.preload)
    const needed = [...readFileSync(preload, 'utf8').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(
      ([, name]) => name,
    )
    expect([preload.endsWith('.cjs'), needed]).toEqual([true, ['electron']])
  })

  test('cannot leave, open another page or embed one', async () => {
    const window = await bootedWindow(temporaryFolder())
    const places = [
      'https://evil.example/',
      'http://127.0.0.1:80/',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:alert(1)',
      'about:blank',
      'app://evil/index.html',
      'app://yaodian.evil/index.html',
      'app://yaodian/',
      'app://yaodian/assets/x.js',
      'app://yaodian@evil/index.html',
      'ftp://evil.example/',
      'blob:app://yaodian/x',
      'chrome://version',
    ]
    for (const url of places) {
      expect([url, await window.ask('navigate', 'will-navigate', { url, isMainFrame: true })]).toEqual([
        url,
        true,
      ])
      expect([url, await window.ask('navigate', 'will-frame-navigate', { url, isMainFrame: true })]).toEqual([
        url,
        true,
      ])
      expect([url, await window.ask('open', url)]).toEqual([url, { action: 'deny' }])
    }
    expect(await window.ask('navigate', 'will-frame-navigate', { url: PAGE, isMainFrame: false })).toBe(true)
    expect(await window.ask('navigate', 'will-redirect', { url: PAGE })).toBe(true)
    expect(await window.ask('navigate', 'will-attach-webview', {})).toBe(true)
    // Loading itself again is what "reload" is.
    expect(await window.ask('navigate', 'will-navigate', { url: `${PAGE}#/entry`, isMainFrame: true })).toBe(
      false,
    )
  })

  test('gets no permission and loads nothing from elsewhere', async () => {
    const window = await bootedWindow(temporaryFolder())
    for (const kind of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'usb',
      'openExternal',
    ]) {
      expect([kind, await window.ask('permission', kind)]).toEqual([kind, [false, false, false]])
    }
    const { blockedUrls, isBlocking } = await factsOf(window)
    expect(isBlocking).toBe(true)
    expect(blockedUrls).toEqual(
      expect.arrayContaining(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*']),
    )
  })
})

describe('app://', () => {
  test('is registered as a standard, secure scheme without further privileges', async () => {
    const { schemes } = await factsOf(await bootedWindow(temporaryFolder()))
    expect(schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  test('serves the page under the same rules as the browser host', async () => {
    const window = await bootedWindow(temporaryFolder())
    const overApp = (await window.ask('fetch', PAGE)) as {
      status: number
      headers: Record<string, string>
      text: string
    }
    const { address } = await hostProcess(join(temporaryFolder(), 'data'))
    const overHttp = await rawRequest({ port: Number(new URL(address).port), path: '/index.html' })
    expect([overApp.status, overApp.text]).toEqual([200, overHttp.text])
    expect(overApp.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY)
    for (const [name, value] of Object.entries(overApp.headers))
      expect([name, overHttp.headers[name]]).toEqual([name, value])
    expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self'; /)
  })

  test.each([
    'app://yaodian/../package.json',
    'app://yaodian/%2e%2e/%2e%2e/package.json',
    'app://yaodian/..%2f..%2fpackage.json',
    'app://yaodian/..%5c..%5cpackage.json',
    'app://yaodian/assets/../../main/index.js',
    'app://yaodian//etc/passwd',
    'app://yaodian/%00',
    'app://yaodian/assets/',
    'app://evil/index.html',
  ])('%s is 404', async (url) => {
    const window = await bootedWindow(temporaryFolder())
    expect(await window.ask('fetch', url)).toMatchObject({ status: 404 })
    expect(await window.ask('fetch', PAGE, 'POST')).toMatchObject({ status: 404 })
  })
})

describe('the channel', () => {
  test('hears the top frame of our window at our origin, and nobody else', async () => {
    const window = await bootedWindow(temporaryFolder())
    async function from(frame: object | null, senderOffset = 0, ...more: unknown[]) {
      return code(await window.ask('callFrom', frame, senderOffset, 'session.read', {}, ...more))
    }
    expect(await from(OWN_FRAME)).toBe('ok')
    expect(await from(null)).toBe('not-allowed-here')
    expect(await from({ ...OWN_FRAME, parent: OWN_FRAME })).toBe('not-allowed-here')
    expect(await from(OWN_FRAME, 1)).toBe('not-allowed-here')
    for (const origin of ['null', 'app://evil', 'app://yaodian.evil', 'https://yaodian', 'file://']) {
      expect([origin, await from({ ...OWN_FRAME, origin })]).toEqual([origin, 'not-allowed-here'])
    }
    for (const url of ['', 'about:blank', 'file:///index.html', 'app://yaodian.evil/index.html']) {
      expect([url, await from({ ...OWN_FRAME, url })]).toEqual([url, 'not-allowed-here'])
    }
    expect(await from(OWN_FRAME, 0, 'one more')).toBe('invalid-input')
  })

  test('refuses names and inputs of every wrong type', async () => {
    const window = await bootedWindow(temporaryFolder())
    for (const name of [undefined, null, 5, {}, ['session.read'], Symbol.iterator.description]) {
      expect(code(await window.ask('callFrom', OWN_FRAME, 0, name, {}))).toBe('unknown-call')
    }
    for (const input of [new Map(), new Uint8Array(10), new Date(0), 10n, /x/]) {
      expect(code(await window.ask('callFrom', OWN_FRAME, 0, 'session.read', input))).toBe('invalid-input')
    }
    const large = { text: 'x'.repeat(50 * 1024 * 1024) }
    expect(code(await window.ask('callFrom', OWN_FRAME, 0, 'session.read', large))).toBe('input-too-large')
  })
})

describe('the window', () => {
  test('stays when its service dies: who waits gets an answer, the next call a new service', async () => {
    const window = await bootedWindow(join(temporaryFolder(), 'data'))
    const person = { name: '张三', role: 'office' }
    expect(code(await window.ask('call', 'store.create', { person }))).toBe('ok')
    // The call and the kill go out together: the answer must come, whichever is first.
    const [answers] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => window.ask('call', 'status.read', { month: '2020-06' }))),
      window.ask('killService'),
    ])
    for (const answer of answers) expect(['ok', 'internal-error']).toContain(code(answer))
    expect(answers.map(code)).toContain('internal-error')
    const again = (await window.ask('call', 'session.read', {})) as {
      value: { store: string; actor: unknown }
    }
    // Nobody acts until somebody says so again: another store may be open now than before.
    expect(again).toMatchObject({ ok: true, value: { store: 'open', actor: null } })
    expect(code(await window.ask('call', 'session.actAs', { name: '张三' }))).toBe('ok')
    const { services, windows } = await factsOf(window)
    expect([windows, services.map(({ isRunning }) => isRunning)]).toEqual([1, [false, true]])
  })

  test('keeps who acts over many calls at once', async () => {
    const window = await bootedWindow(join(temporaryFolder(), 'data'))
    await window.ask('call', 'store.create', { person: { name: '张三', role: 'office' } })
    const all = await Promise.all(Array.from({ length: 50 }, () => window.ask('call', 'session.read', {})))
    for (const answer of all) expect(answer).toMatchObject({ value: { actor: { name: '张三' } } })
  })

  test('comes to the front when started again, and gets a fresh page when its page dies', async () => {
    const window = await bootedWindow(temporaryFolder())
    await window.ask('startAgain')
    await window.ask('crashPage')
    const { shown, windows } = await factsOf(window)
    expect([windows, shown.filter((deed) => deed !== 'show')]).toEqual([1, ['restore', 'focus']])
    expect(code(await window.ask('call', 'session.read', {}))).toBe('ok')
  })

  test('opens in its usual size, remembers its place, and ends with its service when closed', async () => {
    const dataFolder = join(temporaryFolder(), 'data')
    const window = await bootedWindow(dataFolder)
    const { options, userData, services } = await factsOf(window)
    expect([options.width, options.height, options.show]).toEqual([1366, 768, false])
    expect(dirname(userData).endsWith('folders')).toBe(true)
    void window.ask('closeWindow').catch(() => undefined)
    expect(await window.ended).toBe(0)
    for (const { pid } of services) expect(() => process.kill(pid, 0)).toThrow()
  })

  test('shows folders through the system, and only folders', async () => {
    const dataFolder = join(temporaryFolder(), 'data')
    mkdirSync(dataFolder, { recursive: true })
    const window = await bootedWindow(dataFolder)
    await window.ask('call', 'store.create', { person: { name: '张三', role: 'office' } })
    const answer = (await window.ask('call', 'exports.openFolder', {})) as { value: { place: string } }
    const { openedPaths } = await factsOf(window)
    expect(openedPaths).toEqual([answer.value.place])
    expect(existsSync(answer.value.place)).toBe(true)
  })

  test('has a Chinese menu, and tools for developers only where it is developed', async () => {
    const developed = await factsOf(await bootedWindow(temporaryFolder()))
    const installed = await factsOf(await bootedWindow(temporaryFolder(), { STAND_IN_PACKAGED: '1' }))
    expect(developed.menu).toContain('开发者工具')
    expect(installed.menu).not.toContain('开发者工具')
    expect([developed.options.webPreferences.devTools, installed.options.webPreferences.devTools]).toEqual([
      true,
      false,
    ])
    for (const label of installed.menu) if (label !== undefined) expect(label).toMatch(/^\p{Script=Han}+$/u)
  })
})

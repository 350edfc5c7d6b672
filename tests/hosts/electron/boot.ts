// Plays Electron: boots the built main and preload scripts over the stand-in and does what a test asks for.
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, type BrowserWindow, cancellable, type StandInFrame, seen, sendAs } from './electron-stand-in.ts'
import { started } from './utility-process-stand-in.ts'

const STAND_IN = new URL('./electron-stand-in.ts', import.meta.url).href
const builtFolder = process.env.BUILT_FOLDER ?? ''

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
})

function theWindow(): BrowserWindow {
  const [window] = seen.windows
  if (window === undefined) throw new Error('no window was opened')
  return window
}

function bridge(): { call(name: unknown, input: unknown): Promise<unknown> } {
  const exposed = seen.exposed.get('yaodian')
  if (typeof exposed !== 'object' || exposed === null || !('call' in exposed)) throw new Error('no bridge')
  return exposed as ReturnType<typeof bridge>
}

function menuLabels(items: typeof seen.menu): unknown[] {
  return items.flatMap((item) => [
    item.label,
    ...(Array.isArray(item.submenu) ? menuLabels(item.submenu) : []),
  ])
}

/** What a test may ask for, by name. */
const deeds = {
  async boot() {
    await import(pathToFileURL(join(builtFolder, 'main/index.js')).href)
    await new Promise<void>((resolve) => {
      const poll = () => (theWindowIsShown() ? resolve() : setImmediate(poll))
      poll()
    })
    const preload = theWindow().options.webPreferences?.preload ?? ''
    createRequire(import.meta.url)(preload)
  },
  call: (name: unknown, input: unknown) => bridge().call(name, input),
  callFrom: (frame: StandInFrame | null, senderOffset: number, ...given: unknown[]) => {
    const { id } = theWindow().webContents
    return sendAs({ id: id + senderOffset }, frame, 'yaodian:call', given)
  },
  async fetch(url: string, method = 'GET') {
    const answer = await seen.protocols.get('app')?.(new Request(url, { method }))
    return {
      status: answer?.status,
      headers: Object.fromEntries(answer?.headers ?? []),
      text: await answer?.text(),
    }
  },
  navigate(event: string, facts: object) {
    const happened = cancellable(facts)
    theWindow().webContents.emit(event, happened, {}, {})
    return happened.defaultPrevented
  },
  // The handlers look at nothing they are given, so nothing real is needed.
  open: (url: string) => theWindow().webContents.windowOpenHandler?.({ url } as never),
  permission(kind: string) {
    const given: unknown[] = []
    seen.permissionRequest?.({} as never, kind as never, (isGranted) => given.push(isGranted), {} as never)
    given.push(seen.permissionCheck?.({} as never, kind as never, '', {} as never))
    given.push(seen.deviceCheck?.({} as never))
    return given
  },
  facts() {
    const { options, shown } = theWindow()
    return {
      options,
      shown,
      schemes: seen.schemes,
      isSandboxed: seen.isSandboxed,
      channels: [...seen.channels.keys()],
      exposedNames: [...seen.exposed.keys()],
      bridgeKeys: Object.keys(bridge()),
      isBridgeFrozen: Object.isFrozen(bridge()),
      menu: menuLabels(seen.menu),
      blockedUrls: seen.blockedUrls,
      isBlocking: seen.isBlocking,
      userData: seen.userData,
      windows: seen.windows.length,
      errorBoxes: seen.errorBoxes,
      openedPaths: seen.openedPaths,
      services: started.map(({ child }) => ({
        pid: child.pid,
        isRunning: child.exitCode === null && child.signalCode === null,
      })),
    }
  },
  killService: () => started.at(-1)?.child.kill('SIGKILL'),
  crashPage: () => theWindow().webContents.emit('render-process-gone', {}, { reason: 'oom' }),
  startAgain: () => app.emit('second-instance', {}, [], ''),
  closeWindow() {
    theWindow().emit('close', cancellable())
    app.emit('window-all-closed')
  },
}

function theWindowIsShown(): boolean {
  return seen.errorBoxes.length > 0 || (seen.windows[0]?.shown.includes('show') ?? false)
}

seen.onExit = (code) => process.exit(code)

process.on('message', (asked: { id: number; deed: keyof typeof deeds; given: unknown[] }) => {
  const deed = deeds[asked.deed] as (...given: unknown[]) => unknown
  void Promise.resolve()
    .then(() => deed(...asked.given))
    .then(
      (value) => process.send?.({ id: asked.id, value }),
      (error: unknown) => process.send?.({ id: asked.id, error: String(error) }),
    )
})

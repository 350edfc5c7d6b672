// A stand-in for the electron module, as far as the product uses it. What it offers has Electron's own types, so a
// change in Electron's interface fails the type check; what it does follows Electron's documentation.
import { EventEmitter } from 'node:events'
import type {
  App,
  BrowserWindowConstructorOptions,
  ContextBridge,
  CustomScheme,
  Dialog,
  BrowserWindow as ElectronWindow,
  IpcMain,
  IpcRenderer,
  MenuItemConstructorOptions,
  Protocol,
  Screen,
  Session,
  Shell,
  WebContents,
} from 'electron'
import { StandInUtilityProcess } from './utility-process-stand-in.ts'

type Listener = Parameters<IpcMain['handle']>[1]
type Permissions = Parameters<Session['setPermissionRequestHandler']>[0]
type PermissionCheck = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceCheck = Parameters<Session['setDevicePermissionHandler']>[0]
type ProtocolHandler = Parameters<Protocol['handle']>[1]
type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** What the product did to Electron, for tests to look at. */
export const seen = {
  schemes: [] as CustomScheme[],
  isSandboxed: false,
  userData: '/nonexistent/要点台账',
  menu: [] as MenuItemConstructorOptions[],
  windows: [] as BrowserWindow[],
  openedPaths: [] as string[],
  errorBoxes: [] as string[],
  exposed: new Map<string, unknown>(),
  channels: new Map<string, Listener>(),
  protocols: new Map<string, ProtocolHandler>(),
  permissionRequest: null as Permissions,
  permissionCheck: null as PermissionCheck,
  deviceCheck: null as DeviceCheck,
  blockedUrls: [] as readonly string[],
  isBlocking: false,
  hasLock: true,
  onExit: (_code: number): void => undefined,
}

class StandInApp extends EventEmitter {
  readonly isPackaged = process.env.STAND_IN_PACKAGED === '1'

  enableSandbox(): void {
    seen.isSandboxed = true
  }

  getPath(): string {
    return seen.userData
  }

  setPath(_name: string, path: string): void {
    seen.userData = path
  }

  requestSingleInstanceLock(): boolean {
    return seen.hasLock
  }

  async whenReady(): Promise<void> {
    // Electron is ready only after the main script has been evaluated.
    await new Promise((resolve) => setImmediate(resolve))
  }

  exit(code = 0): void {
    seen.onExit(code)
  }

  quit(): void {
    const event = cancellable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }
}

/** An event that can be called off, as Electron's can. */
export function cancellable<Facts extends object>(facts?: Facts) {
  return {
    ...facts,
    defaultPrevented: false,
    preventDefault(): void {
      this.defaultPrevented = true
    },
  }
}

/** A frame as the sender check sees it. */
export interface StandInFrame {
  readonly parent: StandInFrame | null
  readonly origin: string
  readonly url: string
}

let nextContentsId = 1

class StandInContents extends EventEmitter {
  readonly id = nextContentsId++
  mainFrame: StandInFrame = { parent: null, origin: 'null', url: '' }
  windowOpenHandler: WindowOpenHandler | null = null

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions
  readonly webContents = new StandInContents()
  readonly shown: string[] = []

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    seen.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(url: string): Promise<void> {
    const { protocol: scheme, host } = new URL(url)
    this.webContents.mainFrame = { parent: null, origin: `${scheme}//${host}`, url }
    const answer = await seen.protocols.get(scheme.slice(0, -1))?.(new Request(url))
    if (answer?.status !== 200) throw new Error(`ERR_FAILED loading ${url}`)
    this.emit('ready-to-show')
  }

  show(): void {
    this.shown.push('show')
  }

  focus(): void {
    this.shown.push('focus')
  }

  restore(): void {
    this.shown.push('restore')
  }

  maximize(): void {
    this.shown.push('maximize')
  }

  isMinimized(): boolean {
    return true
  }

  isMaximized(): boolean {
    return false
  }

  isDestroyed(): boolean {
    return false
  }

  getNormalBounds(): ReturnType<ElectronWindow['getNormalBounds']> {
    return { x: 10, y: 20, width: 1366, height: 768 }
  }
}

export const app = new StandInApp() satisfies Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'isPackaged'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'
>

BrowserWindow satisfies new (
  options?: BrowserWindowConstructorOptions,
) => Pick<
  ElectronWindow,
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
>

export const ipcMain = {
  handle(channel, listener) {
    if (seen.channels.has(channel)) throw new Error(`a second handler for ${channel}`)
    seen.channels.set(channel, listener)
  },
} satisfies Pick<IpcMain, 'handle'>

/** Sends as the frame says it is; what travels is cloned, as between processes. */
export async function sendAs(
  sender: { readonly id: number },
  senderFrame: StandInFrame | null,
  channel: string,
  given: readonly unknown[],
): Promise<unknown> {
  const listener = seen.channels.get(channel)
  if (listener === undefined) throw new Error(`No handler registered for '${channel}'`)
  // The product reads only these of an event; the whole of Electron's event cannot be made outside Electron.
  const event = { sender, senderFrame } as unknown as Parameters<Listener>[0]
  return structuredClone(await listener(event, ...structuredClone(given)))
}

export const ipcRenderer = {
  async invoke(channel, ...given) {
    const window = seen.windows[0]
    if (window === undefined) throw new Error('there is no window')
    return sendAs(window.webContents, window.webContents.mainFrame, channel, given)
  },
} satisfies Pick<IpcRenderer, 'invoke'>

export const contextBridge = {
  exposeInMainWorld(name, api) {
    seen.exposed.set(name, api)
  },
} satisfies Pick<ContextBridge, 'exposeInMainWorld'>

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    seen.schemes.push(...schemes)
  },
  handle(scheme, handler) {
    seen.protocols.set(scheme, handler)
  },
} satisfies Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>

const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler(handler: Permissions) {
    seen.permissionRequest = handler
  },
  setPermissionCheckHandler(handler: PermissionCheck) {
    seen.permissionCheck = handler
  },
  setDevicePermissionHandler(handler: DeviceCheck) {
    seen.deviceCheck = handler
  },
  webRequest: {
    onBeforeRequest(
      filter: { readonly urls: readonly string[] },
      listener: (request: object, answer: (decision: { cancel?: boolean }) => void) => void,
    ) {
      seen.blockedUrls = filter.urls
      // It is asked only about what it names, so which of these it was makes no difference.
      listener({}, ({ cancel }) => {
        seen.isBlocking = cancel === true
      })
    },
  },
}) satisfies Pick<
  Session,
  'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'
>

export const session = { defaultSession }

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu(menu: MenuItemConstructorOptions[]) {
    seen.menu = menu
  },
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
} satisfies { getAllDisplays(): Pick<ReturnType<Screen['getAllDisplays']>[number], 'workArea'>[] }

export const shell = {
  async openPath(path) {
    seen.openedPaths.push(path)
    return ''
  },
} satisfies Pick<Shell, 'openPath'>

export const dialog = {
  showErrorBox(title, content) {
    seen.errorBoxes.push(`${title} ${content}`)
  },
} satisfies Pick<Dialog, 'showErrorBox'>

export const utilityProcess = StandInUtilityProcess

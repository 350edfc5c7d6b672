// Entry: the Electron window. Lifecycle only; what it starts stands in the files it names.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, Menu, session, shell, utilityProcess } from 'electron'
import { EVIDENCE_FOLDER } from '../core/journal/evidence-file.ts'
import { readWindowDataFolder } from './browser/host-arguments.ts'
import { defaultDataFolder } from './default-data-folder.ts'
import { APP_ORIGIN, APP_PAGE, registerAppScheme, serveAppProtocol } from './electron/app-protocol.ts'
import { attachElectronHost } from './electron/electron-host.ts'
import { lockDownPages, lockDownSession } from './electron/lock-down.ts'
import { windowMenu } from './electron/menu.ts'
import { linkService, type ServiceLink } from './electron/service-link.ts'
import { openWindow, showWindow } from './electron/window.ts'
import {
  HELPER_NODE_OPTIONS,
  type HelperName,
  type HelperProcess,
  helperEnvironment,
} from './helpers/helper-process.ts'
import { staticFiles } from './static-files.ts'

const built = import.meta.dirname
const namedFolder = readWindowDataFolder(process.argv.slice(1))
const dataFolder = resolve(namedFolder ?? defaultDataFolder())
const hasDevTools = !app.isPackaged

registerAppScheme()
app.enableSandbox()
if (namedFolder !== null) {
  // One window per data folder: the lock for that lies in the browser engine's own folder.
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  app.setPath('userData', join(app.getPath('userData'), 'folders', mark))
}
if (app.requestSingleInstanceLock()) {
  void start().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : '未知原因'
    dialog.showErrorBox('要点台账没有启动成功', `请再启动一次；仍不行请重新安装或联系管理员（${reason}）。`)
    app.exit(1)
  })
} else {
  // The first one gets 'second-instance' and comes to the front.
  app.quit()
}

async function start(): Promise<void> {
  lockDownPages(app, APP_PAGE)
  await app.whenReady()
  lockDownSession(session.defaultSession)
  serveAppProtocol(staticFiles(join(built, '../renderer')))
  Menu.setApplicationMenu(Menu.buildFromTemplate(windowMenu(process.platform, hasDevTools)))

  let window: BrowserWindow | null = null
  const link = linkService({ fork: forkService, dataFolder, openFolder, startHelper })
  attachElectronHost({ ipc: ipcMain, service: link.call, window: () => window, origin: APP_ORIGIN })
  quitAfterClosing(link)
  window = openWindow({
    page: APP_PAGE,
    preload: join(built, '../preload/index.cjs'),
    boundsFile: join(app.getPath('userData'), 'window.json'),
    hasDevTools,
  })
  app.on('second-instance', () => {
    if (window !== null && !window.isDestroyed()) showWindow(window)
  })
}

function forkService() {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _mode, ...environment } = process.env
  return utilityProcess.fork(join(built, 'service.js'), [], { serviceName: '要点台账服务', env: environment })
}

const HELPER_TITLES: Readonly<Record<HelperName, string>> = {
  'store-checker': '要点台账检查台账',
  'workbook-reader': '要点台账读表',
  'year-writer': '要点台账写全年台账',
}

function startHelper(name: HelperName): HelperProcess {
  const helper = utilityProcess.fork(join(built, `${name}.js`), [], {
    serviceName: HELPER_TITLES[name],
    env: helperEnvironment(name),
    execArgv: [...HELPER_NODE_OPTIONS[name]],
    stdio: 'ignore',
  })
  return {
    on: (event: 'message' | 'exit', listener: (message: unknown) => void) =>
      event === 'message' ? helper.on('message', listener) : helper.on('exit', listener),
    send: (message) => helper.postMessage(message),
    kill: () => void helper.kill(),
  }
}

/** Shows a folder, or a file of 佐证材料, which takes no programs. Nothing else: the system might run it. */
function openFolder(shown: string): void {
  const isShown =
    statSync(shown, { throwIfNoEntry: false })?.isDirectory() || basename(dirname(shown)) === EVIDENCE_FOLDER
  if (isShown) void shell.openPath(shown)
}

function quitAfterClosing(link: ServiceLink): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    // The service may still be writing; the application ends when it has finished.
    event.preventDefault()
    void link.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

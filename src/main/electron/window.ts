// The one window: a page without any rights beyond its bridge.
import { BrowserWindow, screen } from 'electron'
import { DEFAULT_SIZE, MIN_SIZE, readBounds, visibleBounds, writeBounds } from './window-bounds.ts'

export interface WindowOptions {
  readonly page: string
  readonly preload: string
  /** the file that remembers where the window stood */
  readonly boundsFile: string
  /** tools for developers; never in what is installed at an office */
  readonly hasDevTools: boolean
}

/** Opens the window and loads the page. */
export function openWindow({ page, preload, boundsFile, hasDevTools }: WindowOptions): BrowserWindow {
  const remembered = visibleBounds(
    readBounds(boundsFile),
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const { x, y, width, height } = remembered ?? { x: undefined, y: undefined, ...DEFAULT_SIZE }
  const window = new BrowserWindow({
    ...(x !== undefined && y !== undefined && { x, y }),
    width,
    height,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: '要点台账',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // It would fetch its dictionaries from the internet.
      spellcheck: false,
      devTools: hasDevTools,
    },
  })
  if (remembered?.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeBounds(boundsFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  // The page's process may be killed for want of memory; the window then gets a fresh page instead of a blank one.
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit' && !window.isDestroyed()) void load(window, page)
  })
  void load(window, page)
  return window
}

/** Brings the window to the front, for a second start. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function load(window: BrowserWindow, page: string): Promise<void> {
  // A failed load shows as an empty page; the window itself has to survive it.
  await window.loadURL(page).catch(() => undefined)
}

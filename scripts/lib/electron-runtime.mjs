// Whether the Electron window can open here. The npm package carries no runtime; it is fetched on demand, and where
// that cannot work we must know within seconds. Never asked through require('electron'): that would start a download.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone, setupFolder } from './lock-folder.mjs'
import { runNode24 } from './node-24.mjs'
import { root, run } from './processes.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const failureFile = join(setupFolder, 'electron-fetch-failed.json')
const failureHoldsMs = 6 * 60 * 60 * 1000
const startMs = 8_000
// 128 + SIGHUP, SIGINT, SIGKILL, SIGTERM: somebody wanted it to end.
const endedByPerson = [129, 130, 137, 143]

/** @returns {string | null} path of the runtime's executable */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const executable = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const name =
    process.platform === 'darwin' || process.platform === 'win32' ? executable[process.platform] : 'electron'
  const path = join(override || join(packageFolder, 'dist'), name)
  // path.txt is written last by the installer: without it the unpacking was cut short.
  return existsSync(path) && (override || existsSync(join(packageFolder, 'path.txt'))) ? path : null
}

/** @returns {string | null} why no window can open on this machine whatever is installed, as the end of a sentence */
export function whyNoWindow() {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return '本机没有图形桌面'
  if (process.getuid?.() === 0) return '正以 root 身份运行，Electron 的沙箱不允许'
  return null
}

/**
 * Fetches the runtime if it is missing.
 * @param {{ retry: boolean }} options retry: forget an earlier failure
 * @returns {Promise<string | null>} null when it is there, else why not, as the end of a sentence
 */
export async function ensureElectron({ retry }) {
  if (findElectron()) return null
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return 'ELECTRON_OVERRIDE_DIST_PATH 所指的文件夹里没有 Electron 运行时'
  return alone('electron', async () => {
    if (findElectron()) return null
    const remembered = retry ? null : rememberedFailure()
    if (remembered) return `${remembered}，六小时内不再尝试（立即重试：npm start -- --retry-electron）`
    const fetched = await runNode24('scripts/lib/fetch-electron.mjs', [], {
      output: 'answer',
      env: proxySettings(),
    })
    const unpacked =
      fetched.code === 0 &&
      (await runNode24('node_modules/electron/install.js', [], { output: 'keep' })).code === 0
    if (unpacked && findElectron()) {
      rmSync(failureFile, { force: true })
      return null
    }
    const reason =
      fetched.code === 0
        ? 'Electron 运行时没能解压'
        : `下载不到 Electron 运行时（${fetched.output.trim()}；可设 ELECTRON_MIRROR 换一个镜像）`
    mkdirSync(setupFolder, { recursive: true })
    writeFileSync(failureFile, JSON.stringify({ reason, at: Date.now(), settings: settingsOfDownload() }))
    return reason
  })
}

/** A failure counts for some hours, so that the next start is immediate; other settings are worth another try. */
function rememberedFailure() {
  try {
    const { reason, at, settings } = JSON.parse(readFileSync(failureFile, 'utf8'))
    const age = Date.now() - at
    return age >= 0 && age < failureHoldsMs && settings === settingsOfDownload() ? String(reason) : null
  } catch {
    return null
  }
}

function settingsOfDownload() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const matter = Object.entries(process.env).filter(([name]) =>
    /^(npm_config_)?(electron_(?!run)|https?_proxy)/i.test(name),
  )
  return JSON.stringify([version, ...matter.sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** Node's fetch follows the usual proxy variables only when asked to. */
function proxySettings() {
  const { HTTPS_PROXY, https_proxy } = process.env
  return HTTPS_PROXY || https_proxy ? { NODE_USE_ENV_PROXY: '1' } : {}
}

/**
 * Opens the window and waits until it is closed.
 * @param {readonly string[]} args
 * @returns {Promise<{ opened: boolean, code: number }>} opened: false when the runtime gave up right at the start
 */
export async function openWindow(args) {
  const electron = findElectron()
  if (!electron) return { opened: false, code: 1 }
  const started = Date.now()
  const { code } = await run(electron, [root, ...args], {
    env: { ELECTRON_RUN_AS_NODE: undefined },
    folder: process.cwd(),
  })
  const diedAtStart = code !== 0 && !endedByPerson.includes(code) && Date.now() - started < startMs
  return { opened: !diedAtStart, code }
}

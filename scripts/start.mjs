// npm start: installs what is missing, builds if the sources changed, and opens the application: in the Electron window
// where its runtime is there or can be fetched, else in the browser. One line says which, and why.
// Options: --browser (do not try the window), --retry-electron (try the download again at once); all others go to the
// application, among them --data DIR, and for the browser --port N and --no-open.
import { ensureBuilt } from './lib/built-app.mjs'
import { ensureElectron, openWindow, whyNoWindow } from './lib/electron-runtime.mjs'
import { runNode24 } from './lib/node-24.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { say } from './lib/processes.mjs'

const ownOptions = ['--browser', '--retry-electron']
const given = process.argv.slice(2)
const passedOn = given.filter((argument) => !ownOptions.includes(argument))

if (!((await ensurePackages()) && (await ensureBuilt()))) process.exit(1)
const whyBrowser = await whyNotElectron()
if (whyBrowser === null) {
  say('在 Electron 窗口中打开要点台账。')
  const { opened, code } = await openWindow(passedOn)
  process.exitCode = opened ? code : await openInBrowser('Electron 窗口没能打开，原因见上')
} else {
  process.exitCode = await openInBrowser(whyBrowser)
}

async function whyNotElectron() {
  if (given.includes('--browser')) return '按 --browser 的要求'
  return whyNoWindow() ?? (await ensureElectron({ retry: given.includes('--retry-electron') }))
}

/** @param {string} why */
async function openInBrowser(why) {
  say(`在浏览器中打开要点台账：${why}。界面和数据与窗口版相同；结束请按 Ctrl+C。`)
  const noDesktop = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  const open = noDesktop && !passedOn.includes('--no-open') ? ['--no-open'] : []
  return (await runNode24('out/main/browser-host.js', [...passedOn, ...open], { folder: process.cwd() })).code
}

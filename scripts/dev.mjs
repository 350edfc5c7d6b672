// npm run dev: builds again at every change. With Electron's runtime the window reloads by itself; without it the
// browser host is started anew and says its address. Options other than ours go to the application.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './lib/built-app.mjs'
import { findElectron, whyNoWindow } from './lib/electron-runtime.mjs'
import { findNode24, runNode24 } from './lib/node-24.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { root, say } from './lib/processes.mjs'

const settleMs = 300
const args = process.argv.slice(2)
if (!(await ensurePackages())) process.exit(1)

if (findElectron() && whyNoWindow() === null) {
  process.exitCode = (
    await runNode24('node_modules/electron-vite/bin/electron-vite.js', ['dev', '--watch', '--', ...args])
  ).code
} else {
  await developInBrowser()
}

async function developInBrowser() {
  const node = findNode24()
  if (!node) process.exit((await runNode24('', [])).code)
  say(
    '没有可用的 Electron 窗口，在浏览器中开发：源代码一改就重新构建并重启，请用新打印的地址。结束按 Ctrl+C。',
  )
  /** @type {import('node:child_process').ChildProcess | null} */
  let host = null
  let work = restart()
  let timer = setTimeout(() => {}, 0)
  watch(join(root, 'src'), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      work = work.then(restart)
    }, settleMs)
  })

  async function restart() {
    if (!(await ensureBuilt())) return
    const running = host
    if (running && running.exitCode === null) {
      const ended = new Promise((done) => running.once('exit', done))
      running.kill()
      await ended
    }
    host = spawn(node ?? '', [join(root, 'out/main/browser-host.js'), '--no-open', ...args], {
      stdio: 'inherit',
    })
  }
}

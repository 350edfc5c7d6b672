// Run on Node 24 by electron-runtime.mjs: brings the runtime's archive into the cache where Electron's own installer
// looks for it, with what that installer lacks: an answer within seconds when the host cannot be reached, progress,
// and an end to a stalled transfer. Standard output carries the reason of a failure. The checksums are those of the npm package, so a mirror cannot slip in another file.
import { createWriteStream } from 'node:fs'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { say } from './processes.mjs'

const reachWithinMs = 5_000
const stalledAfterMs = 15_000
const judgedAfterMs = 20_000
const longestDownloadMs = 10 * 60_000
const require = createRequire(import.meta.url)
const { downloadArtifact } = createRequire(require.resolve('electron/package.json'))('@electron/get')

try {
  await downloadArtifact({
    version: require('electron/package.json').version,
    artifactName: 'electron',
    cacheRoot: process.env.electron_config_cache,
    checksums: require('electron/checksums.json'),
    platform: process.env.ELECTRON_INSTALL_PLATFORM || process.env.npm_config_platform || process.platform,
    arch: process.env.ELECTRON_INSTALL_ARCH || process.env.npm_config_arch || process.arch,
    downloader: { download: fetchTo },
  })
} catch (error) {
  // A name look-up that hangs would delay even process.exit() beyond the time this was given.
  process.stdout.write(error instanceof Error ? error.message : String(error), () =>
    process.kill(process.pid, 'SIGKILL'),
  )
}

/** @param {string} url @param {string} file */
async function fetchTo(url, file) {
  const { host } = new URL(url)
  const stop = new AbortController()
  let timer = setTimeout(() => stop.abort(new Error(`${host} 没有回应`)), reachWithinMs)
  try {
    const response = await fetch(url, { signal: stop.signal }).catch((error) => {
      throw stop.signal.aborted ? stop.signal.reason : new Error(`${host} 连接不上`, { cause: error })
    })
    if (!response.ok || !response.body) throw new Error(`${host} 回答 ${response.status}`)
    const total = Number(response.headers.get('content-length'))
    let received = 0
    let shown = -1
    const started = Date.now()
    const watched = async function* (/** @type {AsyncIterable<Uint8Array>} */ source) {
      for await (const part of source) {
        clearTimeout(timer)
        timer = setTimeout(() => stop.abort(new Error('下载中断')), stalledAfterMs)
        received += part.length
        const passed = Date.now() - started
        if (passed > judgedAfterMs && (passed / received) * total > longestDownloadMs)
          throw new Error(`${host} 太慢`)
        const percent = total > 0 ? Math.floor((received / total) * 10) * 10 : 0
        if (percent !== shown) say(`正在下载 Electron 运行时（只需一次）… ${percent}%`)
        shown = percent
        yield part
      }
    }
    await pipeline(Readable.fromWeb(response.body), watched, createWriteStream(file), { signal: stop.signal })
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

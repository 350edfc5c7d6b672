// Builds the application when its sources have changed since the last build, judged by content. The build goes to a
// folder of its own and is moved into place whole, so a command that runs meanwhile never sees half a build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone, setupFolder } from './lock-folder.mjs'
import { runNode24 } from './node-24.mjs'
import { root, say } from './processes.mjs'

const out = join(root, 'out')
const fingerprintFile = join(out, '.fingerprint')
const configuration = 'electron.vite.config.ts'
const otherInputs = [
  configuration,
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
]

/** @returns {boolean} */
export function buildIsCurrent() {
  return existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === sourceFingerprint()
}

/**
 * @param {{ always?: boolean }} [options] always: build even when nothing changed
 * @returns {Promise<boolean>} false when the build failed; the reason has been said
 */
export async function ensureBuilt({ always = false } = {}) {
  if (!always && buildIsCurrent()) return true
  return alone('build', async () => {
    if (!always && buildIsCurrent()) return true
    const fingerprint = sourceFingerprint()
    removeLeftOvers()
    const fresh = join(setupFolder, `build-${process.pid}`)
    const { code, output } = await runNode24(
      'node_modules/electron-vite/bin/electron-vite.js',
      ['build', '--logLevel', 'warn', '--outDir', fresh],
      { output: 'keep', env: { NODE_ENV: undefined, NO_COLOR: '1', FORCE_COLOR: undefined } },
    )
    if (code !== 0) {
      say(output.trim())
      say('构建失败，原因见上。修正源代码后重新运行本命令。')
      rmSync(fresh, { recursive: true, force: true })
      return false
    }
    writeFileSync(join(fresh, '.fingerprint'), fingerprint)
    return moveIntoPlace(fresh)
  })
}

/** What killed builds left behind; called under the lock, so no living build is among it. */
function removeLeftOvers() {
  for (const name of readdirSync(setupFolder)) {
    if (/^(build|old)-\d+$/.test(name)) rmSync(join(setupFolder, name), { recursive: true, force: true })
  }
}

/** @param {string} fresh */
function moveIntoPlace(fresh) {
  const old = join(setupFolder, `old-${process.pid}`)
  try {
    if (existsSync(out)) renameSync(out, old)
    renameSync(fresh, out)
  } catch (error) {
    say(
      `新的构建放不进 out 文件夹（${error instanceof Error ? error.message : error}）。请先关闭正在运行的要点台账，再重新运行本命令。`,
    )
    if (!existsSync(out) && existsSync(old)) renameSync(old, out)
    rmSync(fresh, { recursive: true, force: true })
    return false
  }
  rmSync(old, { recursive: true, force: true })
  return true
}

function sourceFingerprint() {
  const hash = createHash('sha256')
  for (const file of [...sourcesBelow('src'), ...otherInputs, ...ownPartsOfConfiguration()]) {
    const path = join(root, file)
    if (existsSync(path)) hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** @returns {string[]} files of ours that the build's configuration imports */
function ownPartsOfConfiguration() {
  const text = readFileSync(join(root, configuration), 'utf8')
  return [...text.matchAll(/ from '\.\/(scripts\/[^']+)'/g)].map(([, file]) => String(file))
}

/** @param {string} folder @returns {string[]} every file that goes into the build, in a fixed order */
function sourcesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesBelow(path)
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path]
    })
}

mkdirSync(setupFolder, { recursive: true })

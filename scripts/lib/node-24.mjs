// The application and its tests need Node 24, many machines carry an older one: it comes as an npm package per platform
// (package.json, optionalDependencies), so that nobody has to change their system.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './processes.mjs'

const oldestMajor = 24

/** @returns {string | null} path of a Node that is new enough */
export function findNode24() {
  if (isNode24()) return process.execPath
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const name of Object.keys(optionalDependencies)) {
    // npm installs only the package made for this system; on Apple silicon the Intel one does not count.
    if (!name.endsWith(`${process.platform.replace('win32', 'win')}-${process.arch}`)) continue
    const path = join(root, 'node_modules', name, 'bin', file)
    if (existsSync(path)) return path
  }
  return null
}

/** Whether this very process is new enough. */
export function isNode24() {
  return Number(process.versions.node.split('.')[0]) >= oldestMajor
}

/**
 * Runs a JavaScript (or type-stripped TypeScript) file on Node 24.
 * @param {string} file relative to the project
 * @param {readonly string[]} args
 * @param {import('./processes.mjs').RunOptions} [options]
 */
export async function runNode24(file, args, options) {
  const node = findNode24()
  if (node) return run(node, [join(root, file), ...args], options)
  say('没有找到 Node 24：本机系统没有对应的安装包。请先安装 Node.js 24 或更新版本，然后重新运行本命令。')
  return { code: 1, output: '' }
}

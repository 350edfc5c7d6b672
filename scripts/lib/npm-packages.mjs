// Installs the npm packages when what lies in node_modules is not what the lock file says. npm's own record of what it
// installed is compared, so there is no stamp of ours that could tell something else.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock-folder.mjs'
import { root, run, say } from './processes.mjs'

// No package we use needs its install script; without them an install runs nobody's code.
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
const isNode = /node_modules\/node-(bin-)?(linux|darwin|win)-/

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 */

/** @returns {boolean} */
export function packagesMatchLock() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !installed) return false
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === '') continue
    const found = installed[path]
    // npm leaves out optional packages of other platforms.
    if (!found && locked.optional) continue
    if (!found || found.version !== locked.version || found.integrity !== locked.integrity) return false
  }
  return Object.keys(installed).every((path) => existsSync(join(root, path, isNode.test(path) ? 'bin' : '')))
}

/** @param {string} file @returns {Record<string, LockedPackage> | null} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** Installs what is missing. @returns {Promise<boolean>} false when it could not; the reason has been said */
export async function ensurePackages() {
  if (packagesMatchLock()) return true
  return alone('install', async () => {
    if (packagesMatchLock()) return true
    say('正在安装依赖包（首次约一分钟）…')
    // `npm ci` deletes node_modules first, and with it the Node this very script may run on; Windows refuses that.
    // An existing folder is therefore first brought up to the lock file in place.
    const hasSome = existsSync(join(root, 'node_modules', '.package-lock.json'))
    for (const install of [...(hasSome ? [['install', '--no-save']] : []), ['ci']]) {
      const { code } = await npm([...install, ...quietly])
      if (code === 0 && packagesMatchLock()) return true
    }
    say('依赖包没有装好。请检查网络或 npm 源设置（npm config get registry），然后重新运行本命令。')
    say('若反复失败：删除 node_modules 文件夹后再试。')
    return false
  })
}

/** @param {readonly string[]} args */
function npm(args) {
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) {
    return run(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], { output: 'to-stderr' })
  }
  // Started without npm around it (node scripts/start.mjs): find npm beside this Node, or on the path.
  const beside = [
    join(process.execPath, '..', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(process.execPath, '..', '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => existsSync(file))
  if (beside) return run(process.execPath, [beside, ...args], { output: 'to-stderr' })
  return run('npm', args, { output: 'to-stderr' })
}

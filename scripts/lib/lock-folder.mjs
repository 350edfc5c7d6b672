// A folder is the lock, because making one is atomic on every file system we meet. The owner's process id lies inside,
// so that a lock left by a killed command is taken over instead of waited for.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './processes.mjs'

export const setupFolder = join(root, '.setup')
const ownerFileGraceMs = 5_000

/**
 * Runs the work while no other command of this checkout runs work of the same name.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const folder = join(setupFolder, `${name}.lock`)
  mkdirSync(setupFolder, { recursive: true })
  for (let waits = 0; !take(folder); waits++) {
    if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true })
    else {
      if (waits === 50) say('另一个命令正在准备，请稍候…')
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    // Windows answers EPERM while the folder is being removed by its owner.
    if (isCode(error, 'EEXIST') || isCode(error, 'EPERM')) return false
    throw error
  }
  writeFileSync(join(folder, 'owner'), String(process.pid))
  return true
}

/** @param {string} folder */
function isAbandoned(folder) {
  try {
    const owner = Number(readFileSync(join(folder, 'owner'), 'utf8'))
    if (owner > 0) return !isRunning(owner)
  } catch {
    // No owner written: its maker is between two steps, or was killed there.
  }
  try {
    return Date.now() - statSync(folder).mtimeMs > ownerFileGraceMs
  } catch {
    return false
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}

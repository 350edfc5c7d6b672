// A folder is the lock, because making one is atomic on every file system we meet. The owner's process id lies inside,
// so that a lock left by a killed command is taken over instead of waited for.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './processes.mjs'

export const setupFolder = join(root, '.setup')
const ownerFileGraceMs = 5_000
// A process id may have been given to a stranger since; no work of ours takes this long.
const longestWorkMs = 30 * 60_000

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
    if (isAbandoned(folder)) removeAbandoned(folder)
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
    const age = Date.now() - statSync(folder).mtimeMs
    const owner = readOwner(folder)
    if (age > longestWorkMs) return true
    // No owner written: its maker is between two steps, or was killed there.
    return owner > 0 ? !isRunning(owner) : age > ownerFileGraceMs
  } catch {
    return false
  }
}

/** @param {string} folder @returns {number} 0 when none is written */
function readOwner(folder) {
  try {
    return Number(readFileSync(join(folder, 'owner'), 'utf8'))
  } catch {
    return 0
  }
}

/**
 * Moved aside before it is deleted: of two commands that find the same left-over lock, one gets it, and the other does
 * not delete the new lock of the first.
 * @param {string} folder
 */
function removeAbandoned(folder) {
  const aside = `${folder}-left-over-${process.pid}`
  try {
    renameSync(folder, aside)
  } catch {
    return
  }
  if (isAbandoned(aside)) rmSync(aside, { recursive: true, force: true })
  else renameSync(aside, folder)
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

// Where finished files go: a folder for people, written through a temporary name so that no half file is ever seen.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ExportTarget, PartialFile, StagedFile } from '../application/ports.ts'
import { RefusedError } from '../core/refused-error.ts'
import { makeFolders } from '../storage/make-folders.ts'

/** Writes into `folder`, overwriting an earlier export of the same name. */
export function exportFolder(folder: string, openFolder?: (folder: string) => void): ExportTarget {
  return {
    ...savingTo((fileName) => join(folder, basename(fileName))),
    openFolder: () => {
      makeFolders(folder)
      openFolder?.(folder)
      return folder
    },
  }
}

/** Writes to exactly this file (command line `--out`). */
export function exportFile(file: string): ExportTarget {
  return { ...savingTo(() => resolve(file)), openFolder: () => dirname(resolve(file)) }
}

function savingTo(placeOf: (fileName: string) => string): Pick<ExportTarget, 'save' | 'stage' | 'begin'> {
  const stage = (fileName: string, bytes: Uint8Array) => {
    const partial = beginFile(placeOf(fileName))
    orRefuse(partial.discard, () => writeWhole(partial.path, bytes))
    return partial
  }
  return {
    stage,
    save: (fileName, bytes) => stage(fileName, bytes).commit(),
    begin: (fileName) => beginFile(placeOf(fileName)),
  }
}

function beginFile(target: string): PartialFile & StagedFile {
  const path = `${target}.partial`
  const discard = () => rmSync(path, { force: true })
  orRefuse(discard, () => {
    makeFolders(dirname(target))
    refuseToReplace(target)
    // Whether it can be written is said now, not after minutes of work.
    closeSync(openSync(path, 'w'))
  })
  return {
    path,
    commit: () =>
      orRefuse(discard, () => {
        renameSync(path, target)
        return { place: target }
      }),
    discard,
  }
}

/** A rename would put the file in the place of whatever has the name: a folder, a device. */
function refuseToReplace(target: string): void {
  const found = statSync(target, { throwIfNoEntry: false })
  if (found === undefined || found.isFile()) return
  throw Object.assign(new Error(target), { code: found.isDirectory() ? 'EISDIR' : 'not-a-file' })
}

function writeWhole(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'w')
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: '这个名字是一个文件夹',
  'not-a-file': '这个名字不是普通文件',
  ENOENT: '没有这个位置',
  ENOTDIR: '路径中有一段不是文件夹',
  ENAMETOOLONG: '文件名太长',
  ENOSPC: '磁盘空间已满',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '这个位置不能写入',
  EBUSY: '文件正被别的程序使用',
}

function orRefuse<Value>(discard: () => void, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    forget(discard)
    throw fileNotWritten(error)
  }
}

/** What could not be written may not be removable either. */
function forget(discard: () => void): void {
  try {
    discard()
  } catch {
    // The refusal says what was wrong in the first place.
  }
}

/** The refusal that tells why a file could not be written. */
export function fileNotWritten(error: unknown): RefusedError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '未知原因'
  return new RefusedError('file-not-written', { reason: REASONS[code] ?? code }, { cause: error })
}

// Where finished files go: a folder for people, written through a temporary name so that no half file is ever seen.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ExportTarget } from '../application/ports.ts'
import { RefusedError } from '../core/refused-error.ts'

/** Writes into `folder`, overwriting an earlier export of the same name. */
export function exportFolder(folder: string, openFolder?: (folder: string) => void): ExportTarget {
  return {
    save: (fileName, bytes) => ({ place: writeWhole(join(folder, basename(fileName)), bytes) }),
    openFolder: () => {
      mkdirSync(folder, { recursive: true })
      openFolder?.(folder)
      return folder
    },
  }
}

/** Writes to exactly this file (command line `--out`). */
export function exportFile(file: string): ExportTarget {
  return {
    save: (_, bytes) => ({ place: writeWhole(resolve(file), bytes) }),
    openFolder: () => dirname(resolve(file)),
  }
}

function writeWhole(target: string, bytes: Uint8Array): string {
  const partial = `${target}.partial`
  try {
    mkdirSync(dirname(target), { recursive: true })
    const handle = openSync(partial, 'w')
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(partial, target)
    return target
  } catch (error) {
    if (existsSync(partial)) rmSync(partial, { force: true })
    throw new RefusedError(
      'file-not-written',
      { reason: error instanceof Error && 'code' in error ? String(error.code) : '未知' },
      { cause: error },
    )
  }
}

// 佐证材料: which files are taken, and what they are called in the data folder.

import { accept, type Outcome, reject } from '../outcome.ts'
import { fileNameOf } from '../values/file-name.ts'
import { hasInvisible } from '../values/text-characters.ts'
import type { Evidence } from './journal-entry.ts'

export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024

/** The folder inside the data folder, and the beginning of every path written in an entry. */
export const EVIDENCE_FOLDER = '证据'

/** What a double click would run instead of show. */
const PROGRAMS = new Set(
  (
    'apk app appimage appref-ms bat bin chm cmd com command cpl deb desktop dll dmg exe gadget hta htm html inf iso jar ' +
    'js jse lnk mht mhtml msc msi msp pif pl ps1 psm1 py reg rpm run scf scpt scr sct sh svg sys url vb vbe vbs ws wsf wsh'
  ).split(' '),
)

const PATH = new RegExp(`^${EVIDENCE_FOLDER}/([0-9a-f]{64})-([^/\\\\]+)$`)

/** The name to keep the file under, or why it is not taken. `size` in bytes. */
export function checkEvidence(fileName: string, size: number): Outcome<string> {
  const name = fileName.normalize('NFC').split(/[/\\]/).at(-1)?.trim() ?? ''
  // A turned reading direction makes 说明gpj.exe look like 说明exe.jpg.
  if (name === '' || hasInvisible(name)) return reject('evidence-name-odd', { name: fileName })
  const ending = name.includes('.') ? (name.split('.').at(-1)?.trim().toLowerCase() ?? '') : ''
  if (PROGRAMS.has(ending)) return reject('evidence-is-program', { name, ending })
  if (size === 0) return reject('evidence-empty', { name })
  if (size > MAX_EVIDENCE_BYTES) return reject('evidence-too-large', { name, limit: '20MB' })
  return accept(withEnding(name, ending))
}

/** A long name loses its middle, never its ending: that says which program shows it. */
function withEnding(name: string, ending: string): string {
  if (ending === '') return fileNameOf(name)
  return `${fileNameOf(name.slice(0, -(ending.length + 1)))}.${ending}`
}

export function evidencePath(hash: string, name: string): string {
  return `${EVIDENCE_FOLDER}/${hash}-${name}`
}

/** The hash and name a path is made of; null for a path that is not one of ours. */
export function readEvidencePath(path: string): { readonly hash: string; readonly name: string } | null {
  const [, hash, name] = PATH.exec(path) ?? []
  return hash === undefined || name === undefined ? null : { hash, name }
}

/** What people call it. Evidence named on the command line is shown as it was given. */
export function evidenceName({ path }: Evidence): string {
  return readEvidencePath(path)?.name ?? path
}

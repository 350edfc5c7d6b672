// 佐证材料 in the data folder: each file once, under the hash of its content, written whole or not at all.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EvidenceFiles } from '../application/ports.ts'
import { EVIDENCE_FOLDER, evidencePath, readEvidencePath } from '../core/journal/evidence-file.ts'
import { RefusedError } from '../core/refused-error.ts'
import { nodeCrypto } from '../storage/node-crypto.ts'
import { exportFolder } from './export-folder.ts'

/** `show` opens a file in the program the desktop has for it; absent = not possible here. */
export function evidenceFolder(show?: (file: string) => void): EvidenceFiles {
  return {
    keep: (place, name, bytes) => {
      const path = evidencePath(hashOf(bytes), name)
      if (!existsSync(join(place, path)))
        exportFolder(join(place, EVIDENCE_FOLDER)).save(path.slice(EVIDENCE_FOLDER.length + 1), bytes)
      return path
    },
    open: (place, path) => {
      const found = readEvidencePath(path)
      const file = join(place, path)
      if (found === null || !existsSync(file))
        throw new RefusedError('evidence-missing', { name: found?.name ?? path })
      if (hashOf(readFileSync(file)) !== found.hash)
        throw new RefusedError('evidence-changed', { name: found.name })
      show?.(file)
      return file
    },
  }
}

function hashOf(bytes: Uint8Array): string {
  return nodeCrypto().hash('sha256', bytes)
}

// The note that a running browser host leaves in the data folder, so that starting the software a second time leads
// to the page that is already there instead of to a refusal.
import { chmodSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const ownerRecord = z.strictObject({
  port: z.int().min(1).max(65535),
  pid: z.int().min(1),
  reopenKey: z.string().min(20).max(100),
})
export type OwnerRecord = z.output<typeof ownerRecord>

const FILE_NAME = 'browser-host.json'

/** The record in a data folder; null when there is none that can be read. */
export function readOwnerRecord(dataFolder: string): OwnerRecord | null {
  try {
    const parsed = ownerRecord.safeParse(JSON.parse(readFileSync(join(dataFolder, FILE_NAME), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Leaves this host's record; false when another one is there already.
 * `stale` is a record known to lead nowhere: it is taken over, a record that appeared meanwhile is not.
 */
export function claimOwnerRecord(
  dataFolder: string,
  record: OwnerRecord,
  stale: OwnerRecord | null,
): boolean {
  const place = join(dataFolder, FILE_NAME)
  const present = readOwnerRecord(dataFolder)
  if (present !== null && present.reopenKey !== stale?.reopenKey) return false
  removeFile(place)
  try {
    // For this user only: the key in it opens the ledger.
    writeFileSync(place, JSON.stringify(record), { flag: 'wx', mode: 0o600 })
    chmodSync(place, 0o600)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    // A folder that cannot be written can still be read; only the second start's shortcut is lost.
    return true
  }
}

/** Takes the record away again, if it is still the given one. */
export function releaseOwnerRecord(dataFolder: string, record: OwnerRecord): void {
  if (readOwnerRecord(dataFolder)?.reopenKey === record.reopenKey) removeFile(join(dataFolder, FILE_NAME))
}

function removeFile(place: string): void {
  try {
    unlinkSync(place)
  } catch {
    // Nothing there, or nothing that may be removed: what follows notices.
  }
}

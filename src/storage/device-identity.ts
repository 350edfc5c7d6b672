// The name a store writes under. A folder that was copied to another PC must not go on writing under the same
// name (two entries with one number), so the name is bound to a fingerprint of the PC.
import { readFileSync } from 'node:fs'
import { hostname, platform } from 'node:os'
import type { WritableDb } from './database.ts'
import { nodeCrypto } from './node-crypto.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** 80 random bits, without letters that look like digits. */
function newDeviceId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) =>
    ALPHABET.charAt(byte % ALPHABET.length),
  ).join('')
}

/**
 * Cheap to read at every start: host name and, on Linux, the machine id. Two PCs cloned from one image with the
 * same host name are not told apart here; their fork shows when their journals meet.
 */
function machineFingerprint(): string {
  return nodeCrypto().hash('sha256', `${platform()}\n${hostname()}\n${machineId()}`).slice(0, 32)
}

function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim()
  } catch {
    return ''
  }
}

/** The name to write under on this PC; takes a new one where the store came from another PC. */
export function claimDevice(db: WritableDb, machine = machineFingerprint()): string {
  const known = db
    .prepare<[], { device: string; machine: string }>('SELECT device, machine FROM identity')
    .get()
  if (known?.machine === machine) return known.device
  const device = newDeviceId()
  db.prepare(
    'INSERT INTO identity (one, device, machine) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET device = excluded.device, machine = excluded.machine',
  ).run(device, machine)
  return device
}

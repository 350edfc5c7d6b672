// What may travel between a screen and a host: JSON and nothing else. IPC would carry a Date, NaN or undefined
// and HTTP would quietly change them; refusing them in one place is what makes all hosts answer alike.

import { accept, type Outcome, reject } from '../outcome.ts'

/** The most one call may carry, as JSON text in UTF-8. */
const MAX_CALL_BYTES = 10 * 1024 * 1024

/** The one call that carries a file of up to 20 MB, as base64. */
const MAX_FILE_CALL_BYTES = 28 * 1024 * 1024

export function maxCallBytes(name: string): number {
  return name === 'evidence.add' ? MAX_FILE_CALL_BYTES : MAX_CALL_BYTES
}

/** Nothing of the product nests deeper; a bound also ends a value that contains itself. */
const MAX_DEPTH = 64

/** Why a value may not travel. */
export type PlainJsonFault =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-plain'; readonly place: string; readonly reason: string }

export type PlainJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: PlainJsonFault }

/**
 * Copies a value as JSON would carry it: properties that are undefined are left out, -0 becomes 0.
 * Answers a fault instead when JSON could not carry it, or when its text would need more than `maxBytes`.
 */
export function takePlainJson(value: unknown, maxBytes: number): PlainJson {
  const walk = new Walk(maxBytes)
  try {
    return { ok: true, value: walk.copy(value, [], 0) }
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, fault: error.fault }
    throw error
  }
}

/** A call's input as JSON would carry it, or the refusal every host gives for it. */
export function takeCallInput(name: string, input: unknown): Outcome<unknown> {
  const taken = takePlainJson(input, maxCallBytes(name))
  if (taken.ok) return accept(taken.value)
  return taken.fault.kind === 'too-large'
    ? rejectTooLarge(maxCallBytes(name))
    : rejectNotJson(taken.fault.place, taken.fault.reason)
}

/** The refusal for a call that carries too much. */
export function rejectTooLarge(maxBytes: number): Outcome<never> {
  return reject('input-too-large', { limit: `${maxBytes / 1024 / 1024}MB` })
}

/** The refusal for an input that is not JSON, or could not be. */
export function rejectNotJson(place: string, reason: string): Outcome<never> {
  return reject('invalid-input', { place, reason }, [{ place, message: reason }])
}

class FaultError extends Error {
  readonly fault: PlainJsonFault

  constructor(fault: PlainJsonFault) {
    super(fault.kind)
    this.fault = fault
  }
}

type Path = (string | number)[]

class Walk {
  private remaining: number

  constructor(maxBytes: number) {
    this.remaining = maxBytes
  }

  copy(value: unknown, path: Path, depth: number): unknown {
    if (depth > MAX_DEPTH) throw notPlain(path, '层次太深')
    switch (typeof value) {
      case 'string':
        this.spend(jsonBytes(value, this.remaining))
        return value
      case 'boolean':
        this.spend(value ? 4 : 5)
        return value
      case 'number':
        if (!Number.isFinite(value)) throw notPlain(path, '不是能用的数')
        this.spend(String(value).length)
        return value === 0 ? 0 : value
      case 'object':
        if (value === null) {
          this.spend(4)
          return null
        }
        return Array.isArray(value) ? this.copyList(value, path, depth) : this.copyRecord(value, path, depth)
      case 'undefined':
        throw notPlain(path, '没有内容')
      default:
        throw notPlain(path, '不是文字、数字或列表')
    }
  }

  private copyList(list: readonly unknown[], path: Path, depth: number): unknown[] {
    this.spend(2 + Math.max(0, list.length - 1))
    const copy: unknown[] = []
    // By index: a hole in a list counts as undefined, which a list cannot carry.
    for (let index = 0; index < list.length; index += 1) {
      path.push(index)
      copy.push(this.copy(list[index], path, depth + 1))
      path.pop()
    }
    return copy
  }

  private copyRecord(record: object, path: Path, depth: number): Record<string, unknown> {
    const prototype: unknown = Object.getPrototypeOf(record)
    if (prototype !== Object.prototype && prototype !== null) throw notPlain(path, '不是文字、数字或列表')
    this.spend(2)
    const copy: Record<string, unknown> = {}
    let isFirst = true
    for (const [key, value] of Object.entries(record)) {
      path.push(key)
      // Assigning it would change what the copy inherits; no call has such a field.
      if (key === '__proto__') throw notPlain(path, '不是认识的内容')
      if (value !== undefined) {
        this.spend(jsonBytes(key, this.remaining) + (isFirst ? 1 : 2))
        copy[key] = this.copy(value, path, depth + 1)
        isFirst = false
      }
      path.pop()
    }
    return copy
  }

  private spend(bytes: number): void {
    this.remaining -= bytes
    if (this.remaining < 0) throw new FaultError({ kind: 'too-large' })
  }
}

function notPlain(path: Path, reason: string): FaultError {
  const place = path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
  )
  return new FaultError({ kind: 'not-plain', place: place.join('') || '内容', reason })
}

/** Bytes of the text in JSON as UTF-8; stops counting once there are more than `enough`. */
function jsonBytes(text: string, enough: number): number {
  let bytes = 2
  for (let index = 0; index < text.length && bytes <= enough; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === 0x22 || unit === 0x5c) bytes += 2
    else if (unit < 0x20) bytes += '\b\t\n\f\r'.includes(text.charAt(index)) ? 2 : 6
    else if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 3
    else if (unit < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      bytes += 4
      index += 1
    } else bytes += 6
  }
  return bytes
}

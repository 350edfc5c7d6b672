// Where this store's own chain goes on: looked up once, then carried along by what is appended.
import type { DeviceId } from '../core/journal/journal-entry.ts'
import { type DeviceHead, newestOf } from './device-heads.ts'
import type { Tail } from './stamp-entries.ts'

export interface ChainSource {
  /** where every device's chain ends */
  readonly heads: () => readonly DeviceHead[]
  /** this store's own device */
  readonly device: () => DeviceId
}

export class ChainTail {
  readonly #source: ChainSource
  #tail: Tail | null = null

  constructor(source: ChainSource) {
    this.#source = source
  }

  /** The newest time of any device; null in an empty journal. */
  newest(): Pick<DeviceHead, 'time' | 'isClockSet'> | null {
    if (this.#tail === null) return newestOf(this.#source.heads())
    const { newest, isClockSet } = this.#tail
    return newest === null ? null : { time: newest, isClockSet }
  }

  current(): Tail {
    if (this.#tail !== null) return this.#tail
    const heads = this.#source.heads()
    const newest = newestOf(heads)
    const device = this.#source.device()
    const own = heads.find((head) => head.device === device)
    this.#tail = {
      device,
      seq: own?.seq ?? 0,
      hash: own?.hash ?? null,
      newest: newest?.time ?? null,
      isClockSet: newest?.isClockSet ?? false,
    }
    return this.#tail
  }

  moveTo(tail: Tail): void {
    this.#tail = tail
  }

  /** An own entry may have come back from elsewhere, or a write failed: it has to be looked up again. */
  forget(): void {
    this.#tail = null
  }
}

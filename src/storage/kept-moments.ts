// What was known at other moments than now – on a day, at the last issue – is folded once and kept for as long as no
// entry can be added to it: a page asks for the same day several times, and again after every save.
import type { Knowledge, OpenJournal } from '../application/ports.ts'
import type { BureauState } from '../core/state/bureau-state.ts'

/** A day looked back at, and what it is compared with; each may hold a large year. */
const MOST = 2

interface Kept {
  readonly key: string
  readonly state: BureauState
  /** holds until the next append; null = appends are later than this moment */
  readonly version: number | null
}

/** Whatever is appended from now on is later, or has a number that was not known then. */
export function isOver(
  { until, heads }: Knowledge,
  journal: Pick<OpenJournal, 'newestTime' | 'heads'>,
): boolean {
  const newest = journal.newestTime()
  if (until !== undefined) return newest !== null && until <= newest
  if (heads === undefined) return false
  const now = journal.heads()
  return Object.entries(heads).every(([device, seq]) => seq <= (now[device] ?? 0))
}

export class KeptMoments {
  #kept: readonly Kept[] = []
  readonly #running = new Map<string, Promise<void>>()
  #version = 0

  /** What there is of the moment; null where it has to be folded. */
  find(known: Knowledge): BureauState | null {
    const key = JSON.stringify(known)
    const found = this.#kept.find(
      (each) => each.key === key && (each.version ?? this.#version) === this.#version,
    )
    if (found === undefined) return null
    this.#kept = [found, ...this.#kept.filter((each) => each !== found)]
    return found.state
  }

  /** `isOver`: entries still to be appended will not belong to it. */
  keep(known: Knowledge, state: BureauState, isOver: boolean): void {
    const key = JSON.stringify(known)
    const others = this.#kept.filter((each) => each.key !== key)
    this.#kept = [{ key, state, version: isOver ? null : this.#version }, ...others].slice(0, MOST)
  }

  /** Whoever asks for a moment (null = now) that is being read already waits for the same reading. */
  once(known: Knowledge | null, read: () => Promise<void>): Promise<void> {
    const key = JSON.stringify(known)
    const running = this.#running.get(key) ?? read().finally(() => this.#running.delete(key))
    this.#running.set(key, running)
    return running
  }

  /** Something newer than everything else was added. */
  noteAppend(): void {
    this.#version += 1
  }

  /** Entries came in that may belong to any moment, or nothing in memory counts any more. */
  forget(): void {
    this.#kept = []
    this.#version += 1
  }

  /** Changes with every change of the journal. */
  get version(): number {
    return this.#version
  }
}

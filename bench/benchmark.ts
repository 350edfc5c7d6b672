// How everything here is measured: ours and the peer take turns in one run, because only their ratio survives a
// shared machine. A figure is the median over the rounds, a ratio the median of the rounds' own ratios.

export interface Benchmark {
  readonly name: string
  /** what ours and the peer are, for the reader of docs/performance.md */
  readonly about: string
  readonly unit: 'ms' | 'µs' | 'MB'
  /** largest ratio that passes; null = only reported */
  readonly goal: number | null
  /** largest figure of ours that passes, in the unit, where people feel the figure itself */
  readonly limit?: number
  run(options: RunOptions): Promise<Rounds>
}

export interface RunOptions {
  /** the large sizes of --full */
  readonly isFull: boolean
}

/** What a benchmark needs is not on this machine; it is left out, and said so. */
export class UnavailableError extends Error {}

/** Pairs of one round each, in the benchmark's unit. */
export type Rounds = readonly { readonly ours: number; readonly peer: number }[]

export interface Figure {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly unit: string
  readonly ratio: number
  readonly goal: number | null
  readonly limit: number | null
}

export const ROUNDS = 5

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

export function figureOf({ name, unit, goal, limit }: Benchmark, rounds: Rounds): Figure {
  return {
    name,
    ours: median(rounds.map(({ ours }) => ours)),
    peer: median(rounds.map(({ peer }) => peer)),
    unit,
    ratio: median(rounds.map(({ ours, peer }) => ours / peer)),
    goal,
    limit: limit ?? null,
  }
}

/** Runs both sides in turn; who begins changes from round to round. */
export async function alternate(
  sides: { ours(round: number): number | Promise<number>; peer(round: number): number | Promise<number> },
  rounds = ROUNDS,
): Promise<Rounds> {
  const measured: { ours: number; peer: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0
    const first = isOursFirst ? await sides.ours(round) : await sides.peer(round)
    const second = isOursFirst ? await sides.peer(round) : await sides.ours(round)
    measured.push(isOursFirst ? { ours: first, peer: second } : { ours: second, peer: first })
  }
  return measured
}

/** Milliseconds that the work takes. */
export function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

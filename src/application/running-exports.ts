// Exports that take a while: what is running, how far it is, and what became of it. At most one runs at a time; two
// would only slow each other down.
import type { SavedFile } from '../contract/call.ts'
import type { ExportProgress } from '../contract/long-export-calls.ts'
import { accept, type Outcome, type Rejection, reject } from '../core/outcome.ts'
import { RefusedError } from '../core/refused-error.ts'
import type { LongWork, PartialFile, WorkProgress } from './ports.ts'

const NOTHING: ExportProgress = {
  job: null,
  step: 0,
  state: 'none',
  stage: 'reading',
  done: 0,
  total: 0,
  file: null,
  rejection: null,
}

/** What is to be exported: a file, and the work that fills it. */
export interface LongExport {
  readonly fileName: string
  readonly partial: PartialFile
  start(onProgress: (progress: WorkProgress) => void): LongWork
}

export class RunningExports {
  #newest: RunningExport | null = null
  #count = 0

  /** Refused while another one runs; `begin` is asked for the file only then. */
  start(fileName: string, begin: () => LongExport): Outcome<ExportProgress> {
    if (this.#newest?.isRunning === true) return reject('export-running', { file: this.#newest.fileName })
    this.#count += 1
    this.#newest = new RunningExport(`${fileName} ${this.#count}`, begin())
    return accept(this.#newest.progress)
  }

  /** Waits until the export has come further than `seen`. */
  async read(job: string | null, seen: number): Promise<ExportProgress> {
    const found = this.#find(job)
    return found === null ? NOTHING : found.after(seen)
  }

  async cancel(job: string | null): Promise<ExportProgress> {
    const found = this.#find(job)
    return found === null ? NOTHING : found.cancel()
  }

  stopAll(): void {
    void this.#newest?.cancel()
  }

  #find(job: string | null): RunningExport | null {
    return job === null || this.#newest?.job === job ? this.#newest : null
  }
}

class RunningExport {
  readonly job: string
  readonly fileName: string
  progress: ExportProgress
  readonly #work: LongWork
  readonly #ended: Promise<void>
  #isCancelled = false
  #waiting: (() => void)[] = []

  constructor(job: string, { fileName, partial, start }: LongExport) {
    this.job = job
    this.fileName = fileName
    this.progress = { ...NOTHING, job, step: 1, state: 'running' }
    this.#work = start((progress) => {
      if (this.isRunning) this.#move(progress)
    })
    this.#ended = this.#work.ended.then((outcome) => this.#end(outcome, partial))
  }

  get isRunning(): boolean {
    return this.progress.state === 'running'
  }

  async after(seen: number): Promise<ExportProgress> {
    if (this.isRunning && this.progress.step <= seen)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
      })
    return this.progress
  }

  /** Answers when nothing of the file is left; an export that has ended stays what it was. */
  async cancel(): Promise<ExportProgress> {
    if (this.isRunning) {
      this.#isCancelled = true
      this.#work.stop()
      await this.#ended
    }
    return this.progress
  }

  #end(outcome: Outcome<null>, partial: PartialFile): void {
    if (this.#isCancelled || !outcome.ok) {
      partial.discard()
      if (this.#isCancelled) this.#move({ state: 'cancelled' })
      else if (!outcome.ok) this.#refuse(outcome.rejection)
      return
    }
    try {
      const file: SavedFile = { fileName: this.fileName, ...partial.commit() }
      this.#move({ state: 'done', file })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      this.#refuse(error.rejection)
    }
  }

  #refuse(rejection: Rejection): void {
    this.#move({ state: 'refused', rejection })
  }

  #move(change: Partial<ExportProgress>): void {
    this.progress = { ...this.progress, ...change, step: this.progress.step + 1 }
    const waiting = this.#waiting
    this.#waiting = []
    for (const resolve of waiting) resolve()
  }
}

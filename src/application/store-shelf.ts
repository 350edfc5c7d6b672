// Which store is open: one's own, or the example beside it. Opened when first needed, so that a start costs nothing.
import { RefusedError } from '../core/refused-error.ts'
import type { OpenJournal, Ports, StoreFolder } from './ports.ts'

export class StoreShelf {
  readonly #ports: Ports
  readonly #access: 'read' | 'write'
  #folder: StoreFolder
  #open: OpenJournal | null = null

  constructor(ports: Ports, access: 'read' | 'write') {
    this.#ports = ports
    this.#access = access
    this.#folder = ports.folder
  }

  get folder(): StoreFolder {
    return this.#folder
  }

  get isExample(): boolean {
    return this.#folder === this.#ports.exampleFolder
  }

  hasStore(): boolean {
    return this.#open !== null || this.#folder.exists()
  }

  /** The open journal; throws RefusedError(store-missing) where there is none. */
  journal(): OpenJournal {
    if (this.#open !== null) return this.#open
    if (!this.#folder.exists()) throw new RefusedError('store-missing')
    this.#open = this.#folder.open(this.#access)
    return this.#open
  }

  isOpen(journal: OpenJournal): boolean {
    return this.#open === journal
  }

  /** Reads the open store's figures, if any, before they are asked for. */
  readAhead(): void {
    // Whoever asks for them is told why they cannot be read.
    this.#open?.readAhead(null).catch(() => undefined)
  }

  /** A new store in the folder, filled by `fill`; if that fails, nothing of it stays. */
  create(fill: (journal: OpenJournal) => void): void {
    if (this.hasStore()) throw new RefusedError('store-exists')
    this.#open = this.#folder.create(fill)
  }

  /** Turns to the example (or back); the other store is closed first. */
  turnTo(folder: 'own' | 'example'): void {
    this.close()
    this.#folder = folder === 'own' ? this.#ports.folder : this.#ports.exampleFolder
  }

  close(): void {
    this.#open?.close()
    this.#open = null
  }
}

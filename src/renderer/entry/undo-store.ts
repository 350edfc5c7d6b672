// The undo log of one person's page, kept in the browser profile: leaving the page or closing the window keeps it.
import { recall, remember } from '../remembered.ts'
import type { CellContent } from './cell-contents.ts'
import { type Command, EMPTY_LOG, type UndoLog, withSave } from './undo-log.ts'

export class UndoStore {
  readonly #key: string
  #log: UndoLog<CellContent>
  readonly #listeners = new Set<() => void>()

  /** `name` says whose page it is: store, person, department and month. */
  constructor(name: string) {
    this.#key = `undo/${name}`
    this.#log = this.#recalled()
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  readonly read = (): UndoLog<CellContent> => this.#log

  write(log: UndoLog<CellContent>): void {
    this.#log = log
    remember(this.#key, JSON.stringify(log))
    for (const listener of this.#listeners) listener()
  }

  saved(command: Command<CellContent>): void {
    this.write(withSave(this.#log, command))
  }

  #recalled(): UndoLog<CellContent> {
    const text = recall(this.#key)
    if (text === null) return EMPTY_LOG
    try {
      const log: unknown = JSON.parse(text)
      return isLog(log) ? log : EMPTY_LOG
    } catch {
      return EMPTY_LOG
    }
  }
}

/** Logs are written by this class only; anything else under the key is not one. */
function isLog(value: unknown): value is UndoLog<CellContent> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'commands' in value &&
    Array.isArray(value.commands) &&
    'done' in value &&
    typeof value.done === 'number'
  )
}

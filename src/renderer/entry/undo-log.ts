// 撤销 and 恢复 of a page: which saves were made, what stood in each cell before and after. Undoing is a new save of
// what stood before, because the journal only grows; this log decides which one. Pure; `Content` is plain JSON.

export interface CellChange<Content> {
  readonly cell: string
  readonly before: Content
  readonly after: Content
}

/** One save, which may have changed several cells at once (a paste). */
export type Command<Content> = readonly CellChange<Content>[]

export interface UndoLog<Content> {
  readonly commands: readonly Command<Content>[]
  /** so many of them stand; those behind were undone and can be made again */
  readonly done: number
}

export const EMPTY_LOG: UndoLog<never> = { commands: [], done: 0 }

/** A morning's work; older saves stay in each cell's history. */
export const MOST_COMMANDS = 200

/** After a save: what had been undone can no longer be made again. */
export function withSave<Content>(log: UndoLog<Content>, command: Command<Content>): UndoLog<Content> {
  const changes = command.filter(({ before, after }) => !isSame(before, after))
  if (changes.length === 0) return log
  const commands = [...log.commands.slice(0, log.done), changes].slice(-MOST_COMMANDS)
  return { commands, done: commands.length }
}

/** Every cell that a step of the log may change. */
export function cellsOfLog(log: UndoLog<unknown>): readonly string[] {
  return log.commands.flatMap((command) => command.map(({ cell }) => cell))
}

export interface Step<Content> {
  /** each cell with what has to stand in it now, and what is to be saved into it */
  readonly changes: readonly {
    readonly cell: string
    readonly expected: Content
    readonly wanted: Content
  }[]
  /** the log once the save was made */
  readonly log: UndoLog<Content>
}

export function undoStep<Content>(log: UndoLog<Content>): Step<Content> | null {
  const command = log.commands[log.done - 1]
  if (command === undefined) return null
  return {
    changes: command
      .toReversed()
      .map(({ cell, before, after }) => ({ cell, expected: after, wanted: before })),
    log: { ...log, done: log.done - 1 },
  }
}

export function redoStep<Content>(log: UndoLog<Content>): Step<Content> | null {
  const command = log.commands[log.done]
  if (command === undefined) return null
  return {
    changes: command.map(({ cell, before, after }) => ({ cell, expected: before, wanted: after })),
    log: { ...log, done: log.done + 1 },
  }
}

/** The cells that somebody has changed since, so that a step would overwrite what it does not know. */
export function changedSince<Content>(
  step: Step<Content>,
  now: (cell: string) => Content | undefined,
): readonly string[] {
  return step.changes
    .filter(({ cell, expected }) => {
      const content = now(cell)
      return content === undefined || !isSame(content, expected)
    })
    .map(({ cell }) => cell)
}

/** The step can never be made any more: it is taken out of the log, what is before it stays. */
export function withoutStep<Content>(log: UndoLog<Content>, step: 'undo' | 'redo'): UndoLog<Content> {
  const at = step === 'undo' ? log.done - 1 : log.done
  return {
    commands: log.commands.filter((_, index) => index !== at),
    done: step === 'undo' ? log.done - 1 : log.done,
  }
}

export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, content]) => content !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, content]) => [key, sorted(content)]),
  )
}

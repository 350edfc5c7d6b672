import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CellChange,
  changedSince,
  EMPTY_LOG,
  isSame,
  MOST_COMMANDS,
  redoStep,
  type Step,
  type UndoLog,
  undoStep,
  withoutStep,
  withSave,
} from './undo-log.ts'

type Figures = Readonly<Record<string, string>>

/** A page's figures with their log: saving, undoing and redoing as the page does it. */
class Sheet {
  figures: Figures
  log: UndoLog<string> = EMPTY_LOG

  constructor(figures: Figures) {
    this.figures = figures
  }

  save(changes: Figures): void {
    const command = Object.entries(changes).map(
      ([cell, after]): CellChange<string> => ({ cell, before: this.figures[cell] ?? '', after }),
    )
    this.figures = { ...this.figures, ...changes }
    this.log = withSave(this.log, command)
  }

  make(step: Step<string> | null): boolean {
    if (step === null) return false
    expect(changedSince(step, (cell) => this.figures[cell] ?? '')).toEqual([])
    for (const { cell, wanted } of step.changes) this.figures = { ...this.figures, [cell]: wanted }
    this.log = step.log
    return true
  }
}

const cell = fc.constantFrom('a', 'b', 'c')
const text = fc.constantFrom('', '0', '1', '2.5', '不适用')
const save = fc.dictionary(cell, text, { minKeys: 1 })
const saves = fc.array(save, { maxLength: 40 })
const start = fc.record({ a: text, b: text, c: text })

describe('the undo law', () => {
  it('undoing any sequence of saves returns the same figures, and redoing it what was saved', () => {
    fc.assert(
      fc.property(start, saves, (figures, sequence) => {
        const sheet = new Sheet(figures)
        for (const changes of sequence) sheet.save(changes)
        const saved = sheet.figures
        while (sheet.make(undoStep(sheet.log)));
        expect(sheet.figures).toEqual(figures)
        while (sheet.make(redoStep(sheet.log)));
        expect(sheet.figures).toEqual(saved)
      }),
    )
  })

  it('holds with undoing and redoing in between', () => {
    const act = fc.oneof(
      { weight: 3, arbitrary: save },
      fc.constant('undo' as const),
      fc.constant('redo' as const),
    )
    fc.assert(
      fc.property(start, fc.array(act, { maxLength: 60 }), (figures, acts) => {
        const sheet = new Sheet(figures)
        for (const each of acts) {
          if (each === 'undo') sheet.make(undoStep(sheet.log))
          else if (each === 'redo') sheet.make(redoStep(sheet.log))
          else sheet.save(each)
        }
        while (sheet.make(undoStep(sheet.log)));
        expect(sheet.figures).toEqual(figures)
      }),
    )
  })

  it('survives being written down', () => {
    fc.assert(
      fc.property(start, saves, (figures, sequence) => {
        const sheet = new Sheet(figures)
        for (const changes of sequence) sheet.save(changes)
        sheet.log = JSON.parse(JSON.stringify(sheet.log)) as UndoLog<string>
        while (sheet.make(undoStep(sheet.log)));
        expect(sheet.figures).toEqual(figures)
      }),
    )
  })
})

describe('the log', () => {
  it('forgets a save that changed nothing', () => {
    expect(withSave(EMPTY_LOG, [{ cell: 'a', before: '1', after: '1' }])).toEqual(EMPTY_LOG)
  })

  it('keeps the newest saves only', () => {
    const sheet = new Sheet({})
    for (let number = 1; number <= MOST_COMMANDS + 5; number += 1) sheet.save({ a: String(number) })
    expect(sheet.log.commands).toHaveLength(MOST_COMMANDS)
    while (sheet.make(undoStep(sheet.log)));
    expect(sheet.figures).toEqual({ a: '5' })
  })

  it('notices a cell that somebody else changed, and can leave the step out', () => {
    const sheet = new Sheet({ a: '1', b: '1' })
    sheet.save({ a: '2' })
    sheet.save({ b: '2' })
    const step = undoStep(sheet.log)
    expect(step === null ? [] : changedSince(step, () => '9')).toEqual(['b'])
    sheet.log = withoutStep(sheet.log, 'undo')
    sheet.make(undoStep(sheet.log))
    expect(sheet.figures).toEqual({ a: '1', b: '2' })
  })

  it('compares contents whatever the order of their fields', () => {
    expect(isSame({ state: 'number', note: null, more: undefined }, { note: null, state: 'number' })).toBe(
      true,
    )
    expect(isSame({ list: ['a', 'b'] }, { list: ['b', 'a'] })).toBe(false)
  })
})

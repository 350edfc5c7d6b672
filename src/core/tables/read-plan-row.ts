// One row of a plan's table: a figure with its target, a task in words, or both.

import { cellAddress } from '../forms/read-workbook.ts'
import type { Target } from '../plan/annual-plan.ts'
import { MODE_WORDS } from '../reports/entry-form-indicators.ts'
import { parseExact } from '../values/exact.ts'
import type { CellAccount } from './cell-account.ts'
import { type ColumnMeaning, headingUnit } from './column-meanings.ts'
import type { DraftedPlan } from './drafted-plan.ts'
import type { NamedUnits } from './drafted-units.ts'
import { guessMode } from './guess-mode.ts'
import { unitInName, writtenName } from './item-names.ts'
import type { ItemLine } from './match-lines.ts'
import type { OpenTable } from './open-table.ts'
import { readDue } from './read-due.ts'
import { readTargetCell, targetInName, type WrittenTarget } from './read-target.ts'
import type { ColumnsByMeaning } from './table-lines.ts'

/** 主要目标, 保障措施, or a block of work. */
export interface Block {
  readonly name: string
  readonly kind: 'headline' | 'safeguard' | 'block'
}

interface RowParts {
  readonly account: CellAccount
  readonly drafted: DraftedPlan
  readonly year: number
}

/** What a row's cells say of its target. */
interface RowTarget {
  readonly target: WrittenTarget | null
  readonly unit: string
  readonly doubts: readonly string[]
  /** words in the target's cell that are no number */
  readonly words: string | null
}

const NONE: WrittenTarget = {
  comparator: 'at-least',
  committed: null,
  stretch: null,
  baseline: null,
  unit: null,
  doubts: [],
}

export class PlanRowReader {
  readonly #table: OpenTable
  readonly #columns: ColumnsByMeaning
  readonly #account: CellAccount
  readonly #drafted: DraftedPlan
  readonly #year: number

  constructor(table: OpenTable, columns: ColumnsByMeaning, { account, drafted, year }: RowParts) {
    this.#table = table
    this.#columns = columns
    this.#account = account
    this.#drafted = drafted
    this.#year = year
  }

  read(line: ItemLine, block: Block): void {
    const units = this.#drafted.units.named(this.#take(line, 'lead'), this.#take(line, 'participating'))
    const target = this.#target(line)
    const hasBoth = this.#columns.has('indicator') && this.#columns.has('measure')
    const name = line.indicator ?? line.measure
    const made: string[] = []
    if (hasBoth) {
      if (line.measure?.isOwn === true)
        made.push(this.#task(line, line.measure.text, { block, units, target: null }))
      if (line.indicator?.isOwn === true)
        made.push(this.#figure(line, line.indicator.text, { block, units, target }))
    } else if (name !== null) {
      const isFigure = target.target !== null || target.unit !== '' || targetInName(name.text) !== null
      made.push(
        isFigure || (target.words !== null && /\d/.test(target.words))
          ? this.#figure(line, name.text, { block, units, target })
          : this.#task(line, name.text, { block, units, target }),
      )
    }
    const [first] = made
    const named = hasBoth && line.measure?.isOwn === true ? line.measure : name
    if (first !== undefined)
      this.#checkUnits(first, units, `${writtenName(named?.text ?? '')}，${this.#place(line)}`)
  }

  /** What a cell says or is merged with; the cell counts as taken. */
  #take(line: ItemLine, meaning: ColumnMeaning): string {
    const column = this.#columns.get(meaning)
    if (column === undefined) return ''
    this.#account.take(line.row.row, column)
    return this.#table.grid.text(line.row.row, column)
  }

  #target(line: ItemLine): RowTarget {
    const { grid } = this.#table
    const { row } = line.row
    const own = (meaning: ColumnMeaning) => grid.cell(row, this.#columns.get(meaning) ?? 0)
    const written = this.#take(line, 'unit')
    const named = unitInName((line.indicator ?? line.measure)?.text ?? '')
    const told = written === '' ? (named ?? this.#headingUnit('target') ?? '') : written
    const doubts: string[] = []
    let target: WrittenTarget | null = null
    let words: string | null = null
    for (const meaning of ['target', 'stretch', 'baseline'] as const) {
      const cell = own(meaning)
      this.#take(line, meaning)
      const reading = readTargetCell(cell, told)
      if (!reading.isRead) {
        if (meaning === 'target') words = cell?.text.trim() ?? null
        doubts.push(`${cellAddress(row, cell?.column ?? 0)}“${cell?.text.trim() ?? ''}”：${reading.reason}`)
        continue
      }
      if (reading.target === null) continue
      doubts.push(...reading.target.doubts)
      target = withCell(target, meaning, reading.target)
    }
    const unit = told !== '' ? told : (target?.unit ?? '')
    return { target, unit, doubts, words }
  }

  #headingUnit(meaning: ColumnMeaning): string | null {
    const column = this.#columns.get(meaning)
    const heading = this.#table.headings.columns.find((each) => each.column === column)
    return heading === undefined ? null : headingUnit(heading.parts)
  }

  #figure(
    line: ItemLine,
    text: string,
    { block, units, target }: { block: Block; units: NamedUnits; target: RowTarget },
  ): string {
    const inName = target.target === null && target.words === null ? targetInName(text) : null
    const name = writtenName(inName?.name ?? text).slice(0, 500)
    const wanted = inName?.target ?? target.target
    const unit = (target.unit === '' ? (inName?.target.unit ?? '') : target.unit).slice(0, 40)
    const known = this.#drafted.ids.knownIndicator(name, unit)
    const guessed = guessMode(name, unit, wanted?.baseline != null)
    const id = known?.id ?? this.#drafted.ids.newIndicator()
    const say = (message: string) => this.#drafted.check(id, `“${name}”：${message}（${this.#place(line)}）`)
    for (const doubt of target.doubts) say(doubt)
    if (inName !== null) say(`目标是从名称里读出的“${text.trim()}”，请核对`)
    if (wanted === null && target.words === null) say('没有写目标，请补上')
    if (unit === '') say('没有写单位，请补上')
    if (known === null && !guessed.isSure) say(`累计方式按“${MODE_WORDS[guessed.mode]}”拟定，请核对`)
    const due = this.#due(line, say)
    const note = [this.#take(line, 'note'), due === null ? '' : `完成时限：${due.text}`].filter(
      (each) => each !== '',
    )
    this.#drafted.addIndicator({
      id,
      name,
      unit: known?.unit ?? unit,
      decimals: known?.decimals ?? decimalsOf(wanted),
      programme: block.kind === 'block' && block.name !== '' ? this.#drafted.programme(block.name) : null,
      carriedBy: null,
      lead: units.lead,
      participating: units.participating,
      key: known?.key ?? true,
      mode: known?.mode ?? guessed.mode,
      dueMonth: known?.dueMonth ?? null,
      curve: null,
      targets: wanted === null ? [] : this.#targets(wanted, say),
      note: note.length === 0 ? null : note.join('；'),
    })
    return id
  }

  #targets(wanted: WrittenTarget, say: (message: string) => void): Target[] {
    const number = (text: string | null) => {
      if (text === null) return null
      if (parseExact(text) !== null) return Number(text)
      say(`“${text}”太大或小数位太多`)
      return null
    }
    const { comparator } = wanted
    const committed = number(wanted.committed)
    const stretch = number(wanted.stretch)
    const baseline = number(wanted.baseline)
    if (committed === null && stretch === null) return []
    return [{ year: this.#year, comparator, committed, stretch, baseline }]
  }

  #task(
    line: ItemLine,
    text: string,
    { block, units, target }: { block: Block; units: NamedUnits; target: RowTarget | null },
  ): string {
    const name = writtenName(text).slice(0, 500)
    const words = target?.words == null ? [] : [`目标：${target.words}`]
    const remark = this.#take(line, 'note')
    const note = [...words, ...(remark === '' ? [] : [remark])].join('；')
    if (block.kind === 'safeguard') {
      const id = this.#drafted.ids.safeguard(name)
      const departments = [...(units.lead === null ? [] : [units.lead]), ...units.participating]
      this.#take(line, 'due')
      this.#drafted.addSafeguard({ id, name, departments })
      return id
    }
    const programme = this.#drafted.programme(block.kind === 'headline' ? '' : block.name)
    const id = this.#drafted.ids.measure(name, programme)
    const say = (message: string) => this.#drafted.check(id, `“${name}”：${message}（${this.#place(line)}）`)
    const due = this.#due(line, say)
    this.#drafted.addMeasure(programme, {
      id,
      name,
      lead: units.lead,
      participating: units.participating,
      milestones: due?.month == null ? [] : [{ id: `${id}s1`, name: '按期完成', due: due.month }],
      note: note === '' ? null : note,
    })
    return id
  }

  /** Null where no date is written. */
  #due(line: ItemLine, say: (message: string) => void): { month: string | null; text: string } | null {
    const column = this.#columns.get('due')
    if (column === undefined) return null
    const text = this.#take(line, 'due')
    if (text === '') return null
    const reading = readDue(this.#table.grid.shown(line.row.row, column), this.#year)
    if (!reading.isRead) say(`完成时限“${text}”没有读懂，请补上节点月份`)
    const month = reading.isRead ? reading.due : null
    if (month !== null && !month.startsWith(String(this.#year))) {
      say(`完成时限“${text}”不在${this.#year}年内，没有设节点`)
      return { month: null, text }
    }
    return { month, text }
  }

  /** Of several units, that the first one leads is custom, not text. */
  #checkUnits(id: string, units: NamedUnits, place: string): void {
    if (units.named > 1 && units.lead !== null)
      this.#drafted.check(
        id,
        `列了${units.named}个单位，按列在最前的“${this.#drafted.units.nameOf(units.lead)}”拟定牵头，请核对（${place}）`,
      )
    for (const name of units.added)
      this.#drafted.check(id, `“${name}”不在现有处室里，已作为新的单位列入，请核对名称（${place}）`)
  }

  #place(line: ItemLine): string {
    return `${this.#table.sheet.name} 第${line.row.row}行`
  }
}

/** The three columns of a target together; a cell that says more than its own column keeps what it says. */
function withCell(
  before: WrittenTarget | null,
  meaning: 'target' | 'stretch' | 'baseline',
  read: WrittenTarget,
): WrittenTarget {
  const value = read.committed ?? read.stretch
  const base = before ?? { ...NONE, unit: read.unit }
  if (meaning === 'target') return read
  return meaning === 'stretch' ? { ...base, stretch: value } : { ...base, baseline: value }
}

function decimalsOf(target: WrittenTarget | null): number {
  const texts = [target?.committed, target?.stretch, target?.baseline].filter((text) => text != null)
  return Math.min(6, Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0)))
}

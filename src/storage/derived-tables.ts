// The derived tables: written in the same transaction as the entries they come from.
import type { Statement } from 'better-sqlite3'
import type { MeasureStatus } from '../core/journal/journal-entry.ts'
import type { Light, LightLabel, SubmissionState } from '../core/measuring/status.ts'
import type {
  DerivedChanges,
  DerivedRows,
  ItemKind,
  ItemMonth,
  ItemRow,
  ProgrammeMonthRow,
  RollUps,
  SubmissionRow,
} from '../core/projection/projection-rows.ts'
import type { RollUpReader } from '../core/projection/roll-ups.ts'
import type { Basis } from '../core/state/bureau-state.ts'
import type { ReportingMonth } from '../core/values/reporting-month.ts'
import type { ReadableDb, WritableDb } from './database.ts'

type Value = string | number | null

interface Table {
  readonly name: string
  /** the key's columns first */
  readonly columns: readonly string[]
  readonly keyLength: number
}

const SUBMISSION: Table = {
  name: 'submission',
  keyLength: 2,
  columns: ['month', 'department', 'state', 'submitted_entry', 'accepted_entry', 'times_returned'],
}
function ofBasis(basis: Basis): string[] {
  const columns = ['light', 'label', 'completion', 'pace', 'actual', 'status', 'expected', 'filled']
  return columns.map((column) => `${basis}_${column}`)
}
const ITEM_MONTH: Table = {
  name: 'item_month',
  keyLength: 3,
  columns: ['month', 'kind', 'item', 'newest_entry', ...ofBasis('latest'), ...ofBasis('accepted')],
}
const PROGRAMME_MONTH: Table = {
  name: 'programme_month',
  keyLength: 3,
  columns: [
    'month',
    'basis',
    'programme',
    'blue',
    'green',
    'yellow',
    'red',
    'grey',
    'worst_kind',
    'worst_item',
    'light',
    'label',
  ],
}

export const DERIVED_TABLES: readonly Table[] = [SUBMISSION, ITEM_MONTH, PROGRAMME_MONTH]

const NO_SHOWN = Array.from({ length: 8 }, () => null)

function shownValues(row: ItemMonth | null): Value[] {
  if (row === null) return NO_SHOWN
  const { light, label, completion, paceRatio, actual, status, isExpected, isFilled } = row
  return [light, label, completion, paceRatio, actual, status, isExpected ? 1 : 0, isFilled ? 1 : 0]
}

function itemValues({ month, kind, id, newestEntry, lights }: ItemRow): Value[] {
  return [month, kind, id, newestEntry, ...shownValues(lights.latest), ...shownValues(lights.accepted)]
}

function submissionValues(row: SubmissionRow): Value[] {
  return [row.month, row.department, row.state, row.submittedEntry, row.acceptedEntry, row.timesReturned]
}

function programmeMonthValues({ month, basis, id, counts, worst, light, label }: ProgrammeMonthRow): Value[] {
  const { blue, green, yellow, red, grey } = counts
  return [
    month,
    basis,
    id,
    blue,
    green,
    yellow,
    red,
    grey,
    worst?.kind ?? null,
    worst?.id ?? null,
    light,
    label,
  ]
}

function upsert(db: WritableDb, { name, columns }: Table): Statement<Value[]> {
  const places = columns.map(() => '?').join(', ')
  return db.prepare(`INSERT OR REPLACE INTO ${name} (${columns.join(', ')}) VALUES (${places})`)
}

function removal(db: WritableDb, { name, columns, keyLength }: Table): Statement<Value[]> {
  const key = columns.slice(0, keyLength).map((column) => `${column} = ?`)
  return db.prepare(`DELETE FROM ${name} WHERE ${key.join(' AND ')}`)
}

export interface DerivedWriter {
  write(changes: DerivedChanges): void
  /** empties the tables and fills them again */
  replace(rows: DerivedRows): void
}

export function derivedWriter(db: WritableDb): DerivedWriter {
  const submission = upsert(db, SUBMISSION)
  const item = upsert(db, ITEM_MONTH)
  const programmeMonth = upsert(db, PROGRAMME_MONTH)
  const dropItem = removal(db, ITEM_MONTH)
  const dropProgrammeMonth = removal(db, PROGRAMME_MONTH)
  const put = (rows: DerivedRows) => {
    for (const row of rows.submissions) submission.run(...submissionValues(row))
    for (const row of rows.items) item.run(...itemValues(row))
    for (const row of rows.programmeMonths) programmeMonth.run(...programmeMonthValues(row))
  }
  return {
    write(changes) {
      for (const row of changes.gone.items) dropItem.run(row.month, row.kind, row.id)
      for (const row of changes.gone.programmeMonths) dropProgrammeMonth.run(row.month, row.basis, row.id)
      put(changes)
    },
    replace(rows) {
      for (const { name } of DERIVED_TABLES) db.exec(`DELETE FROM ${name}`)
      put(rows)
    },
  }
}

interface ItemMonthColumns {
  readonly month: string
  readonly basis: Basis
  readonly kind: ItemKind
  readonly item: string
  readonly light: Light
  readonly label: LightLabel
  readonly completion: number | null
  readonly pace: number | null
  readonly actual: number | null
  readonly status: MeasureStatus | null
  readonly expected: number
  readonly filled: number
}

type ProgrammeMonthColumns = Pick<ItemMonthColumns, 'month' | 'basis' | 'light'> & {
  readonly programme: string
  readonly label: LightLabel | null
  readonly worst_kind: ItemKind | null
  readonly worst_item: string | null
} & Readonly<Record<Light, number>>

function itemMonth({ item, pace, expected, filled, ...same }: ItemMonthColumns): ItemMonth {
  return { ...same, id: item, paceRatio: pace, isExpected: expected === 1, isFilled: filled === 1 }
}

interface SubmissionColumns {
  readonly month: string
  readonly department: string
  readonly state: SubmissionState
  readonly submitted_entry: string | null
  readonly accepted_entry: string | null
  readonly times_returned: number
}

function submission(row: SubmissionColumns): SubmissionRow {
  const { month, department, state, submitted_entry, accepted_entry, times_returned } = row
  return {
    month,
    department,
    state,
    submittedEntry: submitted_entry,
    acceptedEntry: accepted_entry,
    timesReturned: times_returned,
  }
}

function programmeMonth(row: ProgrammeMonthColumns): ProgrammeMonthRow {
  const { month, basis, programme, blue, green, yellow, red, grey, worst_kind, worst_item, light, label } =
    row
  const worst = worst_kind === null || worst_item === null ? null : { kind: worst_kind, id: worst_item }
  return { month, basis, id: programme, counts: { blue, green, yellow, red, grey }, worst, light, label }
}

export interface DerivedReader extends RollUpReader {
  rollUps(): RollUps
  newestMonth(): ReportingMonth | null
}

export function derivedReader(db: ReadableDb): DerivedReader {
  const lights = (basis: Basis, condition: string) =>
    `SELECT month, '${basis}' AS basis, kind, item, ${basis}_light AS light, ${basis}_label AS label,
       ${basis}_completion AS completion, ${basis}_pace AS pace, ${basis}_actual AS actual,
       ${basis}_status AS status, ${basis}_expected AS expected, ${basis}_filled AS filled
     FROM item_month WHERE ${basis}_light IS NOT NULL AND ${condition}`
  const onBothBases = (condition: string) =>
    `${lights('latest', condition)} UNION ALL ${lights('accepted', condition)}`
  const items = db.prepare<[], ItemMonthColumns>(onBothBases('TRUE'))
  const programmes = db.prepare<[], ProgrammeMonthColumns>('SELECT * FROM programme_month')
  // Months lie together in the tables' keys, and those asked for follow one another: one range is read, not each.
  const itemsOf = db.prepare<{ from: string; to: string }, ItemMonthColumns>(
    onBothBases('month BETWEEN @from AND @to'),
  )
  const programmesOf = db.prepare<[string, string, Basis], ProgrammeMonthColumns>(
    'SELECT * FROM programme_month WHERE month BETWEEN ? AND ? AND basis = ?',
  )
  const submissionsOf = db.prepare<[string], SubmissionColumns>('SELECT * FROM submission WHERE month = ?')
  const newestMonth = db.prepare<[], ReportingMonth | null>('SELECT max(month) FROM submission').pluck()
  return {
    newestMonth: () => newestMonth.get() ?? null,
    rollUps: () => ({
      itemMonths: items.all().map(itemMonth),
      programmeMonths: programmes.all().map(programmeMonth),
    }),
    programmeMonths: (basis, months) =>
      programmesOf.all(months[0] ?? '', months.at(-1) ?? '', basis).map(programmeMonth),
    itemMonths: (months) => itemsOf.all({ from: months[0] ?? '', to: months.at(-1) ?? '' }).map(itemMonth),
    submissions: (month) => submissionsOf.all(month).map(submission),
  }
}

/** Every row of a table as text, in the order of its key; the same rows give the same text on every machine. */
export function* canonicalRows(db: ReadableDb, { name, columns, keyLength }: Table): Generator<string> {
  const order = columns.slice(0, keyLength).join(', ')
  const rows = db.prepare<[], Value[]>(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${order}`).raw()
  for (const row of rows.iterate()) yield JSON.stringify(row)
}

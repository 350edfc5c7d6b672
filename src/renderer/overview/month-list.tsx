// 逐月记录: a row for each month; a row opens its entries, with author, time, cause and acceptance.
import { type ReactNode, useState } from 'react'
import type { Evidence } from '../../core/journal/journal-entry.ts'
import type { Light, LightLabel } from '../../core/measuring/status.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { EntryTrace } from '../../core/state/entry-trail.ts'
import { monthNumber } from '../../core/values/reporting-month.ts'
import { EvidenceFiles } from '../parts/evidence-files.tsx'
import { LightButton } from '../parts/light-button.tsx'
import { shortDay, timeText } from '../shown-time.ts'
import { common } from '../words/common.ts'
import { trail as words } from '../words/trail.ts'

export interface MonthRow {
  readonly month: string
  /** texts of the columns between month and light */
  readonly cells: readonly string[]
  readonly light: Light
  readonly label: LightLabel
  /** the light's sentence */
  readonly why: string
  /** how many entries there are */
  readonly count: number
  readonly newest: Pick<EntryTrace, 'author' | 'time'> | undefined
}

interface Props {
  readonly columns: readonly string[]
  readonly rows: readonly MonthRow[]
  /** the month's entries, once it is opened */
  readonly entriesOf: (month: string) => ReactNode
}

/** A month opens its entries, its light only the sentence. */
interface Opened {
  readonly month: string
  readonly has: 'entries' | 'sentence'
}

export function MonthList({ columns, rows, entriesOf }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <>
      <h3 className="panel-part">{words.title}</h3>
      <table className="history-table month-list">
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number-cell">
                {column}
              </th>
            ))}
            <th scope="col">{words.light}</th>
            <th scope="col">{words.author}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, cells, light, label, why, count, newest }) => {
            const open = opened?.month === month ? opened.has : null
            const toggle = (has: Opened['has']) => setOpened(open === has ? null : { month, has })
            return [
              <tr key={month}>
                <td>
                  <button
                    type="button"
                    className="link-button"
                    aria-expanded={open === 'entries'}
                    aria-label={words.openMonth(monthNumber(month), count)}
                    disabled={count === 0}
                    onClick={() => toggle('entries')}
                  >
                    {common.monthsOnly(monthNumber(month))}
                    {count === 0 ? '' : open === 'entries' ? ' ▾' : ' ▸'}
                  </button>
                </td>
                {cells.map((cell, at) => (
                  <td key={columns[at]} className="number-cell">
                    {cell}
                  </td>
                ))}
                <td>
                  <LightButton
                    light={light}
                    label={label}
                    isOpen={open !== null}
                    onOpen={() => toggle(open === null ? 'sentence' : open)}
                  />
                </td>
                <td className="soft">
                  {newest === undefined
                    ? common.noFigure
                    : `${newest.author} ${shortDay(newest.time, month)}`}
                </td>
              </tr>,
              open !== null ? (
                <tr key={`${month} opened`}>
                  <td colSpan={columns.length + 3}>
                    <p className="why-line">{fullWidth(why)}。</p>
                    {open === 'entries' ? entriesOf(month) : null}
                  </td>
                </tr>
              ) : null,
            ]
          })}
        </tbody>
      </table>
    </>
  )
}

interface EntriesProps<Trace extends EntryTrace> {
  readonly month: string
  /** newest first */
  readonly entries: readonly Trace[]
  /** what an entry says, above its author and time */
  readonly say: (trace: Trace) => ReactNode
}

export function MonthEntries<Trace extends EntryTrace>({ month, entries, say }: EntriesProps<Trace>) {
  const now = Date.now()
  return (
    <ol className="traces" aria-label={words.entriesOf(monthNumber(month))}>
      {entries.map((trace) => (
        <li key={trace.entry} className={trace.isNewest ? 'trace' : 'trace trace-old'}>
          {say(trace)}
          <TraceFoot trace={trace} now={now} />
        </li>
      ))}
    </ol>
  )
}

/** What was handed in with an entry. */
export function TraceEvidence({
  name,
  files,
}: {
  readonly name: string
  readonly files: readonly Evidence[]
}) {
  if (files.length === 0) return null
  return (
    <div className="trace-evidence">
      <span className="soft">{words.evidence}：</span>
      <EvidenceFiles name={name} files={files} />
    </div>
  )
}

function TraceFoot({ trace, now }: { readonly trace: EntryTrace; readonly now: number }) {
  const { author, time, cause, acceptance, isNewest, entry, device } = trace
  return (
    <>
      {cause === null ? null : <p>{words.cause[cause.kind](cause.reason)}</p>}
      <p className="soft">
        {words.written(author, timeText(time, now))}，
        {acceptance === null
          ? isNewest
            ? words.waiting
            : words.replaced
          : words.accepted(acceptance.author, timeText(acceptance.time, now))}
        {isNewest || acceptance === null ? '' : `，${words.replacedLater}`}
        <span className="trace-number">{words.number(entry, device)}</span>
      </p>
    </>
  )
}

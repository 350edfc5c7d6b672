// Every entry ever made in a row of this year, newest first: who filled in what, when, why it was changed, who
// accepted it. Read when it is opened.
import { type ReactNode, useState } from 'react'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { EntryTrace } from '../../core/state/entry-trail.ts'
import { monthNumber } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { MoreEntries } from '../overview/more-entries.tsx'
import { useIndicatorEntries } from '../overview/use-indicator-entries.ts'
import { useOpenSession } from '../session.tsx'
import { timeText } from '../shown-time.ts'
import { common } from '../words/common.ts'
import { MEASURE_STATUSES, entry as words } from '../words/entry.ts'
import { trail } from '../words/trail.ts'
import { NARRATIVE_FIELDS } from './measure-draft.ts'

interface Props {
  readonly id: string
  readonly month: string
}

export function IndicatorTrail({ id, month }: Props) {
  const { plan } = useOpenSession()
  const [isOpen, setIsOpen] = useState(false)
  const list = useIndicatorEntries({ indicator: id, month, provisional: true }, isOpen)
  return (
    <Trail
      isOpen={isOpen}
      onOpen={setIsOpen}
      isEmpty={list.entries?.length === 0}
      more={isOpen ? <MoreEntries list={list} /> : null}
    >
      {(list.entries ?? []).map((line) => (
        <TrailLine key={line.entry} trace={line}>
          {common.monthsOnly(monthNumber(line.month))}{' '}
          {line.locality === null ? '' : `${plan.localitiesById.get(line.locality)?.name ?? line.locality} `}
          <strong>{line.text}</strong>
          {line.note === null ? null : <span className="soft">（{fullWidth(line.note)}）</span>}
        </TrailLine>
      ))}
    </Trail>
  )
}

export function MeasureTrail({ id, month }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const { data } = useAnswer('measure.read', { measure: id, month, provisional: true }, { enabled: isOpen })
  return (
    <Trail isOpen={isOpen} onOpen={setIsOpen} isEmpty={data?.entries.length === 0}>
      {newestFirst(data?.entries).map((line) => (
        <TrailLine key={line.entry} trace={line}>
          {common.monthsOnly(monthNumber(line.report.month))}{' '}
          <strong>
            {line.report.status === null ? words.measureUnset : MEASURE_STATUSES[line.report.status]}
          </strong>
          {NARRATIVE_FIELDS.map((field) =>
            line.report[field] === null ? null : (
              <span key={field} className="trail-words">
                {words[field]}：{line.report[field]}
              </span>
            ),
          )}
        </TrailLine>
      ))}
    </Trail>
  )
}

function newestFirst<Line extends EntryTrace>(lines: readonly Line[] = []): readonly Line[] {
  return lines.toSorted((a, b) => (a.time < b.time ? 1 : -1))
}

function Trail({
  isOpen,
  onOpen,
  isEmpty,
  more,
  children,
}: {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly isEmpty: boolean
  readonly more?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <details className="panel-part" open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{words.panelChanges}</summary>
      {isEmpty ? <p className="soft">{trail.noEntries}</p> : <ul className="changes">{children}</ul>}
      {more}
    </details>
  )
}

function TrailLine({ trace, children }: { readonly trace: EntryTrace; readonly children: ReactNode }) {
  const now = Date.now()
  const { cause, acceptance } = trace
  return (
    <li>
      <span className="soft">{timeText(trace.time, now)}</span> {trace.author}：{children}
      {cause === null ? null : <span className="trail-words">{trail.cause[cause.kind](cause.reason)}</span>}
      {acceptance === null ? null : (
        <span className="trail-words soft">
          {trail.accepted(acceptance.author, timeText(acceptance.time, now))}
        </span>
      )}
    </li>
  )
}

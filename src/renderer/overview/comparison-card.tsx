// 与上期相比: what to talk about first. Every line opens what it is about.
import { useState } from 'react'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { MonthChange } from '../../core/reports/compare-months.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { LightMark } from '../parts/light-badge.tsx'
import { overview as words } from '../words/overview.ts'
import { useViewed } from './viewed.ts'
import type { Shown } from './why-drawer.tsx'

/** So many fit beside nine programmes without scrolling. */
const SHOWN_AT_FIRST = 6
interface Props {
  /** so many fit on the printed page */
  readonly printed: number
  readonly onOpen: (shown: Shown) => void
}

export function ComparisonCard({ printed, onOpen }: Props) {
  const { month } = useChosen()
  const viewed = useViewed()
  const answer = useAnswer('overview.compare', { month, ...viewed })
  const [isWhole, setIsWhole] = useState(false)
  const { since = null, changes = [] } = answer.data ?? {}
  const hidden = isWhole ? 0 : Math.max(0, changes.length - SHOWN_AT_FIRST)
  return (
    <section className="card comparison" aria-labelledby="comparison-title">
      <div className="card-head">
        <h2 id="comparison-title">{words.comparison.title}</h2>
        {since === null ? null : (
          <span className="soft">{words.comparison.since(monthTitle(since.month), since.issue)}</span>
        )}
      </div>
      {answer.data === undefined ? (
        <p className="soft comparison-said">
          {answer.error === null ? words.comparison.loading : answer.error.message}
        </p>
      ) : since === null ? (
        <p className="soft comparison-said">{words.comparison.noEarlier}</p>
      ) : changes.length === 0 ? (
        <p className="soft comparison-said">{words.comparison.nothing}</p>
      ) : (
        <ul className="comparison-list">
          {changes.slice(0, isWhole ? changes.length : printed).map((change, at) => (
            <li
              key={`${change.kind} ${change.item.id} ${change.month} ${change.text}`}
              className={isWhole || at < SHOWN_AT_FIRST ? undefined : 'print-only-line'}
            >
              <Line change={change} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 || isWhole ? (
        <button
          type="button"
          className="link-button comparison-more no-print"
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? words.comparison.fewer : words.comparison.more(hidden)}
        </button>
      ) : null}
      {hidden > 0 && changes.length > printed ? (
        <p className="print-only-line comparison-said">
          {words.comparison.moreOnScreen(changes.length - printed)}
        </p>
      ) : null}
    </section>
  )
}

function Line({ change, onOpen }: { readonly change: MonthChange; readonly onOpen: (shown: Shown) => void }) {
  const { light, label, name, text, month, item } = change
  return (
    <button
      type="button"
      className="comparison-line"
      title={`${name} ${fullWidth(text)}`}
      onClick={() => onOpen({ month, scope: null, item })}
    >
      <LightMark light={light} label={label} />
      <span className="comparison-text">
        {name} <span className="soft">{fullWidth(text)}</span>
      </span>
    </button>
  )
}

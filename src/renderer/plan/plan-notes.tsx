// Above and below the tree: what keeps a draft from being put in force, and what amended the plan so far.
import type { PlanTreeView } from '../../contract/plan-views.ts'
import { monthTitle } from '../../core/reporting-month.ts'
import { timeText } from '../shown-time.ts'
import { plan as words } from '../words/plan.ts'
import { usePlanSource } from './plan-source.ts'

/** Each place is a button that leads to its item. */
export function Obstacles({ onSelect }: { readonly onSelect: (key: string) => void }) {
  const { view } = usePlanSource()
  if (view.obstacles.length === 0) return null
  return (
    <div className="notice" role="status">
      <strong>{words.obstaclesTitle(view.obstacles.length)}</strong>
      <ul className="plain-list obstacle-list">
        {view.obstacles.map(({ place, message, kind, id }) => (
          <li key={`${place} ${message}`}>
            {kind === null || id === null ? (
              message
            ) : (
              <button type="button" className="link-button" onClick={() => onSelect(`${kind}/${id}`)}>
                {message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function PlacesToCheck({ onSelect }: { readonly onSelect: (key: string) => void }) {
  const { view, index } = usePlanSource()
  if (view.toCheck.length === 0) return null
  const kindOf = (id: string) =>
    index.indicatorsById.has(id) ? 'indicator' : index.measuresById.has(id) ? 'measure' : 'programme'
  return (
    <div className="notice" role="status">
      <strong>{words.toCheckTitle(view.toCheck.length)}</strong>
      <ul className="plain-list obstacle-list">
        {view.toCheck.map(({ place, message }) => (
          <li key={`${place} ${message}`}>
            <button
              type="button"
              className="link-button"
              onClick={() => onSelect(`${kindOf(place)}/${place}`)}
            >
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function AmendmentHistory({ amendments }: Pick<PlanTreeView, 'amendments'>) {
  const now = Date.now()
  return (
    <section className="card amendments" aria-label={words.history}>
      <div className="card-head">
        <h2>{words.history}</h2>
      </div>
      {amendments.length === 0 ? (
        <p className="soft amendments-empty">{words.noHistory}</p>
      ) : (
        <ul className="plain-list">
          {amendments.map((each) => (
            <li key={`${each.time} ${each.lines.join()}`}>
              <strong>{words.effective(monthTitle(each.from))}</strong> {each.lines.join('；')}
              <br />
              <span className="soft">
                {words.reason(each.reason, each.documentNumber)} · {each.author} {timeText(each.time, now)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

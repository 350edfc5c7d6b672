// Above the tree: what keeps a draft from being put in force.
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

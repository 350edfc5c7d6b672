// Doubtful figures hold 报送 back until somebody has said why they are right.
import { useSlices } from '../forms/use-slices.tsx'
import { entryGrid } from '../words/entry-grid.ts'
import type { Doubtful } from './use-folded-doubts.ts'

interface Props {
  readonly figures: readonly Doubtful[]
  readonly onJump: (id: string) => void
}

/** Each one by name, one click away. Shrinks as they are explained. */
export function UnexplainedList({ figures, onJump }: Props) {
  const { shown, more } = useSlices(figures, entryGrid.unexplainedLeft)
  return (
    <div className="notice notice-refused" role="alert">
      <p>{entryGrid.unexplained(figures.length)}</p>
      <ul className="blank-cells">
        {shown.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => onJump(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      {more}
    </div>
  )
}

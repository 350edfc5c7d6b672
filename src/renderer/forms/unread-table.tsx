import type { UnreadCell } from '../../core/forms/form-change.ts'
import { forms as words } from '../words/forms.ts'
import { useSlices } from './use-slices.tsx'

interface Props {
  readonly cells: readonly UnreadCell[]
  /** what to do about them */
  readonly hint?: string
}

/** Everything in the file that was not taken, with its place and the reason. */
export function UnreadTable({ cells, hint = words.unreadHint }: Props) {
  const { shown, more } = useSlices(cells)
  if (cells.length === 0) return <p className="soft">{words.unreadNone}</p>
  return (
    <section>
      <h2 className="form-count">{words.unread(cells.length)}</h2>
      <p className="soft">{hint}</p>
      <table className="form-table">
        <thead>
          <tr>
            <th className="form-place">{words.columns.cell}</th>
            <th>{words.columns.text}</th>
            <th>{words.columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ sheet, cell, text, reason }) => (
            <tr key={`${sheet} ${cell} ${text} ${reason}`}>
              <td className="soft">{words.place(sheet, cell)}</td>
              <td>{text}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </section>
  )
}

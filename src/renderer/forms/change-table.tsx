// The changes of a form, each to be accepted or left out.
import { Checkbox } from 'antd'
import { memo, useMemo } from 'react'
import type { FormChange } from '../../core/forms/form-change.ts'
import { useOpenSession } from '../session.tsx'
import { fieldTitle, forms as words } from '../words/forms.ts'
import { changeKey, shownValue } from './shown-change.ts'
import { useSlices } from './use-slices.tsx'

interface Props {
  readonly changes: readonly FormChange[]
  /** how many cells are listed below as not taken */
  readonly unread: number
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  /** whose each change is, where the file holds those of several departments */
  readonly ownerOf?: (change: FormChange) => string
}

/** Not drawn again while something else of its dialog is typed or pressed. */
export const ChangeTable = memo(Changes)

function Changes({ changes, unread, chosen, onChoose, ownerOf }: Props) {
  const { plan } = useOpenSession()
  const { shown, more } = useSlices(changes, words.changesNotShown)
  const possible = useMemo(() => changes.filter(({ problem }) => problem === null).map(changeKey), [changes])
  if (changes.length === 0)
    return <p className="notice notice-good">{unread === 0 ? words.nothing : words.nothingTaken}</p>
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChoose(next)
  }
  const isAll = possible.length > 0 && possible.every((key) => chosen.has(key))
  return (
    <section>
      <h2 className="form-count">{words.changes(changes.length, chosen.size, unread)}</h2>
      <table className="form-table">
        <thead>
          <tr>
            <th className="form-choose">
              <Checkbox
                aria-label={words.chooseAll}
                checked={isAll}
                indeterminate={!isAll && chosen.size > 0}
                onChange={() => onChoose(new Set(isAll ? [] : possible))}
              />
            </th>
            <th className="form-item">{words.columns.item}</th>
            <th className="form-field">{words.columns.field}</th>
            <th>{words.columns.from}</th>
            <th>{words.columns.to}</th>
            <th className="form-place">{words.columns.cell}</th>
            <th>{words.columns.remark}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((change) => {
            const key = changeKey(change)
            const field = fieldTitle(change.measure !== undefined, change.field)
            return (
              <tr key={key}>
                <td className="form-choose">
                  <Checkbox
                    aria-label={words.choose(change.name, field)}
                    checked={chosen.has(key)}
                    disabled={change.problem !== null}
                    onChange={() => toggle(key)}
                  />
                </td>
                <th scope="row">
                  {change.name}
                  {ownerOf === undefined ? null : <div className="soft">{ownerOf(change)}</div>}
                </th>
                <td>{field}</td>
                <td className="form-from">{shownValue(plan, change, change.from)}</td>
                <td className="form-to">{shownValue(plan, change, change.to)}</td>
                <td className="soft">{words.place(change.sheet, change.cell)}</td>
                <td>
                  {change.problem === null ? null : <span className="bad">{change.problem}</span>}
                  <span className="warn">{change.remarks.join('；')}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {more}
    </section>
  )
}

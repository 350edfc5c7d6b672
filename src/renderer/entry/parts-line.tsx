import type { KeyboardEvent } from 'react'
import { entry as words } from '../words/entry.ts'
import { COLUMN_COUNT } from './grid-columns.ts'
import type { ReadingField, RowTexts } from './reading-draft.ts'

interface Props {
  readonly name: string
  readonly texts: RowTexts
  readonly isReadOnly: boolean
  readonly onType: (field: ReadingField, text: string) => void
  readonly onLeave: () => void
  readonly onRestore: () => void
  readonly onFocus: () => void
}

const PARTS = ['numerator', 'denominator', 'unitNote'] as const
const TITLES = {
  numerator: words.numerator,
  denominator: words.denominator,
  unitNote: words.partsUnit,
} as const

/** 分子 ÷ 分母 under a ratio. Leaving one part for the other does not save half a ratio. */
export function PartsLine({ name, texts, isReadOnly, onType, onLeave, onRestore, onFocus }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onLeave()
    else if (event.key === 'Escape') onRestore()
    else return
    event.preventDefault()
  }
  return (
    <tr className="entry-subrow">
      <td colSpan={COLUMN_COUNT}>
        <div className="parts-line">
          {PARTS.map((part) => (
            <label key={part}>
              <span className="soft">{TITLES[part]}</span>
              <input
                type="text"
                className={`figure-input${part === 'unitNote' ? ' parts-unit' : ''}`}
                aria-label={words.partOf(name, TITLES[part])}
                value={texts[part]}
                readOnly={isReadOnly}
                maxLength={60}
                autoComplete="off"
                onFocus={(event) => {
                  event.currentTarget.select()
                  onFocus()
                }}
                onChange={(event) => onType(part, event.target.value)}
                onBlur={(event) => {
                  if (event.relatedTarget?.closest('.parts-line') == null) onLeave()
                }}
                onKeyDown={onKeyDown}
              />
            </label>
          ))}
        </div>
      </td>
    </tr>
  )
}

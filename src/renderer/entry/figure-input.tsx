// A cell that behaves as in a spreadsheet. It is always a real input, so a Chinese input method works from the
// first key; "selected" means that its whole text is selected, and typing then replaces it.
import type { FocusEvent, KeyboardEvent } from 'react'
import { moveInColumn } from './grid-keys.ts'

interface Props {
  readonly label: string
  readonly cellKey: string
  readonly text: string
  readonly placeholder: string
  readonly isReadOnly: boolean
  readonly isBad: boolean
  readonly describedBy: string | undefined
  readonly onType: (text: string) => void
  readonly onLeave: () => void
  readonly onRestore: () => void
}

/** Longer than any figure; the contract takes 200. */
const MOST_CHARACTERS = 60

export function FigureInput(props: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const input = event.currentTarget
    if (event.key === 'Enter') {
      // Moving on leaves the cell, which saves it; in the last row there is nowhere to move to.
      if (!moveInColumn(input, event.shiftKey ? -1 : 1)) props.onLeave()
    } else if (event.key === 'ArrowDown') moveInColumn(input, 1)
    else if (event.key === 'ArrowUp') moveInColumn(input, -1)
    else if (event.key === 'F2') input.setSelectionRange(input.value.length, input.value.length)
    else if (event.key === 'Escape') {
      props.onRestore()
      requestAnimationFrame(() => input.select())
    } else return
    event.preventDefault()
  }
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className={`figure-input${props.isBad ? ' figure-bad' : ''}`}
      aria-label={props.label}
      aria-invalid={props.isBad}
      aria-describedby={props.describedBy}
      data-cell={props.cellKey}
      value={props.text}
      placeholder={props.placeholder}
      readOnly={props.isReadOnly}
      maxLength={MOST_CHARACTERS}
      onChange={(event) => props.onType(event.target.value)}
      onFocus={(event: FocusEvent<HTMLInputElement>) => event.currentTarget.select()}
      onBlur={props.onLeave}
      onKeyDown={onKeyDown}
    />
  )
}

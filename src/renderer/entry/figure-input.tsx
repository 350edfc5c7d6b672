// A cell that behaves as in a spreadsheet (keys: grid/use-grid-keys.ts). It is always a real input, so a Chinese
// input method works from the first key; "selected" means that its whole text is selected, and typing replaces it.

interface Props {
  readonly label: string
  readonly cellKey?: string
  readonly text: string
  readonly placeholder?: string
  readonly isReadOnly: boolean
  readonly isBad?: boolean
  readonly describedBy?: string | undefined
  readonly className?: string
  readonly onType: (text: string) => void
  readonly onLeave: () => void
}

/** Longer than any figure; the contract takes 200. */
const MOST_CHARACTERS = 60

export function FigureInput(props: Props) {
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className={`figure-input ${props.className ?? ''}${props.isBad === true ? ' figure-bad' : ''}`}
      aria-label={props.label}
      aria-invalid={props.isBad}
      aria-describedby={props.describedBy}
      data-cell={props.cellKey}
      value={props.text}
      placeholder={props.placeholder}
      readOnly={props.isReadOnly}
      maxLength={MOST_CHARACTERS}
      onChange={(event) => props.onType(event.target.value)}
      onBlur={props.onLeave}
    />
  )
}

// 说明 of a row: one line in the grid, as tall and wide as its text needs while it is written.
import { useLayoutEffect, useRef } from 'react'

interface Props {
  readonly label: string
  readonly cellKey: string
  readonly text: string
  readonly isReadOnly: boolean
  /** the figure beside it wants an explanation */
  readonly isWanted: boolean
  readonly describedBy: string | undefined
  readonly onType: (text: string) => void
  readonly onLeave: () => void
}

const MOST_CHARACTERS = 20_000

export function NoteInput(props: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const resize = () => {
    const element = area.current
    if (element === null) return
    element.style.height = ''
    if (document.activeElement === element) element.style.height = `${element.scrollHeight + 2}px`
  }
  useLayoutEffect(resize)
  return (
    <>
      <textarea
        ref={area}
        rows={1}
        className={`note-input${props.isWanted ? ' note-wanted' : ''}`}
        aria-label={props.label}
        aria-required={props.isWanted}
        aria-describedby={props.describedBy}
        data-cell={props.cellKey}
        value={props.text}
        title={props.text === '' ? undefined : props.text}
        readOnly={props.isReadOnly}
        maxLength={MOST_CHARACTERS}
        onChange={(event) => props.onType(event.target.value)}
        onFocus={resize}
        onBlur={() => {
          resize()
          props.onLeave()
        }}
      />
      <span className="print-only">{props.text}</span>
    </>
  )
}

// A text area that is as tall as its text, so that a clerk reads what is there without scrolling inside a box.
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'

interface Props {
  readonly label: string
  readonly text: string
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly maxLength?: number
  readonly cellKey?: string
  readonly onType: (text: string) => void
  readonly onLeave?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onFocus?: (event: FocusEvent<HTMLTextAreaElement>) => void
}

export function GrowingText(props: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  })
  return (
    <textarea
      ref={area}
      rows={1}
      className="growing-text"
      aria-label={props.label}
      value={props.text}
      placeholder={props.placeholder}
      readOnly={props.isDisabled}
      maxLength={props.maxLength}
      data-cell={props.cellKey}
      onChange={(event) => props.onType(event.target.value)}
      onBlur={props.onLeave}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
    />
  )
}

// A small list to choose from inside a grid. A native select would change its value on the arrow keys that move
// between rows, and a heavy one in each of 200 rows would be slow: this opens on Enter, blank, a click or Alt+↓.
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly ChoiceOption<Value>[]
  readonly onChoose: (value: Value) => void
  readonly isDisabled?: boolean
  readonly isQuiet?: boolean
  readonly cellKey?: string
  /** ↑ and ↓ while the list is closed; without it they are left to what stands around */
  readonly onArrow?: (from: HTMLElement, step: 1 | -1) => void
}

const ROW_HEIGHT = 30

/** Under the cell where there is room for the list, else above it. */
function placeBeside(cell: HTMLElement, rows: number): CSSProperties {
  const around = cell.getBoundingClientRect()
  const isBelow = around.bottom + rows * ROW_HEIGHT + 10 < window.innerHeight
  return {
    left: around.left,
    minWidth: around.width,
    ...(isBelow ? { top: around.bottom + 2 } : { bottom: window.innerHeight - around.top + 2 }),
  }
}

function isInWindow(cell: HTMLElement): boolean {
  const around = cell.getBoundingClientRect()
  return around.bottom > 0 && around.top < window.innerHeight
}

export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
  isDisabled = false,
  isQuiet = false,
  cellKey,
  onArrow,
}: Props<Value>) {
  const listId = useId()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const [place, setPlace] = useState<CSSProperties>({})
  const isOpen = at !== null
  const close = () => setAt(null)

  const open = () => {
    if (box.current === null || isDisabled) return
    setPlace(placeBeside(box.current, options.length))
    setAt(
      Math.max(
        0,
        options.findIndex((option) => option.value === value),
      ),
    )
  }
  // The page may still be scrolling to the cell when the list is opened: the list goes with its cell instead of closing
  // under the keys that follow.
  useEffect(() => {
    if (!isOpen) return
    const follow = () => {
      if (box.current === null || !isInWindow(box.current)) setAt(null)
      else setPlace(placeBeside(box.current, options.length))
    }
    window.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  }, [isOpen, options.length])

  const choose = (index: number | null) => {
    const option = index === null ? undefined : options[index]
    close()
    if (option !== undefined && option.value !== value) onChoose(option.value)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isDisabled) return
    if (!isOpen) {
      if (!event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        if (onArrow === undefined) return
        event.preventDefault()
        if (box.current !== null) onArrow(box.current, event.key === 'ArrowDown' ? 1 : -1)
        return
      }
      if (event.ctrlKey) return
      if (
        event.key !== 'Enter' &&
        event.key !== ' ' &&
        event.key !== 'F4' &&
        !(event.altKey && event.key === 'ArrowDown')
      )
        return
      open()
    } else if (event.key === 'ArrowDown') setAt(Math.min(options.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Home') setAt(0)
    else if (event.key === 'End') setAt(options.length - 1)
    else if (event.key === 'Enter' || event.key === ' ') choose(at)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <div
        ref={box}
        role="combobox"
        tabIndex={isDisabled ? -1 : 0}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-haspopup="listbox"
        aria-disabled={isDisabled}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        className={`choice${isQuiet ? ' choice-quiet' : ''}${isDisabled ? ' choice-off' : ''}`}
        data-cell={cellKey}
        onClick={() => (isOpen ? close() : open())}
        onKeyDown={onKeyDown}
        onBlur={close}
      >
        {options.find((option) => option.value === value)?.label ?? value}
      </div>
      {isOpen ? (
        <div role="listbox" id={listId} aria-label={label} className="choice-list" style={place}>
          {options.map((option, index) => (
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="choice-option"
              // before the blur that would close the list
              onMouseDown={(event) => {
                event.preventDefault()
                choose(index)
              }}
              onMouseEnter={() => setAt(index)}
            >
              {option.label}
            </div>
          ))}
        </div>
      ) : null}
    </>
  )
}

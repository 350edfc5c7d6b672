// The panel beside a page's table. Where the page is too narrow for both it is folded to a button, and opens over the
// table. F1 goes into it from wherever the keyboard is, F1 or Esc back to there.
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { folding as words } from '../words/folding.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import '../styles/folding-panel.css'

interface Props {
  /** for the ear */
  readonly name: string
  readonly className: string
  /** CSS pixels of the page below which there is no room for both */
  readonly foldsBelow: number
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly children: ReactNode
}

export function FoldingPanel({ name, className, foldsBelow, isOpen, onOpen, children }: Props) {
  const isFolding = useIsNarrow(foldsBelow)
  const panel = useRef<HTMLElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  /** where the keyboard goes once the page is drawn again */
  const [goTo, setGoTo] = useState<'panel' | 'back' | null>(null)
  const enter = useCallback(() => {
    cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    onOpen(true)
    setGoTo('panel')
  }, [onOpen])
  const leave = useCallback(() => {
    onOpen(false)
    setGoTo('back')
  }, [onOpen])
  useEffect(() => {
    if (goTo === 'panel') panel.current?.focus()
    if (goTo === 'back') (cameFrom.current?.isConnected === true ? cameFrom : opener).current?.focus()
    setGoTo(null)
  }, [goTo])
  useEffect(() => {
    const onF1 = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F1' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      if (panel.current?.contains(document.activeElement)) leave()
      else enter()
    }
    document.addEventListener('keydown', onF1)
    return () => document.removeEventListener('keydown', onF1)
  }, [enter, leave])
  const onKeyDown = (event: KeyboardEvent) => {
    // an open list inside the panel takes Esc for itself
    const isTaken = (event.target as Element).getAttribute('aria-expanded') === 'true'
    if (event.key === 'Escape' && !event.defaultPrevented && !isTaken) leave()
  }
  const isFolded = isFolding && !isOpen
  return (
    <>
      {isFolded ? (
        <button
          ref={opener}
          type="button"
          className="panel-opener"
          title={words.openHint}
          // the keyboard stays in the cell, to come back there
          onMouseDown={(event) => event.preventDefault()}
          onClick={enter}
        >
          {words.open}
        </button>
      ) : null}
      {/* folded, it keeps what is typed in it */}
      <aside
        ref={panel}
        className={`${className}${isFolding ? ' panel-over' : ''}`}
        aria-label={name}
        tabIndex={-1}
        hidden={isFolded}
        onKeyDown={onKeyDown}
      >
        {isFolding ? (
          <button type="button" className="link-button panel-fold" onClick={leave}>
            {words.fold}
          </button>
        ) : null}
        {children}
      </aside>
    </>
  )
}

// Jumps to a cell from anywhere on the page, also to one of a 县区园区 whose row is closed or came folded.
import { useCallback, useState } from 'react'
import { indicatorOfLocalityCell } from './entry-cells.ts'
import { focusItem, focusNote } from './grid/grid-page.ts'

/** `note`: to the explanation; `item`: to what can be typed first. */
export interface JumpTarget {
  readonly cell: string
  readonly to: 'note' | 'item'
}

export interface Jump {
  readonly jumpTo: (cell: string, to: JumpTarget['to']) => void
  /** the cell of a 县区园区 that is on its way onto the page: its indicator has to be opened first */
  readonly awaited: JumpTarget | null
  /** the awaited cell stands on the page */
  readonly arrived: (target: JumpTarget) => void
}

export function useJump(): Jump {
  const [awaited, setAwaited] = useState<JumpTarget | null>(null)
  const jumpTo = useCallback((cell: string, to: JumpTarget['to']) => {
    if (indicatorOfLocalityCell(cell) === null) focusCellOf({ cell, to })
    else setAwaited({ cell, to })
  }, [])
  const arrived = useCallback((target: JumpTarget) => {
    focusCellOf(target)
    setAwaited(null)
  }, [])
  return { jumpTo, awaited, arrived }
}

function focusCellOf({ cell, to }: JumpTarget): void {
  if (to === 'note') focusNote(cell)
  else focusItem(cell)
}

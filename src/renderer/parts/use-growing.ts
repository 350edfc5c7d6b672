// A long list is put on the page a few rows at a time: a hundred at once would keep it from answering.
import { useEffect, useState } from 'react'

/** Rows of some fields each, well within one frame. */
const STEP = 15

/** How many of `count` rows to show by now; each frame has some more. */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(STEP)
  useEffect(() => {
    if (shown >= count) return
    const frame = requestAnimationFrame(() => setShown(shown + STEP))
    return () => cancelAnimationFrame(frame)
  }, [shown, count])
  return shown
}

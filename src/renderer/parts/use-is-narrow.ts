// Whether the window leaves a page less than so many CSS pixels. 大字 draws the page larger, which no media query knows.
import { useSyncExternalStore } from 'react'
import { isLargeText, LARGE_TEXT_SCALE } from '../large-text.ts'

export function useIsNarrow(limit: number): boolean {
  const query = window.matchMedia(`(max-width: ${isLargeText() ? limit * LARGE_TEXT_SCALE : limit}px)`)
  return useSyncExternalStore(
    (onChange) => {
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => query.matches,
  )
}

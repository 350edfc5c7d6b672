import { notifyManager } from '@tanstack/react-query'

/**
 * Runs with the page's next news, through React Query's own scheduler: what is told here and what was read are shown at
 * once together. Done when it has run.
 */
export function shownTogether(tell: () => void = () => undefined): Promise<void> {
  return new Promise((resolve) => {
    notifyManager.schedule(() => {
      tell()
      resolve()
    })
  })
}

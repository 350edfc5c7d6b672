import type { Page } from '@playwright/test'

/**
 * Until nothing comes, goes or fades any more. Half-faded letters have too little contrast, and what is still sliding in
 * is measured where it will not be. What turns for ever, as a waiting mark does, is not waited for.
 */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isEndless = ({ effect }: Animation) =>
      effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
    const isMoving = document
      .getAnimations()
      .some((each) => (each.playState === 'running' || each.pending) && !isEndless(each))
    // The frames before an animation begins, when it is already decided.
    const isAboutToMove = document.querySelector(
      '[class*="-appear-"], [class*="-enter-"], [class*="-leave-"]',
    )
    return !isMoving && isAboutToMove === null
  })
}

// 大字: the whole page drawn larger, remembered on this PC.
import { recall, remember } from './remembered.ts'

const KEY = 'large-text'

/** how much larger; the same as `zoom` in styles/base.css */
export const LARGE_TEXT_SCALE = 1.2

export function isLargeText(): boolean {
  return recall(KEY) === 'yes'
}

/** Called before the first page is drawn, and whenever the setting changes. */
export function applyLargeText(isLarge = isLargeText()): void {
  document.documentElement.classList.toggle('large-text', isLarge)
}

export function chooseLargeText(isLarge: boolean): void {
  remember(KEY, isLarge ? 'yes' : 'no')
  applyLargeText(isLarge)
}

// A text that was typed and not saved: it survives a change of page and a closed window, until it is saved or given up.
import { forget, recall, remember } from '../remembered.ts'

const keyOf = (month: string): string => `bulletin-text/${month}`

export function unsavedText(month: string): string | null {
  return recall(keyOf(month))
}

export function keepUnsavedText(month: string, text: string | null): void {
  if (text === null) forget(keyOf(month))
  else remember(keyOf(month), text)
}

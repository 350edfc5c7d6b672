// What this PC's browser profile remembers between openings. Losing it must never lose a saved fact,
// so a profile that refuses storage is simply one that remembers nothing.
import { copyLasting, isLasting, recoverLasting } from './lasting-copy.ts'

const PREFIX = 'yaodian/'

/** Before a page that holds what was typed: after a killed browser, the newest of it is there again. */
export async function recoverRemembered(): Promise<void> {
  try {
    await recoverLasting(localStorage, PREFIX)
  } catch {
    // see remember
  }
}

export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + key, text)
    if (isLasting(key)) copyLasting(localStorage, PREFIX, { key, text })
  } catch {
    // private mode or a full profile: the page works on, only the memory is missing
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(PREFIX + key)
  } catch {
    return null
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
    if (isLasting(key)) copyLasting(localStorage, PREFIX, { key, text: null })
  } catch {
    // see remember
  }
}

/** The keys that begin so. */
export function rememberedKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + start))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}

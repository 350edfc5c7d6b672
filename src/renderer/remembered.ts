// What this PC's browser profile remembers between openings. Losing it must never lose a saved fact,
// so a profile that refuses storage is simply one that remembers nothing.

export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(`yaodian/${key}`, text)
  } catch {
    // private mode or a full profile: the page works on, only the memory is missing
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`yaodian/${key}`)
  } catch {
    return null
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(`yaodian/${key}`)
  } catch {
    // see remember
  }
}

/** The keys that begin so. */
export function rememberedKeys(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`yaodian/${start}`))
      .map((key) => key.slice('yaodian/'.length))
  } catch {
    return []
  }
}

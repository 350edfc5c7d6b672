// Characters that no name of a person or a file may hold.

/** Control characters, those that turn the reading direction or have no width, and halves of a character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/u
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu')

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text)
}

export function withoutInvisible(text: string): string {
  return text.replace(EVERY_INVISIBLE, '')
}

import { describe, expect, it } from 'vitest'
import { hasInvisible, withoutInvisible } from './text-characters.ts'

describe('names', () => {
  it.each(['王敏', '𠮷野', '阿依古丽·买买提', 'é', 'O’Neil 2'])('%j shows all it holds', (name) => {
    expect(hasInvisible(name)).toBe(false)
  })
  it.each(['王\u0000敏', '王敏\n', '\u200b', '\u202e王敏', '王\ud800', '\ufeff王'])('%j does not', (name) => {
    expect(hasInvisible(name)).toBe(true)
    expect(hasInvisible(withoutInvisible(name))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { REJECTION_CODES, rejectionMessage } from './rejections.ts'

describe('every refusal', () => {
  it.each(REJECTION_CODES)('%s says what to do next, in one Chinese sentence', (code) => {
    const sentence = rejectionMessage(code)
    expect(sentence).toMatch(/^[^。！？]*请[^。！？]*。$/)
    // Half-width signs of Western text have no place between Chinese words.
    expect(sentence).not.toMatch(/\p{sc=Han}[,;:!?()]|[,;:!?()]\p{sc=Han}/u)
  })
})

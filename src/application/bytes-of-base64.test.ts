import { expect, it } from 'vitest'
import { bytesOfBase64 } from './bytes-of-base64.ts'

it('gives back every byte there is, in order, whatever the length leaves over', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  for (const length of [0, 1, 2, 3, 255, 256]) {
    const bytes = all.subarray(256 - length)
    expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(Uint8Array.from(bytes))
  }
})

/**
 * Sixteen hexadecimal digits that tell two texts apart. Against accidents only (a row sorted away, an old file):
 * whoever wants two texts with the same sum can make them.
 */
export function checksum(text: string): string {
  const sum = new Checksum()
  sum.add(text)
  return sum.digits
}

/** Of a text that comes in pieces: the same as of the whole. */
export class Checksum {
  #first = 0x811c9dc5
  #second = 0x9e3779b9

  add(text: string): void {
    let first = this.#first
    let second = this.#second
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 13)
    }
    this.#first = first
    this.#second = second
  }

  get digits(): string {
    return hex(this.#first) + hex(this.#second)
  }
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}

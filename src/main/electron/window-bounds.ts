// Where the window stood last time, and whether that place still exists: a projector may have been unplugged since.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
})
export type RememberedBounds = z.output<typeof bounds>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const DEFAULT_SIZE = { width: 1366, height: 768 } as const
export const MIN_SIZE = { width: 1024, height: 640 } as const

/** Enough of the title bar to take hold of. */
const GRIP = { width: 160, height: 40 } as const

/** The remembered place if it can still be seen on one of the displays, else null: centred, in the usual size. */
export function visibleBounds(
  remembered: RememberedBounds | null,
  displays: readonly Area[],
): RememberedBounds | null {
  if (remembered === null) return null
  const display = displays.find((area) => isGraspable(remembered, area))
  if (display === undefined) return null
  return {
    ...remembered,
    width: Math.min(Math.max(remembered.width, MIN_SIZE.width), Math.max(display.width, MIN_SIZE.width)),
    height: Math.min(Math.max(remembered.height, MIN_SIZE.height), Math.max(display.height, MIN_SIZE.height)),
  }
}

function isGraspable(window: Area, display: Area): boolean {
  const left = Math.max(window.x, display.x)
  const right = Math.min(window.x + window.width, display.x + display.width)
  const isTitleBarInside = window.y >= display.y && window.y + GRIP.height <= display.y + display.height
  return right - left >= GRIP.width && isTitleBarInside
}

/** What was remembered in a file; null when there is nothing usable. */
export function readBounds(place: string): RememberedBounds | null {
  try {
    const parsed = bounds.safeParse(JSON.parse(readFileSync(place, 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Remembers for next time. Failing costs a window's place, so it is passed over. */
export function writeBounds(place: string, remembered: RememberedBounds): void {
  try {
    writeFileSync(`${place}.new`, JSON.stringify(remembered))
    renameSync(`${place}.new`, place)
  } catch {
    // A full or read-only disk must not keep the window from closing.
  }
}

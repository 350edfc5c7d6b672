import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBounds, visibleBounds, writeBounds } from '../../src/main/electron/window-bounds.ts'
import { temporaryFolder } from './temporary-folder.ts'

const display = { x: 0, y: 0, width: 1920, height: 1040 }
const projector = { x: 1920, y: 0, width: 1280, height: 720 }
const kept = { x: 100, y: 50, width: 1400, height: 800, isMaximized: false }

test.each([
  ['a place on the display', kept, [display], kept],
  [
    'a place on the second display',
    { ...kept, x: 2000 },
    [display, projector],
    { ...kept, x: 2000, width: 1280, height: 720 },
  ],
  ['a display that is gone', { ...kept, x: 2000 }, [display], null],
  ['above the upper edge', { ...kept, y: -200 }, [display], null],
  ['below the lower edge', { ...kept, y: 1030 }, [display], null],
  ['a sliver at the side', { ...kept, x: 1900 }, [display], null],
  [
    'larger than the display',
    { ...kept, width: 9000, height: 9000 },
    [display],
    { ...kept, width: 1920, height: 1040 },
  ],
  ['too small to use', { ...kept, width: 10, height: 10, x: 0, y: 0 }, [display], null],
  ['nothing remembered', null, [display], null],
])('%s', (_what, remembered, displays, expected) => {
  expect(visibleBounds(remembered, displays)).toEqual(expected)
})

test('is remembered in a file, and what is not a place is forgotten', () => {
  const place = join(temporaryFolder(), 'window.json')
  expect(readBounds(place)).toBeNull()
  writeBounds(place, kept)
  expect(readBounds(place)).toEqual(kept)
  for (const content of ['', '{', '[]', '{"x":"1"}', readFileSync(place, 'utf8').replace('100', '1e400')]) {
    writeFileSync(place, content)
    expect(readBounds(place)).toBeNull()
  }
  expect(() => writeBounds(join(place, 'nowhere'), kept)).not.toThrow()
})

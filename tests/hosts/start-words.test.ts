// What may be said at a start, and where things lie when nothing is said.
import { expect, test } from 'vitest'
import { readBrowserHostArguments, readWindowDataFolder } from '../../src/main/browser/host-arguments.ts'
import { defaultDataFolder } from '../../src/main/default-data-folder.ts'
import { hasDesktop } from '../../src/main/open-with-system.ts'

test.each([
  [[], { dataFolder: null, opensBrowser: true, port: 0 }],
  [
    ['--data', '/数据 夹', '--no-open', '--port', '8080'],
    { dataFolder: '/数据 夹', opensBrowser: false, port: 8080 },
  ],
  [['--data=x'], { dataFolder: 'x', opensBrowser: true, port: 0 }],
])('browser host %j', (words, expected) => {
  expect(readBrowserHostArguments(words)).toEqual(expected)
})

test.each([
  [['--port', '99999']],
  [['--port', '-1']],
  [['--port', '80a']],
  [['--data']],
  [['--data', '']],
  [['--listen', '0.0.0.0']],
  [['extra']],
])('browser host does not understand %j', (words) => {
  expect(readBrowserHostArguments(words)).toBeNull()
})

test.each([
  [['.', '--data', '/d'], '/d'],
  [['--data=/d', '--no-sandbox'], '/d'],
  [['--data', '--inspect'], null],
  [['--data'], null],
  [['yaodian://open?data=/d', '/d/package.ydb'], null],
])('window takes from %j only the folder', (words, folder) => {
  expect(readWindowDataFolder(words)).toBe(folder)
})

test.each([
  ['win32', { LOCALAPPDATA: '/l' }, '/l/要点台账'],
  ['win32', {}, '/h/AppData/Local/要点台账'],
  ['darwin', {}, '/h/Library/Application Support/要点台账'],
  ['linux', { XDG_DATA_HOME: '/x' }, '/x/要点台账'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/h/.local/share/要点台账'],
  ['linux', {}, '/h/.local/share/要点台账'],
] as const)('on %s with %j data lies in %s', (platform, environment, folder) => {
  expect(defaultDataFolder(platform, environment, '/h').replaceAll('\\', '/')).toBe(folder)
})

test('a desktop is known by its display', () => {
  expect([hasDesktop('linux', {}), hasDesktop('linux', { DISPLAY: ':0' }), hasDesktop('win32', {})]).toEqual([
    false,
    true,
    true,
  ])
})

// The part of the contract's story about 佐证材料: files that come in, over every host.
const place = { department: 'keyan', month: '2020-06' }
const base64 = (text: string) => Buffer.from(text).toString('base64')
const file = { ...place, fileName: '名单.pdf', base64: base64('甲') }
/** SHA-256 of 甲 is not spelt out: a path that no file has is refused the same everywhere. */
const missing = `证据/${'0'.repeat(64)}-名单.pdf`

/** what · name · input · expected */
export const evidenceSteps: readonly (readonly [string, string, unknown, string])[] = [
  ['a file', 'evidence.add', file, 'ok'],
  ['the same file again', 'evidence.add', file, 'ok'],
  [
    'a file of more than 20 MB',
    'evidence.add',
    { ...file, base64: base64('x'.repeat(20 * 1024 * 1024 + 1)) },
    'evidence-too-large',
  ],
  ['a program', 'evidence.add', { ...file, fileName: '名单.exe' }, 'evidence-is-program'],
  ['an empty file', 'evidence.add', { ...file, base64: '' }, 'evidence-empty'],
  ['no base64', 'evidence.add', { ...file, base64: '甲' }, 'invalid-input'],
  ['a file for another department', 'evidence.add', { ...file, department: 'gaoxin' }, 'not-permitted'],
  ['opening what is not there', 'evidence.open', { path: missing }, 'evidence-missing'],
  ['opening another file', 'evidence.open', { path: '../台账.db' }, 'evidence-missing'],
]

// One story of calls, right and wrong, that every host is taken through from an empty data folder.

import { evidenceSteps } from './contract-evidence-steps.ts'
import { formSteps } from './contract-form-steps.ts'
import { contractOverviewSteps } from './contract-overview-steps.ts'
import { contractPlanSteps } from './contract-plan-steps.ts'
import { tableSteps } from './contract-table-steps.ts'

export interface ContractStep {
  readonly what: string
  readonly name: string
  readonly input: unknown
  /** 'ok', or the refusal's code */
  readonly expected: string
}

const ok = 'ok'
const month = '2020-06'
const keyan = { department: 'keyan', month }
const nowhere = { department: 'nowhere', month }
const reading = (value: unknown, indicator = 'i7') => ({
  sheets: [{ month, department: 'keyan', readings: [{ indicator, value }] }],
})

function step(what: string, name: string, input: unknown, expected: string): ContractStep {
  return { what, name, input, expected }
}

const names = [
  'nope',
  'session',
  'session.read ',
  'constructor',
  '__proto__',
  'toString',
  'a/b',
  '../x',
  '..',
  '',
  '会话',
  '%2e',
]

const wrongInputs: readonly (readonly [string, unknown, string])[] = [
  ['nothing at all', undefined, 'invalid-input'],
  ['null', null, 'invalid-input'],
  ['a list', [], 'invalid-input'],
  ['a text', '{}', 'invalid-input'],
  ['a number', 5, 'invalid-input'],
  ['NaN', Number.NaN, 'invalid-input'],
  ['a field nobody knows', { more: 1 }, 'invalid-input'],
  ['a field nobody knows that holds NaN', { more: Number.NaN }, 'invalid-input'],
  ['a field that is undefined', { more: undefined }, ok],
  ['a polluting key', JSON.parse('{"__proto__":{"actor":"office"}}'), 'invalid-input'],
  ['a constructor', { constructor: { prototype: { actor: 'office' } } }, 'invalid-input'],
  ['a text of 11 MB', { more: 'x'.repeat(11 * 1024 * 1024) }, 'input-too-large'],
  ['11 MB in three-byte characters', { more: '字'.repeat(4 * 1024 * 1024) }, 'input-too-large'],
  ['a hundred levels', nested(100), 'invalid-input'],
]

function nested(levels: number): unknown {
  let value: unknown = {}
  for (let level = 0; level < levels; level += 1) value = { more: value }
  return value
}

/** In order: each step finds what the steps before it left. */
export const contractSteps: readonly ContractStep[] = [
  ...names.map((name) => step(`the name ${JSON.stringify(name)}`, name, {}, 'unknown-call')),
  ...wrongInputs.map(([what, input, expected]) => step(what, 'session.read', input, expected)),
  step('the empty folder', 'session.read', {}, ok),
  step('a plan before there is a store', 'plan.read', {}, 'store-missing'),
  step('figures before there is a store', 'entry.record', reading(1), 'not-signed-in'),
  step('a person without a name', 'store.create', { person: { name: ' ', role: 'office' } }, 'invalid-input'),
  step('a role nobody has', 'store.create', { person: { name: '张三', role: 'root' } }, 'invalid-input'),
  step(
    'half a plan',
    'store.create',
    { planText: '{"title": "半', person: { name: '张三', role: 'office' } },
    'plan-file-unreadable',
  ),
  step(
    'a plan that is none',
    'store.create',
    { planText: '{}', person: { name: '张三', role: 'office' } },
    'plan-file-invalid',
  ),
  step('still nothing there', 'session.read', {}, ok),
  step(
    'a new store',
    'store.create',
    { bureauName: '某市科技局', person: { name: '张三', role: 'office' } },
    ok,
  ),
  step(
    'a second store in its place',
    'store.create',
    { person: { name: '李四', role: 'office' } },
    'store-exists',
  ),
  step('who acts now', 'session.read', {}, ok),
  step('a clerk', 'people.add', { name: '李四', department: 'keyan', role: 'clerk' }, ok),
  step(
    'the clerk again',
    'people.add',
    { name: '李四', department: 'keyan', role: 'clerk' },
    'person-exists',
  ),
  step(
    'a clerk of nowhere',
    'people.add',
    { name: '王五', department: 'nowhere', role: 'clerk' },
    'unknown-department',
  ),
  step('everybody', 'people.list', {}, ok),
  step('acting as nobody', 'session.actAs', { name: '赵六' }, 'unknown-person'),
  step('acting as an object', 'session.actAs', { name: { toString: '张三' } }, 'invalid-input'),
  step('acting as the clerk', 'session.actAs', { name: '李四' }, ok),
  step('the clerk adds an office', 'people.add', { name: '王五', role: 'office' }, 'not-permitted'),
  step('the page to fill in', 'entry.read', keyan, ok),
  step('the page, nothing of it opened', 'entry.read', { ...keyan, open: [] }, ok),
  step('the page, opened at no list', 'entry.read', { ...keyan, open: 'i1' }, 'invalid-input'),
  step('what is doubtful of two figures', 'entry.doubts', { ...keyan, indicators: ['i1', 'i7'] }, ok),
  step('what is doubtful nowhere', 'entry.doubts', { ...nowhere, indicators: [] }, 'unknown-department'),
  step('the page of nowhere', 'entry.read', nowhere, 'unknown-department'),
  step('a month that is none', 'entry.read', { department: 'keyan', month: '2020-13' }, 'invalid-month'),
  step(
    'a month of another plan',
    'entry.read',
    { department: 'keyan', month: '1999-01' },
    'month-outside-plan',
  ),
  step('a figure', 'entry.record', reading(3), ok),
  step('a figure as decimal text', 'entry.record', reading('3.0'), ok),
  step('minus zero', 'entry.record', reading(-0), ok),
  step('NaN for a figure', 'entry.record', reading(Number.NaN), 'invalid-input'),
  step(
    'infinity for a figure',
    'entry.record',
    JSON.parse(
      '{"sheets":[{"month":"2020-06","department":"keyan","readings":[{"indicator":"i7","value":1e400}]}]}',
    ),
    'invalid-input',
  ),
  step('words for a figure', 'entry.record', reading('三家左右'), 'number-not-understood'),
  step('a date for a figure', 'entry.record', reading(new Date(0)), 'invalid-input'),
  step('an unknown indicator', 'entry.record', reading(1, 'i999'), 'unknown-indicator'),
  step('an indicator named like a property', 'entry.record', reading(1, 'constructor'), 'unknown-indicator'),
  step('another department’s indicator', 'entry.record', reading(1, 'i3'), 'not-your-indicator'),
  step('no sheet', 'entry.record', { sheets: [] }, 'invalid-input'),
  step(
    'a million characters',
    'entry.record',
    { sheets: [{ month, department: 'keyan', reason: '字'.repeat(1_000_000) }] },
    'invalid-input',
  ),
  step(
    'a character cut in half',
    'entry.record',
    {
      sheets: [
        { month, department: 'keyan', readings: [{ indicator: 'i7', value: 4, note: '半个字\ud83d' }] },
      ],
    },
    ok,
  ),
  step(
    'another department’s page',
    'entry.record',
    { sheets: [{ month, department: 'gaoxin', readings: [{ indicator: 'i3', value: 1 }] }] },
    'not-permitted',
  ),
  ...evidenceSteps.map((each) => step(...each)),
  ...formSteps.map((each) => step(...each)),
  ...tableSteps.map((each) => step(...each)),
  step('a report with blanks', 'submission.submit', keyan, 'cells-blank'),
  step('the clerk accepts', 'submission.accept', keyan, 'not-permitted'),
  step('everything measured', 'status.read', { month, provisional: true }, ok),
  step('only what is accepted', 'status.read', { month }, ok),
  ...contractOverviewSteps,
  step('the matrix', 'submission.matrix', { year: 2020 }, ok),
  step('half a year', 'submission.matrix', { year: 2020.5 }, 'invalid-input'),
  step('a department’s month', 'submission.review', keyan, ok),
  step(
    'the clerk revises a target',
    'plan.reviseTarget',
    { indicator: 'i7', committed: 1, from: month, reason: '试' },
    'not-permitted',
  ),
  step('acting as the office', 'session.actAs', { name: '张三' }, ok),
  step(
    'a revision without a reason',
    'plan.reviseTarget',
    { indicator: 'i7', committed: 31, from: month, reason: ' ' },
    'reason-missing',
  ),
  step(
    'a revision',
    'plan.reviseTarget',
    { indicator: 'i7', committed: 31, from: '2020-07', reason: '调整' },
    ok,
  ),
  step('acceptance of what was not submitted', 'submission.accept', keyan, 'not-submitted'),
  step('a return without a reason', 'submission.sendBack', { ...keyan, reason: '' }, 'reason-missing'),
  step('the plan', 'plan.read', {}, ok),
  step('the bulletin', 'bulletin.preview', { month }, ok),
  step('the bulletin of no month', 'bulletin.preview', { month: '六月' }, 'invalid-month'),
  step('its text, drafted', 'bulletin.text', { month }, ok),
  step('a blank text', 'bulletin.editText', { month, text: ' ', basis: null }, 'bulletin-text-empty'),
  step('the office’s words', 'bulletin.editText', { month, text: '通报\n改过的文字', basis: null }, ok),
  step(
    'words over words not seen',
    'bulletin.editText',
    { month, text: '另一份', basis: null },
    'bulletin-text-changed-meanwhile',
  ),
  step('its text, edited', 'bulletin.text', { month }, ok),
  step('the text as a document', 'bulletin.exportText', { month }, ok),
  step('the bulletin as a workbook', 'bulletin.export', { month }, ok),
  step(
    'words after freezing',
    'bulletin.editText',
    { month, text: '太晚了', basis: null },
    'bulletin-already-frozen',
  ),
  step('the same again', 'bulletin.export', { month }, ok),
  ...contractPlanSteps,
  step(
    'a plan read in the wrong encoding',
    'plan.importDraft',
    { planText: '{"title":"\ufffd\ufffd"}' },
    'file-not-utf8',
  ),
  step(
    'half a character in a name',
    'people.add',
    { name: '王\ud800', role: 'clerk', department: 'keyan' },
    'person-name-odd',
  ),
  step('the journal', 'journal.verify', {}, ok),
]

import { describe, expect, test } from 'vitest'
import type { Person } from '../journal/journal-entry.ts'
import { StateBuilder } from '../testing/builders.ts'
import { type BulletinTextEdit, decideBulletinText } from './bulletin-text.ts'

const office: Person = { name: '李强', department: null, role: 'office' }
const clerk: Person = { name: '王敏', department: 'gaoxin', role: 'clerk' }
const edit = (part: Partial<BulletinTextEdit> = {}): BulletinTextEdit => ({
  month: '2020-06',
  text: '通报\n改过的文字',
  draft: '通报\n拟稿',
  basis: null,
  ...part,
})

function decide(builder: StateBuilder, wish: BulletinTextEdit, actor = office) {
  const decided = decideBulletinText(builder.state, wish, actor)
  return decided.ok ? decided.value.drafts : `${decided.rejection.code} ${decided.rejection.message}`
}

function edited(): StateBuilder {
  const builder = new StateBuilder()
  const drafts = decide(builder, edit())
  if (typeof drafts === 'string') throw new Error(drafts)
  return builder.append(drafts, '2020-06-28', '李强')
}

describe('the office puts its words in the draft’s place', () => {
  test('as an entry that keeps the draft it was made from', () => {
    expect(decide(new StateBuilder(), edit())).toMatchObject([
      {
        kind: 'bulletin-text-edited',
        subject: 'bulletin-text/2020-06',
        body: { month: '2020-06', text: '通报\n改过的文字', draft: '通报\n拟稿' },
      },
    ])
    expect(edited().state.bulletinTexts.get('2020-06')).toMatchObject({
      text: '通报\n改过的文字',
      origin: { author: '李强' },
    })
  })

  test('and may go back to the draft', () => {
    const builder = edited()
    const basis = builder.state.bulletinTexts.get('2020-06')?.origin.entry ?? null
    expect(decide(builder, edit({ text: null, basis }))).toMatchObject([{ body: { text: null } }])
  })

  test('the same words again write nothing', () => {
    const builder = edited()
    const basis = builder.state.bulletinTexts.get('2020-06')?.origin.entry ?? null
    expect(decide(builder, edit({ basis }))).toEqual([])
    expect(decide(new StateBuilder(), edit({ text: null }))).toEqual([])
  })

  test('refused with words: blank, overtaken, a month outside, no right to it', () => {
    expect(decide(new StateBuilder(), edit({ text: ' \n ' }))).toBe(
      'bulletin-text-empty 通报文字是空的，请写好再保存，或恢复为自动拟稿。',
    )
    expect(decide(edited(), edit({ text: '另一份' }))).toBe(
      'bulletin-text-changed-meanwhile 通报文字刚才已被李强改过，请核对最新的文字后再保存，您写的内容仍在页面上。',
    )
    expect(decide(new StateBuilder(), edit({ month: '2030-06' }))).toContain('month-outside-plan')
    expect(decide(new StateBuilder(), edit(), clerk)).toContain('not-permitted')
  })

  test('refused once the issue is frozen', () => {
    const builder = new StateBuilder().append(
      [
        {
          kind: 'bulletin-frozen',
          subject: 'bulletin/2020-06',
          basis: null,
          body: { month: '2020-06', issue: 6, heads: {} },
        },
      ],
      '2020-06-29',
    )
    expect(decide(builder, edit())).toBe(
      'bulletin-already-frozen 第6期已经冻结，文字不能再改，有变化请在下一期说明。',
    )
  })
})

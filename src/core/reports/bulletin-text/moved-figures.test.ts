import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bulletinContext } from '../bulletin/bulletin-context.ts'
import { comparedInput } from '../testing/compared-bulletin.ts'
import { largeInput, sampleInput, untouchedInput } from '../testing/sample-bulletins.ts'
import { draftText } from './draft-text.ts'
import { draftChanges } from './moved-figures.ts'
import { plainText } from './text-lines.ts'

const draft = draftText(bulletinContext(sampleInput()))
const today = plainText(draft)
const changes = (from: string, to: string) => {
  expect(today).toContain(to)
  return draftChanges(today.replace(to, from), draft)
}

test.each([sampleInput(), comparedInput(), untouchedInput(), largeInput(200)])('nothing moved', (input) => {
  const same = draftText(bulletinContext(input))
  const nothing = { figures: [], added: [], removed: [] }
  expect(draftChanges(plainText(same), same)).toEqual(nothing)
  // Another day of drafting is no change of the figures.
  expect(draftChanges(plainText({ ...same, date: '2020年7月30日' }), same)).toEqual(nothing)
})

describe('what moved is named', () => {
  test('a figure among the same words', () => {
    expect(changes('填实率88.0%', '填实率90.5%')).toEqual({
      figures: [{ label: '填实率', before: '88.0%', after: '90.5%' }],
      added: [],
      removed: [],
    })
  })

  test('two figures of one clause', () => {
    expect(changes('滞后6项，占27.3%', '滞后5项，占22.7%').figures).toEqual([
      { label: '滞后', before: '6', after: '5' },
      { label: '滞后占比', before: '27.3%', after: '22.7%' },
    ])
  })

  test('a clause that is new, and one that is gone', () => {
    expect(changes('', '受阻需协调1项：建设平台。')).toEqual({
      figures: [],
      added: ['受阻需协调1项：建设平台'],
      removed: [],
    })
    expect(changes('科研处。尚未报送1个处室：办公室。', '科研处。').removed).toEqual([
      '尚未报送1个处室：办公室',
    ])
  })

  test('other words around a figure are not taken for the same clause', () => {
    const { figures, added, removed } = changes('逾期报送1个处室：高新处', '逾期报送1个处室：科研处')
    expect(figures).toEqual([])
    expect([added, removed]).toEqual([['逾期报送1个处室：科研处'], ['逾期报送1个处室：高新处']])
  })
})

test('whatever stood there before, nothing breaks and nothing is named twice', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
      const { figures, added } = draftChanges(lines.join('\n'), draft)
      expect(new Set(added).size).toBe(added.length)
      const named = figures.map(({ label, before, after }) => `${label} ${before} ${after}`)
      expect(new Set(named).size).toBe(named.length)
    }),
  )
})

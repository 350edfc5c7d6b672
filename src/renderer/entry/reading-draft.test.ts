import { describe, expect, it } from 'vitest'
import type { EntryIndicatorRow } from '../../contract/api.ts'
import type { IndicatorReading } from '../../core/journal/journal-entry.ts'
import type { Indicator } from '../../core/plan/annual-plan.ts'
import { previewReading, type ReadingDraft, readingInput, rowTexts, withField } from './reading-draft.ts'

const companies: Indicator = { id: 'i1', name: '新增高企', unit: '家', mode: 'monthly-flow', decimals: 0 }
const share: Indicator = { id: 'i6', name: '产值占比', unit: '%', mode: 'ratio', decimals: 2 }

function aReading(part: Partial<IndicatorReading>): IndicatorReading {
  return {
    month: '2020-06',
    indicator: 'i1',
    locality: null,
    state: 'number',
    value: null,
    numerator: null,
    denominator: null,
    unitNote: null,
    note: null,
    ...part,
  }
}

function aRow(part: Partial<EntryIndicatorRow>): EntryIndicatorRow {
  return {
    id: 'i1',
    programme: null,
    reading: null,
    basis: null,
    previousTotal: null,
    isExpected: true,
    status: {
      id: 'i1',
      state: 'blank',
      monthAmount: null,
      actual: null,
      target: null,
      completion: null,
      expectedShare: null,
      expectedValue: null,
      paceRatio: null,
      light: 'grey',
      label: '未填报',
      why: '',
      neededPerMonth: null,
      whatItTakes: null,
      verdict: null,
      note: null,
      isCorrectionPending: false,
    },
    readings: [],
    missed: null,
    history: [],
    folded: null,
    localities: [],
    ...part,
  }
}

const typed = (...fields: readonly (readonly [Parameters<typeof withField>[1], string])[]): ReadingDraft =>
  fields.reduce<ReadingDraft>((draft, [field, text]) => withField(draft, field, text, null), { basis: null })

describe('a typed figure', () => {
  it('is sent as a plain decimal', () => {
    expect(readingInput(aRow({}), companies, typed(['figure', '１，２００家']))).toEqual({
      input: { indicator: 'i1', value: '1200', note: null, unitNote: null, basis: null },
    })
  })

  it('is sent as typed when it is not understood, so that the refusal can name it', () => {
    expect(readingInput(aRow({}), companies, typed(['figure', '约12家']))).toMatchObject({
      input: { value: '约12家' },
    })
  })

  it('is not sent at all in another order of magnitude', () => {
    expect(readingInput(aRow({}), companies, typed(['figure', '3万']))).toEqual({
      problem: { kind: 'other-unit', typedUnit: '万' },
    })
  })

  it('changes nothing when it is the stored number written otherwise', () => {
    expect(
      readingInput(aRow({ reading: aReading({ value: '12.5' }) }), companies, typed(['figure', ' 12.50 '])),
    ).toBeNull()
  })

  it('ends a chosen state', () => {
    const draft = typed(['state', 'no-progress'], ['figure', '3'])
    expect(rowTexts(null, draft).state).toBe('number')
  })

  it('deleted makes the cell blank, which is not zero', () => {
    const row = aRow({ reading: aReading({ value: '3' }) })
    expect(readingInput(row, companies, typed(['figure', '']))).toMatchObject({ input: { state: 'blank' } })
    expect(readingInput(row, companies, typed(['figure', '0']))).toMatchObject({ input: { value: '0' } })
  })

  it('keeps the note that is stored', () => {
    const row = aRow({ reading: aReading({ value: '-3', note: '核减' }) })
    expect(readingInput(row, companies, typed(['figure', '-4']))).toMatchObject({
      input: { value: '-4', note: '核减' },
    })
  })
})

describe('a chosen state', () => {
  it('takes the place of the number', () => {
    const row = aRow({ reading: aReading({ value: '3' }) })
    const draft = typed(['figure', '4'], ['state', 'not-applicable'])
    expect(readingInput(row, companies, draft)).toMatchObject({ input: { state: 'not-applicable' } })
    expect(rowTexts(row.reading, draft).figure).toBe('')
  })
})

describe('a ratio from its parts', () => {
  it('sends both parts and no percentage', () => {
    const input = readingInput(
      aRow({}),
      share,
      typed(['numerator', '120.5'], ['denominator', '５１２'], ['unitNote', '亿元']),
    )
    expect(input).toEqual({
      input: {
        indicator: 'i6',
        numerator: '120.5',
        denominator: '512',
        note: null,
        unitNote: '亿元',
        basis: null,
      },
    })
  })

  it('sends a missing part as missing, so that the refusal asks for it', () => {
    expect(readingInput(aRow({}), share, typed(['numerator', '120']))).toMatchObject({
      input: { numerator: '120', denominator: null },
    })
  })

  it('is previewed only with a denominator that divides', () => {
    expect(
      previewReading(aRow({}), share, typed(['numerator', '120'], ['denominator', '0']), '2020-06'),
    ).toBeNull()
    expect(
      previewReading(aRow({}), share, typed(['numerator', '120'], ['denominator', '500']), '2020-06'),
    ).toMatchObject({ numerator: '120', denominator: '500', value: null })
  })
})

describe('the preview', () => {
  it('waits while a number is half typed', () => {
    expect(previewReading(aRow({}), companies, typed(['figure', '-']), '2020-06')).toBeNull()
    expect(previewReading(aRow({}), companies, typed(['figure', '1']), '2020-06')).toMatchObject({
      state: 'number',
      value: '1',
    })
  })
})

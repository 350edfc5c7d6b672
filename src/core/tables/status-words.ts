// Words that people write for how a measure stands, besides those of the product.
import { folded, STATE_WORDS } from '../forms/form-fields.ts'
import type { MeasureStatus } from '../journal/journal-entry.ts'

const SYNONYMS: Readonly<Record<string, MeasureStatus>> = {
  完成: 'done',
  已办结: 'done',
  办结: 'done',
  进行中: 'under-way',
  正在推进: 'under-way',
  正常推进: 'under-way',
  有序推进: 'under-way',
  正在实施: 'under-way',
  实施中: 'under-way',
  未开始: 'not-started',
  尚未启动: 'not-started',
  未开展: 'not-started',
  受阻: 'blocked',
  需协调: 'blocked',
}

/** Null where the text is one of the product's own words, or none at all. */
export function meantStatus(text: string): MeasureStatus | null {
  return SYNONYMS[folded(text)] ?? null
}

/** 本月无进展, 不适用, 尚未统计: a state that stands in an indicator's status column. */
export function stateIn(text: string): keyof typeof STATE_WORDS | null {
  const keys = Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[]
  return keys.find((key) => folded(STATE_WORDS[key]) === folded(text)) ?? null
}

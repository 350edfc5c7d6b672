// What a clerk types into a figure cell, on screen or in a fill-in form, understood before it is taken: full-width
// digits, thousands separators and a unit written behind the number. What is not understood is handed on as typed,
// so that the refusal names it.

export type TypedFigure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly text: string }
  /** a number, but in another order of magnitude than the indicator's unit: never converted silently */
  | { readonly kind: 'other-unit'; readonly typedUnit: string; readonly text: string }
  | { readonly kind: 'unclear'; readonly text: string }

/** Units that change what the number means; words that only count things (家, 项, 人次) do not. */
const MAGNITUDES = [
  '万亿元',
  '亿元',
  '万元',
  '千元',
  '元',
  '万亿',
  '亿',
  '万',
  '千',
  '百',
  '%',
  '‰',
  '个百分点',
]
const COUNTERS = [
  '人次',
  '个',
  '家',
  '项',
  '件',
  '场',
  '人',
  '名',
  '次',
  '户',
  '所',
  '座',
  '篇',
  '台',
  '套',
  '条',
  '只',
  '批',
  '期',
  '份',
]

const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)(\.\d+)?$/
const FIGURE = /^([+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+))(.*)$/

export function readFigure(typed: string, unit: string): TypedFigure {
  const flat = narrow(typed)
  if (flat === '') return { kind: 'empty' }
  const match = FIGURE.exec(flat)
  const figure = match?.[1] === undefined ? null : plainDecimal(match[1])
  if (figure === null) return { kind: 'unclear', text: typed.trim() }
  const written = match?.[2] ?? ''
  if (written === '' || isSameUnit(written, narrow(unit))) return { kind: 'number', text: figure }
  if (MAGNITUDES.includes(written)) return { kind: 'other-unit', typedUnit: written, text: typed.trim() }
  return { kind: 'unclear', text: typed.trim() }
}

/** Full-width forms to half-width, blanks out, the Chinese full stop between digits to a point. */
function narrow(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/(\d)[。｡](?=\d)/g, '$1.')
    .replace(/[−–—]/g, '-')
}

function plainDecimal(figure: string): string | null {
  if (!figure.includes(',')) return figure.replace(/^\+/, '').replace(/^(-?)\./, '$10.')
  const grouped = GROUPED.exec(figure)
  if (grouped === null) return null
  return `${grouped[1] === '-' ? '-' : ''}${(grouped[2] ?? '').replaceAll(',', '')}${grouped[3] ?? ''}`
}

function isSameUnit(written: string, unit: string): boolean {
  if (written === unit) return true
  // 40亿 for an indicator in 亿元
  if (`${written}元` === unit && MAGNITUDES.includes(written)) return true
  return COUNTERS.includes(written) && !MAGNITUDES.includes(unit)
}

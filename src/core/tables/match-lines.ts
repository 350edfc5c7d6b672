// Which item of the plan a row of a bureau's own table is about. Exact names are taken; near ones are proposed for
// somebody to confirm; where several fit, nothing is guessed.
import type { FormItem } from '../forms/form-items.ts'
import type { Steps } from '../steps.ts'
import { NameIndex, plainName } from './item-names.ts'
import type { TableLine } from './table-lines.ts'

export type ItemLine = Extract<TableLine, { kind: 'item' }>

/** An item that somebody else reports. */
export interface ForeignItem {
  readonly name: string
  readonly departmentName: string
}

export type LineMatch =
  | { readonly line: ItemLine; readonly item: FormItem; readonly isNear: boolean; readonly written: string }
  | { readonly line: ItemLine; readonly item: null; readonly reason: string; readonly column: number }

interface Indexes {
  readonly own: NameIndex<FormItem>
  readonly foreign: NameIndex<ForeignItem>
}

/** A row answers up to two matches: its indicator and its measure, where the table has a column for each. */
export function* matchLines(
  lines: readonly ItemLine[],
  items: readonly FormItem[],
  facts: { readonly foreign: readonly ForeignItem[]; readonly hasBothNames: boolean },
): Steps<LineMatch[]> {
  const foreign = yield* NameIndex.of(facts.foreign)
  const whole: Indexes = { own: yield* NameIndex.of(items), foreign }
  const kinds = { indicator: whole, measure: whole }
  if (facts.hasBothNames) {
    const named = (sheet: FormItem['sheet']) => NameIndex.of(items.filter((item) => item.sheet === sheet))
    kinds.indicator = { own: yield* named('indicators'), foreign }
    kinds.measure = { own: yield* named('measures'), foreign }
  }
  const matches: LineMatch[] = []
  for (const line of lines) {
    yield
    for (const kind of ['indicator', 'measure'] as const) {
      const name = line[kind]
      if (name?.isOwn === true) matches.push(matchName(line, name, kinds[kind]))
    }
  }
  return withoutDoubles(matches)
}

function matchName(
  line: ItemLine,
  { text, column }: { readonly text: string; readonly column: number },
  { own, foreign }: Indexes,
): LineMatch {
  const exact = ofProgramme(own.exact(text), line.programme)
  const [found] = exact
  if (found !== undefined) {
    return exact.length === 1
      ? { line, item: found, isNear: false, written: text }
      : unknown(line, column, `有${exact.length}项都叫这个名称，不能确定是哪一项，请写上所属行动`)
  }
  const [elsewhere] = foreign.exact(text)
  if (elsewhere !== undefined)
    return unknown(line, column, `“${elsewhere.name}”由${elsewhere.departmentName}填报，不在这次导入的范围内`)
  const near = ofProgramme(own.near(text), line.programme)
  const [nearest] = near
  if (nearest === undefined) return unknown(line, column, '要点里没有这个名称的指标或举措，请核对名称')
  if (near.length > 1)
    return unknown(
      line,
      column,
      `像“${near
        .slice(0, 3)
        .map(({ name }) => name)
        .join('”，也像“')}”，不能确定是哪一项，请写全名称`,
    )
  return { line, item: nearest, isNear: true, written: text }
}

/** Of several, those of the programme that the row names, if it names one of theirs. */
function ofProgramme(found: readonly FormItem[], programme: string): readonly FormItem[] {
  if (found.length < 2 || programme === '') return found
  const own = found.filter((item) => plainName(item.programme) === plainName(programme))
  return own.length > 0 ? own : found
}

function unknown(line: ItemLine, column: number, reason: string): LineMatch {
  return { line, item: null, reason, column }
}

/** Two rows for one item: the exact one goes before a near one; two of a kind are both left. */
function withoutDoubles(matches: readonly LineMatch[]): LineMatch[] {
  const exact = new Map<FormItem, number>()
  const near = new Map<FormItem, number>()
  for (const match of matches) {
    if (match.item === null) continue
    const count = match.isNear ? near : exact
    count.set(match.item, (count.get(match.item) ?? 0) + 1)
  }
  return matches.map((match) => {
    if (match.item === null) return match
    const { line, item, isNear, written } = match
    const column = (line.indicator?.text === written ? line.indicator : line.measure)?.column ?? 0
    if (isNear && exact.has(item))
      return unknown(line, column, `名称像“${item.name}”，但表里另有一行正是它，这一行没有读入`)
    const count = (isNear ? near : exact).get(item) ?? 0
    return count > 1
      ? unknown(line, column, `“${item.name}”在表里有${count}行，不能确定用哪一行，请只留一行`)
      : match
  })
}

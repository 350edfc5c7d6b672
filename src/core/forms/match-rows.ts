// Which row of the file is which item: by the hidden number, else by 序号 and name. Where they contradict each other,
// nothing is guessed.
import type { Steps } from '../steps.ts'
import { folded, ITEM_TITLES } from './form-fields.ts'
import type { FormItem } from './form-items.ts'
import type { ReturnedRow, ReturnedSheet } from './form-sheets.ts'

export type RowMatch =
  | { readonly row: ReturnedRow; readonly item: FormItem }
  | { readonly row: ReturnedRow; readonly item: null; readonly reason: string }

export function* matchRows(returned: ReturnedSheet, items: readonly FormItem[]): Steps<RowMatch[]> {
  const own = yield* ItemIndex.of(items.filter(({ sheet }) => sheet === returned.key))
  const matches: RowMatch[] = []
  for (const row of returned.rows) {
    matches.push(matchRow(returned, row, own))
    yield
  }
  const rowsOfItem = new Map<FormItem, number>()
  for (const { item } of matches) if (item !== null) rowsOfItem.set(item, (rowsOfItem.get(item) ?? 0) + 1)
  return matches.map((match) =>
    match.item !== null && (rowsOfItem.get(match.item) ?? 0) > 1
      ? {
          row: match.row,
          item: null,
          reason: `“${match.item.name}”在表里有几行，不能确定用哪一行，请只留一行`,
        }
      : match,
  )
}

/** A province's form has thousands of rows: each is looked up, not compared with every item. */
class ItemIndex {
  readonly #byKey = new Map<string, FormItem>()
  readonly #byName = new Map<string, FormItem[]>()

  static *of(items: readonly FormItem[]): Steps<ItemIndex> {
    const index = new ItemIndex()
    for (const item of items) {
      index.#add(item)
      yield
    }
    return index
  }

  #add(item: FormItem): void {
    this.#byKey.set(item.key, item)
    const name = folded(item.name)
    const same = this.#byName.get(name)
    if (same === undefined) this.#byName.set(name, [item])
    else same.push(item)
  }

  ofKey(key: string): FormItem | undefined {
    return this.#byKey.get(key)
  }

  /** `name`: folded */
  named(name: string): readonly FormItem[] {
    return this.#byName.get(name) ?? []
  }
}

function matchRow(returned: ReturnedSheet, row: ReturnedRow, items: ItemIndex): RowMatch {
  const text = (title: string) => row.cells.get(returned.items.get(title) ?? 0)?.text.trim() ?? ''
  const id = text(ITEM_TITLES.id)
  const name = folded(text(returned.key === 'indicators' ? ITEM_TITLES.indicator : ITEM_TITLES.measure))
  const number = text(ITEM_TITLES.number)
  const byName = items.named(name)
  if (id !== '') return matchById(row, items.ofKey(id), byName)
  const exactly = byName.filter((item) => item.number === number)
  const [found] = exactly.length === 1 ? exactly : byName
  if (found !== undefined && (exactly.length === 1 || byName.length === 1)) return { row, item: found }
  return {
    row,
    item: null,
    reason: byName.length > 1 ? '有几项同名，又没有编号，不能确定是哪一项' : '不是本处室本月要填的项目',
  }
}

function matchById(row: ReturnedRow, item: FormItem | undefined, byName: readonly FormItem[]): RowMatch {
  if (item === undefined) return { row, item: null, reason: '要点里本月没有这一项，或不归本处室填报' }
  // Sorting some columns and not the others moves names away from their numbers.
  if (byName.length > 0 && !byName.includes(item))
    return { row, item: null, reason: '编号和名称对不上，不能确定是哪一项，请核对后重新填' }
  return { row, item }
}

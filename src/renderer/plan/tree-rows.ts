// The tree as rows for the list, and what a search leaves of it.
import type { PlanNode, PlanTree } from '../../core/plan/plan-tree.ts'

export interface TreeRow {
  readonly key: string
  readonly depth: 0 | 1 | 2
  /** null for the headings 主要目标 and 保障措施 */
  readonly node: PlanNode | null
  readonly heading: 'headline' | 'safeguards' | null
  /** the programme's number, 1, 2, 3 … */
  readonly number: number | null
  /** the programme an item stands in */
  readonly programme: string | null
}

const nodeKey = (node: { readonly kind: string; readonly id: string }) => `${node.kind}/${node.id}`

const row = (node: PlanNode, depth: 1 | 2, programme: string | null): TreeRow => ({
  key: nodeKey(node),
  depth,
  node,
  heading: null,
  number: null,
  programme,
})

const heading = (which: 'headline' | 'safeguards'): TreeRow => ({
  key: which,
  depth: 0,
  node: null,
  heading: which,
  number: null,
  programme: null,
})

/**
 * Rows whose name or units hold the words looked for, with the headings above them; a programme that matches keeps
 * all it holds. `unitsOf`: the names of those who answer for an item.
 */
export function treeRows(
  tree: PlanTree,
  search: string,
  unitsOf: (node: PlanNode) => readonly string[],
): TreeRow[] {
  const wanted = search.trim().toLowerCase()
  const isMatch = (node: PlanNode) =>
    wanted === '' || [node.name, ...unitsOf(node)].some((text) => text.toLowerCase().includes(wanted))
  const headline = tree.headline.filter(isMatch).map((node) => row(node, 1, null))
  const safeguards = tree.safeguards.filter(isMatch).map((node) => row(node, 1, null))
  return [
    ...(headline.length === 0 ? [] : [heading('headline'), ...headline]),
    ...tree.programmes.flatMap((programme, index): TreeRow[] => {
      const isWhole = wanted === '' || programme.name.toLowerCase().includes(wanted)
      const items = [...programme.indicators, ...programme.measures]
        .filter((node) => isWhole || isMatch(node))
        .map((node) => row(node, 1, programme.id))
      if (!isWhole && items.length === 0 && !isMatch(programme)) return []
      const head: TreeRow = {
        key: nodeKey(programme),
        depth: 0,
        node: programme,
        heading: null,
        number: index + 1,
        programme: programme.id,
      }
      return [head, ...items]
    }),
    ...(safeguards.length === 0 ? [] : [heading('safeguards'), ...safeguards]),
  ]
}

// 工作要点: the tree on the left, the selected item on the right.
import { useMemo, useState } from 'react'
import { indexPlan } from '../../core/plan/annual-plan.ts'
import type { PlanItemKind } from '../../core/plan/plan-change.ts'
import { freeItemId, type PlanNode } from '../../core/plan/plan-tree.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { FoldingPanel } from '../parts/folding-panel.tsx'
import { PageEmpty, PageError, PageLoading } from '../parts/page-states.tsx'
import { useOpenSession } from '../session.tsx'
import { plan as words } from '../words/plan.ts'
import '../styles/plan.css'
import { AmendmentHistory } from './amendment-history.tsx'
import { ItemEditor } from './item-editor.tsx'
import { ItemPanel } from './item-panel.tsx'
import { type ItemValues, newValues } from './item-values.ts'
import { PlanHead } from './plan-head.tsx'
import { Obstacles, PlacesToCheck } from './plan-notes.tsx'
import { LEADING, type PlanChoice, type PlanSource, PlanSourceProvider, planYears } from './plan-source.ts'
import { PlanTreeList } from './plan-tree-list.tsx'
import { treeRows } from './tree-rows.ts'

export default function PlanPage() {
  const { session, actor, plan: now } = useOpenSession()
  const { month } = useChosen()
  const [{ draft, plan }, setChosen] = useState<PlanChoice>(LEADING)
  const listing = useAnswer('plan.list', {})
  const answer = useAnswer('plan.readTree', draft === null ? { month, plan } : { draft })
  const view = answer.data
  const source = useMemo<PlanSource | null>(
    () =>
      view === undefined
        ? null
        : {
            draft,
            view,
            index: indexPlan(view.plan),
            amends: now.at(month).parts.length > 1 ? view.planId : null,
            mayEdit: actor.role === 'office' && !session.isReadOnly,
          },
    [view, draft, actor.role, session.isReadOnly, now, month],
  )
  const failure = listing.error ?? answer.error
  if (failure !== null)
    return (
      <PageError
        failure={failure}
        onRetry={() => {
          setChosen(LEADING)
          void answer.refetch()
        }}
      />
    )
  if (source === null || listing.data === undefined) return <PageLoading />
  return (
    <PlanSourceProvider value={source}>
      <PlanBoard
        key={draft ?? source.view.planId}
        source={source}
        listing={listing.data}
        onChoose={setChosen}
      />
    </PlanSourceProvider>
  )
}

/** CSS pixels: a tree of four columns and the panel */
const WIDTH_FOR_BOTH = 1060

interface BoardProps {
  readonly source: PlanSource
  readonly listing: Parameters<typeof PlanHead>[0]['listing']
  readonly onChoose: (choice: PlanChoice) => void
}

function PlanBoard({ source, listing, onChoose }: BoardProps) {
  const { view, index, draft } = source
  const [search, setSearch] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const [adding, setAdding] = useState<ItemValues | null>(null)
  const unitsOf = (node: PlanNode) =>
    [...(node.lead === null ? [] : [node.lead]), ...node.participating].map(
      (id) => index.departmentsById.get(id)?.name ?? id,
    )
  const all = treeRows(view.tree, '', unitsOf)
  const rows = treeRows(view.tree, search, unitsOf)
  const chosen = all.find((row) => row.key === selected) ?? null
  const [isOpen, setIsOpen] = useState(false)
  const select = (key: string) => {
    setAdding(null)
    setSelected(key)
    setIsOpen(true)
  }
  const add = (kind: PlanItemKind, isInProgramme: boolean) => {
    const programme = isInProgramme ? (chosen?.programme ?? null) : null
    const id = freeItemId(view.plan, kind, programme ?? '')
    setAdding(newValues(kind, { id, programme, years: planYears(source) }))
    setIsOpen(true)
  }
  const later = view.amendments.filter(({ from }) => view.month !== null && from > view.month).length
  return (
    <div className="plan-page">
      <section className="card plan-board">
        <PlanHead
          listing={listing}
          search={search}
          onSearch={setSearch}
          onChoose={onChoose}
          onAdd={add}
          hasProgramme={chosen?.programme != null}
        />
        {draft === null && view.month !== null ? (
          <p className="soft plan-as-of">
            {words.asOf(monthTitle(view.month))}
            {later === 0 ? '' : `；${words.later(later)}`}
          </p>
        ) : null}
        <Obstacles onSelect={select} />
        <PlacesToCheck onSelect={select} />
        <div className="plan-split">
          <div className="plan-left">
            {rows.length === 0 ? (
              <PageEmpty title={search === '' ? words.nothingYet : words.noneFound} />
            ) : (
              <PlanTreeList rows={rows} selected={selected} onSelect={select} />
            )}
          </div>
          <FoldingPanel
            name={words.columns.item}
            className="plan-side"
            foldsBelow={WIDTH_FOR_BOTH}
            isOpen={isOpen}
            onOpen={setIsOpen}
          >
            {adding !== null ? (
              <ItemEditor
                key={`new ${adding.id}`}
                initial={adding}
                isNew
                onDone={(id) => {
                  setAdding(null)
                  if (id !== null) setSelected(`${adding.kind}/${id}`)
                }}
              />
            ) : chosen?.node == null ? (
              <p className="soft plan-choose">{words.choose}</p>
            ) : (
              <ItemPanel key={chosen.key} node={chosen.node} programme={chosen.programme} />
            )}
          </FoldingPanel>
        </div>
      </section>
      {draft === null ? <AmendmentHistory /> : null}
    </div>
  )
}

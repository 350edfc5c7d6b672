// The right side: what the selected item is, and from there the forms that change it.
import { Button, Popconfirm } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../contract/api.ts'
import type { PlanNode } from '../../core/plan/plan-tree.ts'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { common } from '../words/common.ts'
import { KIND_NAMES, planForm, plan as words } from '../words/plan.ts'
import { withoutItem } from './edit-draft.ts'
import { DropForm, ReviseForm, SplitForm } from './item-acts.tsx'
import { ItemEditor } from './item-editor.tsx'
import { ItemFacts } from './item-facts.tsx'
import { valuesOf } from './item-values.ts'
import { planYears, usePlanSource } from './plan-source.ts'

interface Props {
  readonly node: PlanNode
  /** the programme it stands in */
  readonly programme: string | null
}

type Act = 'facts' | 'edit' | 'revise' | 'split' | 'drop'

export function ItemPanel({ node, programme }: Props) {
  const [act, setAct] = useState<Act>('facts')
  const root = useFirstField(act)
  return (
    <div ref={root}>
      <OpenAct node={node} programme={programme} act={act} setAct={setAct} />
    </div>
  )
}

/** A form takes the place of the button that opened it: the keyboard goes along, and back. */
function useFirstField(act: Act) {
  const root = useRef<HTMLDivElement>(null)
  const before = useRef(act)
  useEffect(() => {
    if (before.current === act) return
    before.current = act
    root.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [act])
  return root
}

interface ActProps extends Props {
  readonly act: Act
  readonly setAct: (act: Act) => void
}

function OpenAct({ node, programme, act, setAct }: ActProps) {
  const source = usePlanSource()
  const back = () => setAct('facts')
  const own = node.kind === 'programme' ? null : programme
  if (act === 'edit')
    return <ItemEditor initial={valuesOf(node, own, planYears(source))} isNew={false} onDone={back} />
  if (act === 'revise' && node.kind === 'indicator') return <ReviseForm node={node} onDone={back} />
  if (act === 'split' && (node.kind === 'indicator' || node.kind === 'measure'))
    return <SplitForm node={node} onDone={back} />
  if (act === 'drop') return <DropForm node={node} onDone={back} />
  return (
    <>
      <p className="soft">{KIND_NAMES[node.kind]}</p>
      <h2 className="plan-item-name">{node.name}</h2>
      <ItemFacts node={node} />
      {source.mayEdit && node.phase !== 'ended' ? (
        <div className="button-row">
          <Button type="primary" onClick={() => setAct('edit')}>
            {words.edit}
          </Button>
          {source.draft === null ? (
            <>
              {node.kind === 'indicator' ? (
                <Button onClick={() => setAct('revise')}>{words.revise}</Button>
              ) : null}
              {node.kind === 'indicator' || node.kind === 'measure' ? (
                <Button onClick={() => setAct('split')}>{words.split}</Button>
              ) : null}
              <Button onClick={() => setAct('drop')}>{words.drop}</Button>
            </>
          ) : (
            <DraftActs node={node} draft={source.draft} />
          )}
        </div>
      ) : null}
    </>
  )
}

function DraftActs({ node, draft }: { readonly node: PlanNode; readonly draft: string }) {
  const { view } = usePlanSource()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const isToCheck = view.toCheck.some(({ place }) => place === node.id)
  const rest = view.toCheck.filter(({ place }) => place !== node.id)
  const save = (plan: typeof view.plan) =>
    void act(
      () => ask('plan.saveDraft', { draft, plan, toCheck: rest } as CallInput<'plan.saveDraft'>),
      planForm.saved,
    )
  return (
    <>
      {isToCheck ? (
        <Button loading={isBusy} onClick={() => save(view.plan)}>
          {words.checked}
        </Button>
      ) : null}
      <Popconfirm
        title={`${planForm.remove}“${node.name}”？`}
        okText={planForm.remove}
        cancelText={common.cancel}
        onConfirm={() => save(withoutItem(view.plan, node.kind, node.id))}
      >
        <Button>{planForm.remove}</Button>
      </Popconfirm>
      <RefusedNotice failure={failure} />
    </>
  )
}

// From a row to its items, from an item to the sentence and the entries behind it.
import { Drawer } from 'antd'
import { monthTitle } from '../../core/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { departmentName, type OpenSession, useOpenSession } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { ItemView } from './item-view.tsx'
import { findItem, itemsOf, type Scope } from './items.ts'

export interface Shown {
  readonly month: string
  readonly scope: Scope | null
  readonly item: { readonly kind: 'indicator' | 'measure'; readonly id: string } | null
}

interface Props {
  readonly shown: Shown | null
  readonly isProvisional: boolean
  readonly onShow: (shown: Shown | null) => void
}

export function WhyDrawer({ shown, isProvisional, onShow }: Props) {
  const { plan } = useOpenSession()
  return (
    <Drawer
      open={shown !== null}
      onClose={() => onShow(null)}
      size={520}
      destroyOnHidden
      title={shown === null ? '' : titleOf(plan, shown)}
    >
      {shown === null ? null : <DrawerBody shown={shown} isProvisional={isProvisional} onShow={onShow} />}
    </Drawer>
  )
}

function titleOf(plan: OpenSession['plan'], { scope, item, month }: Shown): string {
  const name =
    item !== null
      ? (plan.indicatorsById.get(item.id)?.indicator.name ??
        plan.measuresById.get(item.id)?.measure.name ??
        '')
      : scope?.kind === 'department'
        ? departmentName(plan, scope.id)
        : (plan.programmesById.get(scope?.id ?? '')?.name ?? '')
  return `${name} · ${monthTitle(month)}`
}

function DrawerBody({
  shown,
  isProvisional,
  onShow,
}: {
  readonly shown: Shown
  readonly isProvisional: boolean
  readonly onShow: (shown: Shown) => void
}) {
  const { plan } = useOpenSession()
  const answer = useAnswer('status.read', { month: shown.month, provisional: isProvisional })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  const report = answer.data
  const item = shown.item === null ? null : findItem(plan, report, shown.item)
  if (item !== null) {
    return (
      <>
        {shown.scope === null ? null : (
          <button
            type="button"
            className="link-button drawer-back"
            onClick={() => onShow({ ...shown, item: null })}
          >
            ← {words.back}
          </button>
        )}
        <ItemView item={item} month={shown.month} />
      </>
    )
  }
  const items = shown.scope === null ? [] : itemsOf(plan, report, shown.scope)
  if (items.length === 0) return <p className="soft">{words.noItemsText}</p>
  return (
    <ul className="drawer-items">
      {items.map((each) => (
        <li key={`${each.kind} ${each.id}`}>
          <button
            type="button"
            className="drawer-item"
            onClick={() => onShow({ ...shown, item: { kind: each.kind, id: each.id } })}
          >
            <LightBadge light={each.status.light} label={each.status.label} />
            <span className="drawer-item-name">{each.name}</span>
            <span className="soft">{inOneLine(plan, each, shown.month)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

// From a row to its items, from an item to the sentence and the entries behind it.
import { Drawer } from 'antd'
import { fullWidth } from '../../core/measuring/wording.ts'
import { monthTitle } from '../../core/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { departmentName, type OpenSession, useOpenSession, WithPlan } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { ItemView } from './item-view.tsx'
import { findItem, itemsOf, type Scope, worstOf } from './items.ts'
import { useViewed } from './viewed.ts'

export interface Shown {
  readonly month: string
  readonly scope: Scope | null
  readonly item: { readonly kind: 'indicator' | 'measure'; readonly id: string } | null
}

interface Props {
  readonly shown: Shown | null
  readonly onShow: (shown: Shown | null) => void
}

/** In CSS pixels: an item has a chart of twelve months, and half of a small screen stays free. */
const ITEM_WIDTH = 700
const LIST_WIDTH = 520

export function WhyDrawer({ shown, onShow }: Props) {
  const { plan } = useOpenSession()
  return (
    <Drawer
      open={shown !== null}
      onClose={() => onShow(null)}
      size={shown?.item == null ? LIST_WIDTH : ITEM_WIDTH}
      destroyOnHidden
      title={shown === null ? '' : titleOf(plan.at(shown.month), shown)}
    >
      {shown === null ? null : (
        <WithPlan plan={plan.at(shown.month)}>
          <DrawerBody shown={shown} onShow={onShow} />
        </WithPlan>
      )}
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

function DrawerBody({ shown, onShow }: { readonly shown: Shown; readonly onShow: (shown: Shown) => void }) {
  const { plan } = useOpenSession()
  const viewed = useViewed()
  const answer = useAnswer('status.read', { month: shown.month, ...viewed })
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
  const worst = shown.scope === null ? null : worstOf(plan, report, shown.scope)
  return (
    <>
      {worst === null ? null : (
        <div className={`why-box why-${worst.status.light}`}>
          <LightBadge light={worst.status.light} label={worst.status.label} />
          <p>{words.worstSays(worst.name, fullWidth(worst.status.why))}</p>
        </div>
      )}
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
    </>
  )
}

// From a row to its items, from an item to the sentence and the entries behind it.
import { Drawer } from 'antd'
import { fullWidth } from '../../core/measuring/wording.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAnswer } from '../ask.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { departmentName, type OpenSession, useOpenSession, WithPlan } from '../session.tsx'
import { overview as words } from '../words/overview.ts'
import { inOneLine } from './item-figures.ts'
import { ItemView } from './item-view.tsx'
import { type ItemReference, measuredItems, type Scope } from './items.ts'
import { useViewed } from './viewed.ts'

export interface Shown {
  readonly month: string
  readonly scope: Scope | null
  readonly item: ItemReference | null
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

function DrawerBody({ shown, onShow }: Props & { readonly shown: Shown }) {
  const { plan } = useOpenSession()
  const viewed = useViewed()
  // The list is asked for as a whole: an item opened from it, and the way back, are there already.
  const scope = shown.scope ?? shown.item
  const answer = useAnswer(
    'overview.items',
    { month: shown.month, scope: { kind: scope?.kind ?? 'programme', id: scope?.id ?? '' }, ...viewed },
    { enabled: scope !== null },
  )
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  const items = measuredItems(plan, answer.data)
  const find = (wanted: ItemReference | null | undefined) =>
    items.find(({ kind, id }) => kind === wanted?.kind && id === wanted.id)
  const item = find(shown.item)
  if (item !== undefined) {
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
  if (items.length === 0) return <p className="soft">{words.noItemsText}</p>
  const worst = find(answer.data.standing?.worst)
  return (
    <>
      {worst === undefined ? null : (
        <div className={`why-box why-${worst.light}`}>
          <LightBadge light={worst.light} label={worst.label} />
          <p>{words.worstSays(worst.name, fullWidth(worst.measured.why))}</p>
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
              <LightBadge light={each.light} label={each.label} />
              <span className="drawer-item-name">{each.name}</span>
              <span className="soft">{inOneLine(plan, each, shown.month)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

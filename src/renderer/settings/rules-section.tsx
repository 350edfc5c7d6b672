// 报送截止日 and the bands of the lights of each plan in force, changed from a month on.
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { CallInput } from '../../contract/api.ts'
import type { PlanTreeView } from '../../contract/plan-views.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { exact, roundHalfUp, stripZeros, toNumber } from '../../core/values/exact.ts'
import { readFigure } from '../../core/values/read-figure.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAnswer, useAsk } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { Fault } from '../parts/fault.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { OrderFields, orderInput } from '../plan/order-fields.tsx'
import { useOrder } from '../plan/use-order.ts'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { settings as words } from '../words/settings.ts'

interface Props {
  readonly mayEdit: boolean
}

const percent = (share: number) => stripZeros(roundHalfUp(exact(share).mul(100), 4))

export function RulesSection({ mayEdit }: Props) {
  const id = useId()
  const { plan } = useOpenSession()
  const isOne = plan.parts.length === 1
  return (
    <section className="card settings-card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words.rules}</h2>
      {isOne ? null : <p className="soft">{words.rulesOfSeveral(plan.plan.title)}</p>}
      {plan.parts.map((part) => (
        <RulesOfPlan key={part.id ?? ''} part={part} isOne={isOne} mayEdit={mayEdit} />
      ))}
    </section>
  )
}

interface PlanProps extends Props {
  readonly part: PlanIndex
  /** no other plan covers the month */
  readonly isOne: boolean
}

function RulesOfPlan({ part, isOne, mayEdit }: PlanProps) {
  const { month } = useChosen()
  const [isOpen, setIsOpen] = useState(false)
  const view = useAnswer('plan.readTree', { month, plan: part.id }, { enabled: isOpen })
  const { bands, dueDay } = part
  const { title } = part.plan
  return (
    <>
      {isOne ? null : <h3 className="rules-plan">{common.planTitle(title)}</h3>}
      <p>{words.rulesNow(dueDay, `${percent(bands.green)}%`, `${percent(bands.yellow)}%`)}</p>
      {isOpen && view.data !== undefined ? (
        <RulesForm part={part} isOne={isOne} view={view.data} onClose={() => setIsOpen(false)} />
      ) : mayEdit ? (
        <Button
          aria-label={isOne ? undefined : `${words.rulesChange}${common.planTitle(title)}`}
          loading={isOpen && view.isLoading}
          onClick={() => setIsOpen(true)}
        >
          {words.rulesChange}
        </Button>
      ) : null}
      <RefusedNotice failure={isOpen ? view.error : null} />
    </>
  )
}

interface FormProps extends Pick<PlanProps, 'part' | 'isOne'> {
  readonly view: PlanTreeView
  readonly onClose: () => void
}

function RulesForm({ part, isOne, view, onClose }: FormProps) {
  const id = useId()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const amending = useOrder(view)
  const [day, setDay] = useState(String(part.dueDay))
  const [green, setGreen] = useState(percent(part.bands.green))
  const [yellow, setYellow] = useState(percent(part.bands.yellow))
  const [fault, setFault] = useState<string | null>(null)
  const save = async () => {
    const rules = rulesOf(day, green, yellow)
    if (rules === null) return setFault(words.rulesWrong)
    const { bands, reportingDueDay } = rules
    const isSameBands = bands.green === part.bands.green && bands.yellow === part.bands.yellow
    const isSameDay = reportingDueDay === part.dueDay
    if (isSameBands && isSameDay) return setFault(words.unchanged)
    setFault(null)
    if (!amending.check()) return
    const change = {
      kind: 'rules-changed' as const,
      ...(isSameBands ? {} : { bands }),
      ...(isSameDay ? {} : { reportingDueDay }),
    }
    const input: CallInput<'plan.amend'> = {
      ...orderInput(amending.order),
      plan: isOne ? null : part.id,
      changes: [change],
    }
    if (await act(() => ask('plan.amend', input), words.saved(monthTitle(amending.order.from)))) onClose()
  }
  return (
    <form
      className="form-column"
      aria-label={part.plan.title}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className="soft">{words.rulesText}</p>
      <label htmlFor={`${id}-day`}>{words.dueDay}</label>
      <Input id={`${id}-day`} value={day} onChange={({ target }) => setDay(target.value)} />
      <label htmlFor={`${id}-green`}>{words.green}</label>
      <Input id={`${id}-green`} value={green} onChange={({ target }) => setGreen(target.value)} />
      <label htmlFor={`${id}-yellow`}>{words.yellow}</label>
      <Input id={`${id}-yellow`} value={yellow} onChange={({ target }) => setYellow(target.value)} />
      <Fault text={fault} />
      <OrderFields {...amending} onChange={amending.setOrder} />
      <RefusedNotice failure={failure} />
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {words.saveAmendment}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </div>
    </form>
  )
}

function rulesOf(day: string, green: string, yellow: string) {
  const figure = (text: string, unit: string) => {
    const read = readFigure(text, unit)
    return read.kind === 'number' ? Number(read.text) : Number.NaN
  }
  const reportingDueDay = figure(day, '日')
  const share = (text: string) => {
    const value = figure(text, '%')
    return Number.isNaN(value) ? Number.NaN : toNumber(exact(String(value)).div(100))
  }
  const bands = { green: share(green), yellow: share(yellow) }
  const isDay = Number.isInteger(reportingDueDay) && reportingDueDay >= 1 && reportingDueDay <= 31
  if (!isDay || !(bands.yellow >= 0 && bands.green >= bands.yellow && bands.green <= 10)) return null
  return { bands, reportingDueDay }
}

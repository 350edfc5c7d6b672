// A plan in a bureau's own table: its columns confirmed, then everything that was read of it and everything uncertain.
// What becomes of the plan is the asker's: a draft, or the first plan of a new ledger.
import { Input, InputNumber } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CallInput } from '../../contract/api.ts'
import type { TablePlanPreview } from '../../contract/table-calls.ts'
import { useAsk } from '../ask.tsx'
import { UnreadTable } from '../forms/unread-table.tsx'
import { tables as words } from '../words/tables.ts'
import { OwnTableDialog } from './own-table-dialog.tsx'
import { confirmedTable, type GivenTable, useOwnTable } from './use-own-table.ts'

/** A plan as it was read, and the question it answers. */
export interface ReadPlan {
  readonly preview: TablePlanPreview
  readonly question: CallInput<'table.previewPlan'>
}

interface Props {
  readonly firstFile: File
  /** confirmed columns are kept for the next table; there is nowhere to keep them before the first start */
  readonly remembers: boolean
  /** above and below what was read */
  readonly beforeContent: (plan: ReadPlan) => ReactNode
  readonly toCheckHint: (count: number) => string
  readonly afterContent: (plan: ReadPlan) => ReactNode
  readonly last: (plan: ReadPlan) => ReactNode
  readonly onClose: () => void
}

export function PlanTableDialog(props: Props) {
  const { firstFile, remembers, onClose } = props
  const ask = useAsk()
  const own = useOwnTable('plan', null)
  const [title, setTitle] = useState<string | null>(null)
  const [year, setYear] = useState<number | null>(null)
  const [read, setRead] = useState<ReadPlan | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    void own.take([firstFile])
  })

  const { table } = own
  const confirm = async (given: GivenTable) => {
    const question = {
      ...confirmedTable(given),
      title: title ?? given.opened.planTitle,
      year: year ?? given.opened.planYear,
    }
    setIsBusy(true)
    await own.attempt(async () => {
      setRead({ question, preview: await ask('table.previewPlan', question) })
      if (remembers) await own.keepColumns(given)
    })
    setIsBusy(false)
  }
  return (
    <OwnTableDialog
      title={words.planTitle}
      own={own}
      isBusy={isBusy}
      onConfirm={(given) => void confirm(given)}
      onBack={() => setRead(null)}
      onClose={onClose}
      beside={
        table === null ? null : (
          <div className="own-table-plan">
            <label htmlFor="table-plan-title">{words.planName}</label>
            <Input
              id="table-plan-title"
              value={title ?? table.opened.planTitle}
              maxLength={500}
              onChange={({ target }) => setTitle(target.value)}
            />
            <label htmlFor="table-plan-year">{words.planYear}</label>
            <InputNumber
              id="table-plan-year"
              value={year ?? table.opened.planYear}
              min={1900}
              max={2999}
              precision={0}
              onChange={setYear}
            />
          </div>
        )
      }
      content={
        read === null ? null : (
          <>
            {props.beforeContent(read)}
            <Found preview={read.preview} toCheckHint={props.toCheckHint} />
            {props.afterContent(read)}
          </>
        )
      }
      last={read === null ? null : props.last(read)}
    />
  )
}

interface FoundProps {
  readonly preview: TablePlanPreview
  readonly toCheckHint: (count: number) => string
}

function Found({ preview: { plan, toCheck, unread }, toCheckHint }: FoundProps) {
  const measures = plan.programmes.reduce((sum, { measures: own }) => sum + (own?.length ?? 0), 0)
  return (
    <>
      <p className="notice">
        {words.planFound(plan.programmes.length, measures, plan.indicators.length)}{' '}
        {toCheck.length === 0 ? words.planNothingToCheck : toCheckHint(toCheck.length)}
      </p>
      <ul className="own-table-checks">
        {toCheck.map(({ place, message }) => (
          <li key={`${place} ${message}`}>{message}</li>
        ))}
      </ul>
      <UnreadTable cells={unread} hint={words.unreadPlanHint} />
    </>
  )
}

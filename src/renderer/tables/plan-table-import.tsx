// 从表格导入要点: a table of tasks and targets becomes a draft, with everything uncertain listed. People put it in force.
import { Button, Input, InputNumber } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { TablePlanPreview } from '../../contract/table-calls.ts'
import { useAsk } from '../ask.tsx'
import { UnreadTable } from '../forms/unread-table.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { tables as words } from '../words/tables.ts'
import { OwnTableDialog } from './own-table-dialog.tsx'
import { confirmedTable, type GivenTable, useOwnTable } from './use-own-table.ts'

interface Props {
  readonly firstFile: File
  /** the year after the plan's, where the table names none */
  readonly nextYear: number
  readonly onDrafted: (draft: string) => void
  readonly onClose: () => void
}

export default function PlanTableImport({ firstFile, nextYear, onDrafted, onClose }: Props) {
  const ask = useAsk()
  const own = useOwnTable('plan')
  const { act, failure, isBusy: isMaking } = useAct()
  const [title, setTitle] = useState<string | null>(null)
  const [year, setYear] = useState<number | null>(null)
  const [preview, setPreview] = useState<TablePlanPreview | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    void own.take([firstFile])
  })

  const { table } = own
  const question = (given: GivenTable) => ({
    ...confirmedTable(given),
    title: title ?? given.opened.planTitle,
    year: year ?? given.opened.above.year ?? nextYear,
  })
  const confirm = async (given: GivenTable) => {
    setIsBusy(true)
    await own.attempt(async () => {
      setPreview(await ask('table.previewPlan', question(given)))
      await own.keepColumns(given)
    })
    setIsBusy(false)
  }
  const make = async (given: GivenTable, { fileHash }: TablePlanPreview) => {
    let draft: string | null = null
    const isDone = await act(async () => {
      draft = (await ask('table.draftPlan', { ...question(given), fileHash })).draft
    }, words.drafted)
    if (isDone && draft !== null) onDrafted(draft)
  }
  return (
    <OwnTableDialog
      title={words.planTitle}
      own={own}
      isBusy={isBusy}
      onConfirm={(given) => void confirm(given)}
      onBack={() => setPreview(null)}
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
              value={year ?? table.opened.above.year ?? nextYear}
              min={1900}
              max={2999}
              precision={0}
              onChange={setYear}
            />
          </div>
        )
      }
      content={
        preview === null ? null : (
          <>
            <RefusedNotice failure={failure} />
            <Draft preview={preview} />
          </>
        )
      }
      last={
        preview === null || table === null ? null : (
          <Button type="primary" loading={isMaking} onClick={() => void make(table, preview)}>
            {words.makeDraft}
          </Button>
        )
      }
    />
  )
}

function Draft({ preview: { plan, toCheck, unread } }: { readonly preview: TablePlanPreview }) {
  const measures = plan.programmes.reduce((sum, { measures: own }) => sum + (own?.length ?? 0), 0)
  return (
    <>
      <p className="notice">
        {words.planFound(plan.programmes.length, measures, plan.indicators.length)}{' '}
        {toCheck.length === 0 ? words.planNothingToCheck : words.planToCheck(toCheck.length)}
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

// 导入自有表格: a month's figures from a table in the bureau's own layout. Nothing is recorded that was not chosen.
import { Button, Input, Radio } from 'antd'
import { startTransition, useState } from 'react'
import type { TableFormChange, TablePreview } from '../../contract/table-calls.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk, useRefreshAll } from '../ask.tsx'
import { ChangeTable } from '../forms/change-table.tsx'
import { changeKey } from '../forms/shown-change.ts'
import { UnreadTable } from '../forms/unread-table.tsx'
import { useSayingApplied } from '../forms/use-saying-applied.tsx'
import { letPageAnswer } from '../parts/let-page-answer.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { forms } from '../words/forms.ts'
import { tables as words } from '../words/tables.ts'
import { OwnTableDialog } from './own-table-dialog.tsx'
import { confirmedTable, type GivenTable, useOwnTable } from './use-own-table.ts'

interface Props {
  readonly department: string
  readonly month: string
  readonly onClose: () => void
}

export default function MonthTableImport({ department, month, onClose }: Props) {
  const { plan, actor } = useOpenSession()
  const ask = useAsk()
  const refresh = useRefreshAll()
  const sayApplied = useSayingApplied()
  const own = useOwnTable('month', month)
  const [isAll, setIsAll] = useState(false)
  const [preview, setPreview] = useState<TablePreview | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const name = departmentName(plan, department)
  const question = (table: GivenTable) => ({
    ...confirmedTable(table),
    month,
    department: isAll ? null : department,
  })

  const attempt = async (work: () => Promise<void>) => {
    setIsBusy(true)
    await own.attempt(work)
    setIsBusy(false)
  }
  const confirm = (table: GivenTable) =>
    attempt(async () => {
      const next = await ask('table.preview', question(table))
      await own.keepColumns(table)
      // Thousands of rows are laid out bit by bit, while the page goes on answering.
      startTransition(() => {
        setPreview(next)
        setChosen(new Set(next.changes.filter(isTakenAtOnce).map(changeKey)))
      })
    })
  const apply = (table: GivenTable, shown: TablePreview) =>
    attempt(async () => {
      await letPageAnswer()
      const accepted = shown.changes
        .filter((change) => chosen.has(changeKey(change)))
        .map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
      const done = await ask('table.apply', {
        ...question(table),
        fileHash: shown.fileHash,
        accepted,
        reason: shown.locked.length > 0 ? reason : null,
      })
      await refresh()
      await letPageAnswer()
      onClose()
      await letPageAnswer()
      sayApplied(done)
    })

  const { table } = own
  const isReasonMissing = preview !== null && preview.locked.length > 0 && reason.trim() === ''
  return (
    <OwnTableDialog
      title={words.monthTitle(isAll ? '' : name, monthTitle(month))}
      own={own}
      isBusy={isBusy}
      onConfirm={(given) => void confirm(given)}
      onBack={() => setPreview(null)}
      onClose={onClose}
      beside={
        actor.role === 'office' ? (
          <Radio.Group
            aria-label={words.scope}
            value={isAll}
            onChange={({ target }) => setIsAll(target.value === true)}
            options={[
              { value: false, label: words.scopeOwn(name) },
              { value: true, label: words.scopeAll },
            ]}
          />
        ) : null
      }
      content={
        preview === null ? null : (
          <Preview
            preview={preview}
            isAll={isAll}
            chosen={chosen}
            onChoose={setChosen}
            reason={reason}
            onReason={setReason}
          />
        )
      }
      last={
        preview === null || table === null || preview.changes.length === 0 ? null : (
          <Button
            type="primary"
            loading={isBusy}
            disabled={chosen.size === 0 || isReasonMissing}
            onClick={() => void apply(table, preview)}
          >
            {forms.apply(chosen.size)}
          </Button>
        )
      }
    />
  )
}

const isTakenAtOnce = ({ problem, isDoubtful, near }: TableFormChange): boolean =>
  problem === null && !isDoubtful && near === null

interface PreviewProps {
  readonly preview: TablePreview
  /** of every department */
  readonly isAll: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly reason: string
  readonly onReason: (reason: string) => void
}

function Preview({ preview, isAll, chosen, onChoose, reason, onReason }: PreviewProps) {
  const { plan } = useOpenSession()
  const { changes } = preview
  const owners = new Map(changes.map((change) => [changeKey(change), change.department]))
  const hasDoubtful = preview.changes.some((change) => change.problem === null && !isTakenAtOnce(change))
  return (
    <>
      {preview.notices.map((notice) => (
        <p key={notice} className="notice">
          {notice}
        </p>
      ))}
      {preview.locked.length > 0 && changes.length > 0 ? (
        <div className="form-column">
          <p>{words.lockedText(preview.locked)}</p>
          <label htmlFor="table-reason">{forms.reason}</label>
          <Input.TextArea
            id="table-reason"
            value={reason}
            onChange={({ target }) => onReason(target.value)}
            placeholder={forms.reasonHint}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
          />
        </div>
      ) : null}
      <p className="soft">
        {words.matched(preview.matched)}
        {hasDoubtful ? words.doubtfulHint : ''}
      </p>
      <ChangeTable
        changes={changes}
        unread={preview.unread.length}
        chosen={chosen}
        onChoose={onChoose}
        {...(isAll
          ? { ownerOf: (change) => departmentName(plan, owners.get(changeKey(change)) ?? null) }
          : {})}
      />
      <UnreadTable cells={preview.unread} hint={words.unreadMonthHint} />
    </>
  )
}

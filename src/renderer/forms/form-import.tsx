// 导入填报表: a file goes in, its changes are listed, and only what was chosen is recorded.
import { Button, Input, Modal, Spin } from 'antd'
import { startTransition, useState } from 'react'
import type { FormPreview } from '../../contract/form-calls.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk, useRefreshAll } from '../ask.tsx'
import { letPageAnswer } from '../parts/let-page-answer.ts'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAttempt } from '../parts/use-attempt.ts'
import { departmentName, useOpenSession } from '../session.tsx'
import { forms as words } from '../words/forms.ts'
import { tables } from '../words/tables.ts'
import { ChangeTable } from './change-table.tsx'
import { DropZone } from './drop-zone.tsx'
import { readFormFile } from './read-form-file.ts'
import { changeKey } from './shown-change.ts'
import { UnreadTable } from './unread-table.tsx'
import { useSayingApplied } from './use-saying-applied.tsx'
import '../styles/forms.css'

interface Props {
  readonly department: string
  readonly month: string
  readonly onClose: () => void
  /** the file is no form of ours: its columns have to be told first */
  readonly onOwnTable: () => void
}

interface Opened {
  readonly base64: string
  readonly preview: FormPreview
}

export default function FormImport({ department, month, onClose, onOwnTable }: Props) {
  const { plan } = useOpenSession()
  const ask = useAsk()
  const refresh = useRefreshAll()
  const sayApplied = useSayingApplied()
  const [reading, setReading] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { attempt, failure } = useAttempt()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [isApplying, setIsApplying] = useState(false)

  const open = (files: readonly File[]) =>
    attempt(async () => {
      setProblem(null)
      setOpened(null)
      setReading(files[0]?.name ?? '')
      try {
        const file = await readFormFile(files)
        if (!file.isRead) {
          setProblem(file.reason)
          return setReading(null)
        }
        const preview = await ask('form.preview', { file: file.base64, department, month })
        // Thousands of rows are laid out bit by bit, while the page goes on answering.
        startTransition(() => {
          setOpened({ base64: file.base64, preview })
          setChosen(new Set(preview.changes.filter((change) => change.problem === null).map(changeKey)))
          setReading(null)
        })
      } catch (error) {
        setReading(null)
        throw error
      }
    })
  const apply = ({ base64, preview }: Opened) =>
    attempt(async () => {
      setIsApplying(true)
      try {
        await letPageAnswer()
        const accepted = preview.changes
          .filter((change) => chosen.has(changeKey(change)))
          .map(({ sheet, cell, basis }) => ({ sheet, cell, basis }))
        const done = await ask('form.apply', {
          file: base64,
          department,
          month,
          fileHash: preview.fileHash,
          accepted,
          reason: preview.isLocked ? reason : null,
        })
        await refresh()
        await letPageAnswer()
        onClose()
        await letPageAnswer()
        sayApplied(done)
      } finally {
        setIsApplying(false)
      }
    })

  const isReasonMissing = opened?.preview.isLocked === true && reason.trim() === ''
  return (
    <Modal
      title={words.title(departmentName(plan, department), monthTitle(month))}
      open
      width={1080}
      onCancel={onClose}
      footer={[
        ...(opened === null
          ? []
          : [
              <Button key="other" onClick={() => setOpened(null)}>
                {words.other}
              </Button>,
            ]),
        <Button key="close" onClick={onClose}>
          {words.close}
        </Button>,
        ...(opened === null || opened.preview.changes.length === 0
          ? []
          : [
              <Button
                key="apply"
                type="primary"
                loading={isApplying}
                disabled={chosen.size === 0 || isReasonMissing}
                onClick={() => void apply(opened)}
              >
                {words.apply(chosen.size)}
              </Button>,
            ]),
      ]}
    >
      <RefusedNotice failure={failure} />
      {problem === null ? null : (
        <p className="notice notice-refused" role="alert">
          {problem}
        </p>
      )}
      {reading === null ? null : (
        <p className="form-reading" role="status">
          <Spin /> {words.reading(reading)}
        </p>
      )}
      {reading === null && opened === null ? (
        <>
          <DropZone text={words.drop} hint={words.dropHint} onFiles={(files) => void open(files)} />
          <p className="form-elsewhere">
            <button type="button" className="link-button" onClick={onOwnTable}>
              {tables.fromForm}
            </button>
          </p>
        </>
      ) : null}
      {opened === null ? null : (
        <div className="form-lists">
          {opened.preview.notices.map((notice) => (
            <p key={notice} className="notice">
              {notice}
            </p>
          ))}
          {opened.preview.isLocked && opened.preview.changes.length > 0 ? (
            <div className="form-column">
              <p>{words.reasonText}</p>
              <label htmlFor="form-reason">{words.reason}</label>
              <Input.TextArea
                id="form-reason"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                placeholder={words.reasonHint}
                autoSize={{ minRows: 2, maxRows: 6 }}
                maxLength={2000}
              />
            </div>
          ) : null}
          <ChangeTable
            changes={opened.preview.changes}
            unread={opened.preview.unread.length}
            chosen={chosen}
            onChoose={setChosen}
          />
          <UnreadTable cells={opened.preview.unread} />
        </div>
      )}
    </Modal>
  )
}

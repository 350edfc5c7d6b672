// 撤回调整: an amendment or a revised target that was entered by mistake, taken back with the reason.
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { AmendmentLine } from '../../contract/plan-views.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { common } from '../words/common.ts'
import { planWithdrawal as words } from '../words/plan.ts'

interface Props {
  readonly amendment: AmendmentLine
  readonly onClose: () => void
}

export function WithdrawDialog({ amendment, onClose }: Props) {
  const id = useId()
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const withdraw = async () => {
    setIsMissing(reason.trim() === '')
    if (reason.trim() === '') return
    const { entry } = amendment
    if (await act(() => ask('plan.withdraw', { entry, reason: reason.trim() }), words.done)) onClose()
  }
  return (
    <Modal
      open
      title={words.title}
      okText={words.act}
      cancelText={common.cancel}
      confirmLoading={isBusy}
      onOk={() => void withdraw()}
      onCancel={onClose}
    >
      <p>
        <strong>{monthTitle(amendment.from)}</strong> {amendment.lines.join('；')}
      </p>
      <p className="soft">{words.text}</p>
      <div className="form-column">
        <label htmlFor={id}>{words.reason}</label>
        <Input.TextArea
          id={id}
          value={reason}
          placeholder={words.reasonHint}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          autoFocus
          onChange={({ target }) => setReason(target.value)}
        />
        {isMissing ? (
          <p className="bad" role="alert">
            {words.reasonMissing}
          </p>
        ) : null}
      </div>
      <RefusedNotice failure={failure} />
    </Modal>
  )
}

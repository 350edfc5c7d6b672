// 撤回调整: an amendment or a revised target that was entered by mistake, taken back with the reason.
import { Modal } from 'antd'
import type { AmendmentLine } from '../../contract/plan-views.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { focusFirstField } from '../parts/first-field.ts'
import { RefusedNotice } from '../parts/page-states.tsx'
import { ReasonField, useReason } from '../parts/reason-field.tsx'
import { useAct } from '../parts/use-act.ts'
import { common } from '../words/common.ts'
import { planWithdrawal as words } from '../words/plan.ts'

interface Props {
  readonly amendment: AmendmentLine
  readonly onClose: () => void
}

export function WithdrawDialog({ amendment, onClose }: Props) {
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const reason = useReason()
  const withdraw = async () => {
    const given = reason.given()
    if (given === null) return
    const { entry } = amendment
    if (await act(() => ask('plan.withdraw', { entry, reason: given }), words.done)) onClose()
  }
  return (
    <Modal
      afterOpenChange={focusFirstField}
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
        <ReasonField
          reason={reason}
          words={{ label: words.reason, hint: words.reasonHint, missing: words.reasonMissing }}
        />
      </div>
      <RefusedNotice failure={failure} />
    </Modal>
  )
}

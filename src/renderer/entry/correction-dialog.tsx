import { Modal } from 'antd'
import { focusFirstField } from '../parts/first-field.ts'
import { ReasonField, useReason } from '../parts/reason-field.tsx'
import { common } from '../words/common.ts'
import { entry as words } from '../words/entry.ts'
import { focusFirstCell } from './grid/grid-page.ts'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** 提出更正: the reason first, because it goes with every figure that is changed. */
export function CorrectionDialog({ isOpen, onClose, onReason }: Props) {
  const reason = useReason()
  const go = () => {
    const given = reason.given()
    if (given !== null) onReason(given)
  }
  return (
    <Modal
      afterOpenChange={focusFirstField}
      title={words.correctTitle}
      open={isOpen}
      onCancel={onClose}
      // the button that opened it may be gone: on with the figures
      afterClose={() => {
        if (document.activeElement === document.body) focusFirstCell()
      }}
      onOk={go}
      okText={words.correctDo}
      cancelText={common.cancel}
      destroyOnHidden
    >
      <p>{words.correctText}</p>
      <div className="form-column">
        <ReasonField
          reason={reason}
          words={{
            label: words.correctReason,
            hint: words.correctReasonHint,
            missing: words.correctReasonMissing,
          }}
        />
      </div>
    </Modal>
  )
}

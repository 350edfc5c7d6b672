import { Input, Modal } from 'antd'
import { useState } from 'react'
import { common } from '../words/common.ts'
import { entry as words } from '../words/entry.ts'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onReason: (reason: string) => void
}

/** 提出更正: the reason first, because it goes with every figure that is changed. */
export function CorrectionDialog({ isOpen, onClose, onReason }: Props) {
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const go = () => {
    setIsMissing(reason.trim() === '')
    if (reason.trim() !== '') onReason(reason.trim())
  }
  return (
    <Modal
      title={words.correctTitle}
      open={isOpen}
      onCancel={onClose}
      onOk={go}
      okText={words.correctDo}
      cancelText={common.cancel}
      destroyOnHidden
    >
      <p>{words.correctText}</p>
      <div className="form-column">
        <label htmlFor="correction-reason">{words.correctReason}</label>
        <Input.TextArea
          id="correction-reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder={words.correctReasonHint}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          autoFocus
        />
        {isMissing ? (
          <p className="bad" role="alert">
            {words.correctReasonMissing}
          </p>
        ) : null}
      </div>
    </Modal>
  )
}

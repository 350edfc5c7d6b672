// Before 报送: figures of which some 县区园区 are still blank. Told by name; whoever reports decides.
import { Button, Modal } from 'antd'
import type { EntryPage } from '../../contract/api.ts'
import { entry as words } from '../words/entry.ts'

interface Props {
  readonly partly: EntryPage['partly']
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onSubmit: () => void
}

export function PartlyDialog({ partly, isOpen, isBusy, onBack, onSubmit }: Props) {
  return (
    <Modal
      open={isOpen}
      title={words.partlyTitle}
      onCancel={onBack}
      footer={[
        <Button key="back" type="primary" autoFocus onClick={onBack}>
          {words.partlyBack}
        </Button>,
        <Button key="submit" loading={isBusy} onClick={onSubmit}>
          {words.partlySubmit}
        </Button>,
      ]}
    >
      <ul className="blank-cells">
        {partly.map(({ id, name, localities }) => (
          <li key={id}>{words.partlyOf(name, localities)}</li>
        ))}
      </ul>
      <p className="soft">{words.partlyText}</p>
    </Modal>
  )
}

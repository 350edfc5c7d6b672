// The frame that both imports of a bureau's own table share: a file, its columns, and what comes of them.
import { Button, Modal, Spin } from 'antd'
import type { ReactNode } from 'react'
import { DropZone } from '../forms/drop-zone.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { forms } from '../words/forms.ts'
import { tables as words } from '../words/tables.ts'
import { ColumnsTable } from './columns-table.tsx'
import type { GivenTable, OwnTable } from './use-own-table.ts'

interface Props {
  readonly title: string
  readonly own: OwnTable
  /** asked above the columns */
  readonly beside: ReactNode
  /** what the confirmed columns gave; null while they are being confirmed */
  readonly content: ReactNode | null
  /** the button that ends it */
  readonly last: ReactNode
  readonly isBusy: boolean
  readonly onConfirm: (table: GivenTable) => void
  readonly onBack: () => void
  readonly onClose: () => void
}

export function OwnTableDialog(props: Props) {
  const { title, own, beside, content, last, isBusy, onConfirm, onBack, onClose } = props
  const { table } = own
  const buttons = [
    ...(table === null || content !== null
      ? []
      : [
          <Button key="other" onClick={own.forget}>
            {forms.other}
          </Button>,
        ]),
    ...(content === null
      ? []
      : [
          <Button key="back" onClick={onBack}>
            {words.backToColumns}
          </Button>,
        ]),
    <Button key="close" onClick={onClose}>
      {forms.close}
    </Button>,
    ...(table === null || content !== null
      ? []
      : [
          <Button key="confirm" type="primary" loading={isBusy} onClick={() => onConfirm(table)}>
            {words.confirmColumns}
          </Button>,
        ]),
  ]
  return (
    <Modal
      title={title}
      open
      width={1120}
      onCancel={onClose}
      footer={
        <>
          {buttons}
          {content === null ? null : last}
        </>
      }
    >
      <RefusedNotice failure={own.failure} />
      {own.problem === null ? null : (
        <p className="notice notice-refused" role="alert">
          {own.problem}
        </p>
      )}
      {own.reading === null ? null : (
        <p className="form-reading" role="status">
          <Spin /> {forms.reading(own.reading)}
        </p>
      )}
      {own.reading === null && table === null ? (
        <DropZone text={words.drop} hint={words.dropHint} onFiles={(files) => void own.take(files)} />
      ) : null}
      {table === null ? null : (
        // The next step begins at its top, however far the last one was scrolled.
        <div key={content === null ? 'columns' : 'content'} className="form-lists">
          {content === null ? (
            <>
              {beside}
              <ColumnsTable table={table} own={own} />
            </>
          ) : (
            <>
              {table.opened.sheets.length > 1 ? (
                <p className="soft">{words.sheetOf(table.opened.sheet, table.opened.sheets.length)}</p>
              ) : null}
              {content}
            </>
          )}
        </div>
      )}
    </Modal>
  )
}

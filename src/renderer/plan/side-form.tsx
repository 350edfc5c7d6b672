// The form beside the plan's tree: heading, fields, and 保存 and 取消 below them.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { common } from '../words/common.ts'

interface Props {
  readonly title: string
  /** what a screen reader calls the form; its title where absent */
  readonly label?: string
  readonly saveText: string
  readonly isBusy: boolean
  readonly save: () => Promise<void>
  readonly onCancel: () => void
  readonly children: ReactNode
}

export function SideForm({ title, label = title, saveText, isBusy, save, onCancel, children }: Props) {
  return (
    <form
      className="form-column item-editor"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{title}</h2>
      {children}
      <div className="button-row">
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {saveText}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </form>
  )
}

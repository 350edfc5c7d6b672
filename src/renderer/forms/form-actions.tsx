// 导出填报表 · 导入填报表, in the head of 本月填报.
import { App, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { CallFailure, useAsk } from '../ask.tsx'
import { forms as words } from '../words/forms.ts'

const FormImport = lazy(() => import('./form-import.tsx'))

interface Props {
  readonly department: string
  readonly month: string
  readonly mayFill: boolean
}

export function FormActions({ department, month, mayFill }: Props) {
  const ask = useAsk()
  const { message, modal } = App.useApp()
  const [isExporting, setIsExporting] = useState(false)
  const [isImporting, setIsImporting] = useState(false)
  if (!mayFill) return null

  const openFolder = () => ask('exports.openFolder', {}).catch(sayRefusal)
  const sayRefusal = (error: unknown) => {
    if (!(error instanceof CallFailure)) throw error
    void message.error(error.message)
  }
  const write = async () => {
    setIsExporting(true)
    try {
      const file = await ask('form.export', { department, month })
      modal.success({
        title: words.exported(file.fileName),
        content: words.exportedPlace(file.place),
        okText: words.openFolder,
        onOk: () => void openFolder(),
        cancelText: words.close,
        okCancel: true,
      })
    } catch (error) {
      sayRefusal(error)
    } finally {
      setIsExporting(false)
    }
  }
  return (
    <>
      <Button title={words.exportHint} loading={isExporting} onClick={() => void write()}>
        {words.export}
      </Button>
      <Button title={words.importHint} onClick={() => setIsImporting(true)}>
        {words.import}
      </Button>
      {isImporting ? (
        <Suspense>
          <FormImport department={department} month={month} onClose={() => setIsImporting(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

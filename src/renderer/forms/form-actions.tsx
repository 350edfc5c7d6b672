// 导出填报表 · 导入填报表, in the head of 本月填报.
import { App, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { CallFailure, useAsk } from '../ask.tsx'
import { forms as words } from '../words/forms.ts'

const FormImport = lazy(() => import('./form-import.tsx'))
const MonthTableImport = lazy(() => import('../tables/month-table-import.tsx'))

interface Props {
  readonly department: string
  readonly month: string
  readonly mayFill: boolean
}

export function FormActions({ department, month, mayFill }: Props) {
  const ask = useAsk()
  const { message, modal } = App.useApp()
  const [isExporting, setIsExporting] = useState(false)
  const [importing, setImporting] = useState<'form' | 'own-table' | null>(null)
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
      <Button title={words.importHint} onClick={() => setImporting('form')}>
        {words.import}
      </Button>
      {importing === null ? null : (
        <Suspense>
          {importing === 'form' ? (
            <FormImport
              department={department}
              month={month}
              onClose={() => setImporting(null)}
              onOwnTable={() => setImporting('own-table')}
            />
          ) : (
            <MonthTableImport department={department} month={month} onClose={() => setImporting(null)} />
          )}
        </Suspense>
      )}
    </>
  )
}

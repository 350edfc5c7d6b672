import { Button } from 'antd'
import type { CsvCell } from '../../core/values/csv-text.ts'
import { useAsk } from '../ask.tsx'
import { charts as words } from '../words/charts.ts'
import { useSaveFile } from './use-save-file.ts'

interface Props {
  /** what the file is called, without its ending */
  readonly fileName: string
  /** heading and rows, put together when they are asked for */
  readonly rows: () => CsvCell[][]
  /** what it gives out, for the ear, where several such buttons stand on a page */
  readonly about?: string
}

export function SaveDataButton({ fileName, rows, about }: Props) {
  const ask = useAsk()
  const save = useSaveFile()
  return (
    <Button
      size="small"
      className="no-print"
      aria-label={about === undefined ? undefined : `${words.saveData}：${about}`}
      onClick={() => void save(() => ask('exports.saveTable', { name: fileName, rows: rows() }))}
    >
      {words.saveData}
    </Button>
  )
}

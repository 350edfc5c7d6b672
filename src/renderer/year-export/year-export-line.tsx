// Below the heading: how far 全年台账 is, and where it lies when it is done.
import { App, Button, Progress } from 'antd'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { yearExport as words } from '../words/year-export.ts'
import type { YearExport } from './use-year-export.ts'
import '../styles/year-export.css'

interface Props {
  readonly year: number
  readonly work: YearExport
}

export function YearExportLine({ year, work }: Props) {
  const { progress, failure } = work
  if (failure !== null)
    return (
      <div className="year-export no-print">
        <RefusedNotice failure={failure} />
      </div>
    )
  if (progress === null) return null
  if (progress.state === 'running')
    return (
      <div className="year-export no-print" role="status" aria-label={words.running(year)}>
        <span className="year-export-bar">
          <Progress percent={percentOf(progress)} showInfo={false} aria-label={words.running(year)} />
        </span>
        <span>{words.stage(progress)}</span>
        <span className="soft">{words.meanwhile}</span>
        <Button size="small" onClick={work.cancel}>
          {words.cancel}
        </Button>
      </div>
    )
  if (progress.state === 'cancelled')
    return (
      <p className="year-export soft no-print" role="status">
        {words.cancelled}
      </p>
    )
  return progress.file === null ? null : <Finished {...progress.file} />
}

function Finished({ fileName, place }: { readonly fileName: string; readonly place: string }) {
  const ask = useAsk()
  const { message } = App.useApp()
  const openFolder = async () => {
    const opened = await ask('exports.openFolder', {}).catch(() => null)
    if (opened !== null) void message.info(words.folderAt(opened.place))
  }
  return (
    <p className="notice notice-good year-export-done no-print" role="status">
      <strong>{words.exported(fileName)}</strong>
      <Button size="small" onClick={() => void openFolder()}>
        {words.openFolder}
      </Button>
      <br />
      {words.exportedPlace(place)}
    </p>
  )
}

/** Reading and working out take about as long as a tenth of the rows. */
const BEFORE_ROWS = 10

function percentOf({
  stage,
  done,
  total,
}: {
  readonly stage: string
  readonly done: number
  readonly total: number
}): number {
  if (stage === 'reading') return 0
  if (stage === 'tables' || total === 0) return BEFORE_ROWS / 2
  return BEFORE_ROWS + Math.floor((done / total) * (100 - BEFORE_ROWS))
}

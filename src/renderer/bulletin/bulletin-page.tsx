// 例会通报: the month's issue as it will print, then frozen and written as a workbook.
import { Tabs } from 'antd'
import { useState } from 'react'
import type { CellRef } from '../../core/reports/report-table.ts'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { PageError, PageLoading } from '../parts/page-states.tsx'
import { bulletin as words } from '../words/bulletin.ts'
import { BulletinHead } from './bulletin-head.tsx'
import { BulletinTextPanel } from './bulletin-text-panel.tsx'
import { ReportSheetView } from './report-sheet-view.tsx'
import { WaitingFigures } from './waiting-figures.tsx'
import '../styles/bulletin.css'
import '../styles/bulletin-text.css'

/** The sheet whose text the office may rewrite. */
const TEXT_SHEET = '通报文字'

export default function BulletinPage() {
  const { month } = useChosen()
  const [open, setOpen] = useState<string | null>(null)
  const [marked, setMarked] = useState<CellRef | null>(null)
  const answer = useAnswer('bulletin.preview', { month })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  const preview = answer.data
  const showCell = (cell: CellRef) => {
    setOpen(cell.sheet)
    setMarked(cell)
  }
  return (
    <div className="bulletin">
      <BulletinHead key={month} preview={preview} month={month} />
      <WaitingFigures waiting={preview.waiting} />
      <Tabs
        className="card sheet-tabs"
        aria-label={words.sheets}
        activeKey={open ?? preview.report.sheets[0]?.name ?? ''}
        onChange={(name) => {
          setOpen(name)
          setMarked(null)
        }}
        items={preview.report.sheets.map((sheet) => ({
          key: sheet.name,
          label: sheet.name,
          children: (
            <>
              {sheet.name === TEXT_SHEET ? <BulletinTextPanel month={month} onShow={showCell} /> : null}
              <section
                className="paper-scroll"
                aria-label={words.paperOf(sheet.name)}
                // A sheet wider than the window is moved with the arrow keys.
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
              >
                <ReportSheetView sheet={sheet} marked={marked?.sheet === sheet.name ? marked : null} />
              </section>
            </>
          ),
        }))}
      />
    </div>
  )
}

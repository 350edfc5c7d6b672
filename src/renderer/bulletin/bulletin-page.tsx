// 例会通报: the month's issue as it will print, then frozen and written as a workbook.
import { Tabs } from 'antd'
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
  const answer = useAnswer('bulletin.preview', { month })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  const preview = answer.data
  return (
    <div className="bulletin">
      <BulletinHead key={month} preview={preview} month={month} />
      <WaitingFigures waiting={preview.waiting} />
      <Tabs
        className="card sheet-tabs"
        aria-label={words.sheets}
        items={preview.report.sheets.map((sheet) => ({
          key: sheet.name,
          label: sheet.name,
          children: (
            <>
              {sheet.name === TEXT_SHEET ? <BulletinTextPanel month={month} /> : null}
              <section
                className="paper-scroll"
                aria-label={words.paperOf(sheet.name)}
                // A sheet wider than the window is moved with the arrow keys.
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
              >
                <ReportSheetView sheet={sheet} />
              </section>
            </>
          ),
        }))}
      />
    </div>
  )
}

// 本月填报: one department's month on one page.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { EntryPage as EntryPageAnswer } from '../../contract/api.ts'
import { unexplainedDoubts } from '../../core/decide/unexplained-doubts.ts'
import type { Person } from '../../core/journal/journal-entry.ts'
import type { PlanIndex } from '../../core/plan/annual-plan.ts'
import { unitNow } from '../../core/plan/plan-timeline.ts'
import { monthTitle } from '../../core/values/reporting-month.ts'
import { useChosen } from '../chosen.tsx'
import { PageEmpty, PageError, PageLoading } from '../parts/page-states.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { longDayText } from '../shown-time.ts'
import { entry as words } from '../words/entry.ts'
import { entryGrid } from '../words/entry-grid.ts'
import { cellsOfPage, type EntryCell } from './entry-cells.ts'
import { EntryGrid } from './entry-grid.tsx'
import { groupRows, missingInPageOrder, rowOrder } from './entry-groups.ts'
import { EntryHead } from './entry-head.tsx'
import { focusFirstCell } from './grid/grid-page.ts'
import { PasteReportBox } from './grid/paste-report.tsx'
import { useGrid } from './grid/use-grid.ts'
import { SidePanel } from './side-panel.tsx'
import { UndoButtons } from './undo-buttons.tsx'
import { type EntryPageModel, useEntryPage } from './use-entry-page.ts'
import { useJump } from './use-jump.ts'
import '../styles/why.css'
import '../styles/controls.css'
import '../styles/measures.css'
import '../styles/entry.css'
import '../styles/entry-rows.css'
import '../styles/entry-cells.css'
import '../styles/entry-print.css'

export default function EntryPage() {
  const { department, month } = useChosen()
  if (department === null) {
    return (
      <PageEmpty title={words.noDepartmentTitle}>
        <p>{words.noDepartmentText}</p>
      </PageEmpty>
    )
  }
  return <DepartmentMonth key={`${department} ${month}`} department={department} month={month} />
}

function DepartmentMonth({ department, month }: { readonly department: string; readonly month: string }) {
  const { plan } = useOpenSession()
  const model = useEntryPage(department, month)
  const { data: page, error } = model.answer
  if (page === undefined)
    return error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={error} onRetry={() => void model.answer.refetch()} />
    )
  if (page.indicators.length + page.measures.length === 0) {
    return (
      <PageEmpty title={words.nothingToReportTitle(departmentName(plan, department), monthTitle(month))}>
        <p>{words.nothingToReportText}</p>
      </PageEmpty>
    )
  }
  return <OpenPage page={page} model={model} />
}

function OpenPage({ page, model }: { readonly page: EntryPageAnswer; readonly model: EntryPageModel }) {
  const { session, actor, plan } = useOpenSession()
  const [focused, setFocused] = useState<string | null>(null)
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const openWhy = useCallback((id: string) => {
    setFocused(id)
    setIsPanelOpen(true)
  }, [])
  const groups = useMemo(() => groupRows(plan, page), [plan, page])
  const order = useMemo(() => rowOrder(groups), [groups])
  const cells = useMemo(() => cellsOfPage(plan, page), [plan, page])
  const unexplained = useMemo(
    () => [...cells.values()].filter((cell) => unexplainedDoubts(cell, cell.reading).length > 0),
    [cells],
  )
  const mayFill = !session.isReadOnly && mayFillFor(plan, actor, page.department)
  const isEditable = mayFill && (!page.isLocked || model.correctionReason !== null)
  const pending = usePending(page, cells, model)
  const grid = useGrid({ cells, readings: model.readings, isEditable, saveReadings: model.saveReadings })
  const jump = useJump()
  useFirstCell(isEditable)
  return (
    <div className="entry-layout">
      <section className="card entry-card">
        <PrintHead page={page} />
        <EntryHead
          page={page}
          missing={missingInPageOrder(order, page.missing)}
          order={order}
          pending={pending}
          settled={model.settled}
          unexplained={unexplained}
          onJump={jump.jumpTo}
          tools={<UndoButtons model={model} isEditable={isEditable} />}
          mayFill={mayFill}
          correctionReason={model.correctionReason}
          onCorrect={model.setCorrectionReason}
        />
        <EntryGrid
          page={page}
          groups={groups}
          model={model}
          grid={grid}
          isEditable={isEditable}
          onFocus={setFocused}
          onWhy={openWhy}
          jump={jump}
        />
        {grid.report === null ? null : <PasteReportBox report={grid.report} onClose={grid.closeReport} />}
        {isEditable ? <p className="soft grid-hint">{entryGrid.keys}</p> : null}
      </section>
      <SidePanel
        page={page}
        focused={focused}
        readings={model.readings}
        saveEvidence={model.saveEvidence}
        isEditable={isEditable}
        onUnfold={model.unfold}
        isOpen={isPanelOpen}
        onOpen={setIsPanelOpen}
      />
    </div>
  )
}

/** Opened with the keyboard nowhere, the page is ready to be typed in, as a spreadsheet is. */
function useFirstCell(isEditable: boolean): void {
  useEffect(() => {
    if (isEditable && document.activeElement === document.body) focusFirstCell()
  }, [isEditable])
}

/** Heading of the printed form: what it is, whose, and until when it is due. */
function PrintHead({ page }: { readonly page: EntryPageAnswer }) {
  const { plan, session } = useOpenSession()
  const folded = page.indicators
    .filter((row) => row.folded !== null)
    .map(({ id }) => plan.indicatorsById.get(id)?.indicator.name ?? id)
  return (
    <div className="entry-print-head">
      <h1>{words.printTitle(plan.plan.title, monthTitle(page.month))}</h1>
      <p>
        <span>{words.printUnit(departmentName(plan, page.department))}</span>
        <span>{words.printSigned}</span>
        <span>{words.printDue(longDayText(page.dueDate))}</span>
      </p>
      {session.isExample ? <p>{words.printExample}</p> : null}
      {folded.length === 0 ? null : <p>{words.printFolded(folded.join('、'))}</p>}
    </div>
  )
}

/** Decided again by the service; here it only spares a clerk from typing what would be refused. */
function mayFillFor(plan: PlanIndex, actor: Person, department: string): boolean {
  const isOwn = actor.department !== null && unitNow(plan, actor.department) === unitNow(plan, department)
  return actor.role === 'office' || ((actor.role === 'clerk' || actor.role === 'head') && isOwn)
}

interface Pending {
  readonly id: string
  readonly isRestored: boolean
}

/** What is typed and not saved, as one text so that nothing is redrawn while it stays the same. */
function usePending(
  page: EntryPageAnswer,
  figures: ReadonlyMap<string, EntryCell>,
  model: EntryPageModel,
): readonly Pending[] {
  const { readings, measures } = model
  const cells = useMemo(() => [...figures.values()], [figures])
  const read = () => JSON.stringify([...pendingOf(readings, cells), ...pendingOf(measures, page.measures)])
  const subscribe = (listener: () => void) => {
    const stops = [readings.subscribe(listener), measures.subscribe(listener)]
    return () => stops.forEach((stop) => void stop())
  }
  return JSON.parse(useSyncExternalStore(subscribe, read)) as readonly Pending[]
}

function pendingOf(
  store: EntryPageModel['readings'] | EntryPageModel['measures'],
  rows: readonly { readonly id: string }[],
): Pending[] {
  return store.pending(rows.map((row) => row.id)).map((id) => ({ id, isRestored: store.read(id).isRestored }))
}

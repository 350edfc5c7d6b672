// What the clerk has to know before anything else: until when, what is missing, what came back, and 报送.
import { App, Button } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { EntryPage } from '../../contract/api.ts'
import { monthNumber, monthTitle } from '../../core/values/reporting-month.ts'
import { CallFailure, useAsk, useRefreshAll } from '../ask.tsx'
import { FormActions } from '../forms/form-actions.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { entry as words } from '../words/entry.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import { dueText } from './due-text.ts'
import { nextMissing } from './entry-groups.ts'
import { focusItem } from './grid/grid-page.ts'
import { PartlyDialog } from './partly-dialog.tsx'
import { SubmissionNotices } from './submission-notices.tsx'
import { UnexplainedList } from './unexplained-list.tsx'
import { type Doubtful, useFoldedDoubts } from './use-folded-doubts.ts'
import type { Jump } from './use-jump.ts'

interface Props {
  readonly page: EntryPage
  /** in page order */
  readonly missing: EntryPage['missing']
  readonly order: ReadonlyMap<string, number>
  readonly pending: readonly { readonly id: string; readonly isRestored: boolean }[]
  /** once every save begun so far was answered and is shown */
  readonly settled: () => Promise<void>
  /** figures on the page that are doubtful and not explained yet */
  readonly unexplained: readonly Doubtful[]
  readonly onJump: Jump['jumpTo']
  readonly tools: ReactNode
  readonly mayFill: boolean
  readonly correctionReason: string | null
  readonly onCorrect: (reason: string) => void
}

export function EntryHead({
  page,
  missing,
  order,
  pending,
  settled,
  unexplained,
  onJump,
  tools,
  mayFill,
  correctionReason,
  onCorrect,
}: Props) {
  const { plan } = useOpenSession()
  const ask = useAsk()
  const refresh = useRefreshAll()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isSubmitting, setIsSubmitting] = useState(false)
  const [asked, setAsked] = useState<'no' | 'waiting' | 'settled'>('no')
  const [isUnsavedSaid, setIsUnsavedSaid] = useState(false)
  const [isCorrecting, setIsCorrecting] = useState(false)
  const [isPartlyAsked, setIsPartlyAsked] = useState(false)
  const jumpedTo = useRef<string | null>(null)
  const folded = useFoldedDoubts(page)
  const doubtful = useMemo(() => [...unexplained, ...folded.figures], [unexplained, folded.figures])

  const jump = () => {
    jumpedTo.current = nextMissing(order, missing, jumpedTo.current)
    if (jumpedTo.current !== null) focusItem(jumpedTo.current)
  }
  // The figure typed last is often still on its way when 报送 is pressed: it is waited for, not asked for again.
  const submit = async () => {
    setFailure(null)
    setAsked('waiting')
    try {
      await settled()
      await folded.find()
      setAsked('settled')
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setFailure(error)
      setAsked('no')
    }
  }
  const send = async () => {
    setIsSubmitting(true)
    try {
      await ask('submission.submit', { department: page.department, month: page.month })
      await refresh()
      void message.success(words.submitted(monthTitle(page.month)))
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setFailure(error)
    } finally {
      setIsSubmitting(false)
      setIsPartlyAsked(false)
    }
  }
  useEffect(() => {
    if (asked !== 'settled') return
    setAsked('no')
    setIsUnsavedSaid(true)
    if (pending.length + doubtful.length > 0) return
    if (missing.length === 0 && page.partly.length > 0) setIsPartlyAsked(true)
    else void send()
  })
  const isOpen = !page.isLocked
  const restored = pending.filter((each) => each.isRestored)
  return (
    <>
      <div className="card-head entry-head">
        <h1>{words.title(departmentName(plan, page.department), monthNumber(page.month))}</h1>
        <span className="soft">{dueText(page, Date.now())}</span>
        <span className="gap" />
        {tools}
        <Button onClick={() => window.print()}>{words.print}</Button>
        <FormActions department={page.department} month={page.month} mayFill={mayFill} />
        {isOpen && missing.length > 0 ? (
          <button type="button" className="link-button missing-jump" title={words.missingHint} onClick={jump}>
            {words.missing(missing.length)} ↓
          </button>
        ) : null}
        {isOpen && missing.length === 0 ? <span className="all-filled">✓ {words.nothingMissing}</span> : null}
        {mayFill && isOpen ? (
          <Button type="primary" loading={isSubmitting || asked !== 'no'} onClick={() => void submit()}>
            {words.submit}
          </Button>
        ) : null}
        {mayFill && !isOpen && correctionReason === null ? (
          <Button onClick={() => setIsCorrecting(true)}>{words.correct}</Button>
        ) : null}
      </div>
      <div className="entry-notices">
        <SubmissionNotices submission={page.submission} correctionReason={correctionReason} />
        {restored.length > 0 ? (
          <p className="notice" role="status">
            {words.restored(restored.length)}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => onJump(restored[0]?.id ?? '', 'item')}
            >
              {words.goThere}
            </button>
          </p>
        ) : null}
        {isUnsavedSaid && pending.length > 0 ? (
          <p className="notice notice-refused" role="alert">
            {words.unsaved(pending.length)}{' '}
            <button
              type="button"
              className="link-button"
              onClick={() => onJump(pending[0]?.id ?? '', 'item')}
            >
              {words.goThere}
            </button>
          </p>
        ) : null}
        {isUnsavedSaid && doubtful.length > 0 ? (
          <UnexplainedList figures={doubtful} onJump={(id) => onJump(id, 'note')} />
        ) : null}
        {failure?.code === 'cells-blank' ? (
          <BlankCells failure={failure} missing={missing} />
        ) : (
          <RefusedNotice failure={failure} />
        )}
      </div>
      <PartlyDialog
        partly={page.partly}
        isOpen={isPartlyAsked}
        isBusy={isSubmitting}
        onBack={() => {
          setIsPartlyAsked(false)
          focusItem(page.partly[0]?.id ?? '')
        }}
        onSubmit={() => void send()}
      />
      <CorrectionDialog
        isOpen={isCorrecting}
        onClose={() => setIsCorrecting(false)}
        onReason={(reason) => {
          setIsCorrecting(false)
          onCorrect(reason)
        }}
      />
    </>
  )
}

/** The refusal of a 报送, with every blank cell one click away. Shrinks as they are filled in. */
function BlankCells({
  failure,
  missing,
}: {
  readonly failure: CallFailure
  readonly missing: EntryPage['missing']
}) {
  if (missing.length === 0) return null
  return (
    <div className="notice notice-refused" role="alert">
      <strong>{common.refusedTitle}</strong>
      <p>{failure.message}</p>
      <p>{words.blankCells}</p>
      <ul className="blank-cells">
        {missing.map((each) => (
          <li key={each.id}>
            <button type="button" className="link-button" onClick={() => focusItem(each.id)}>
              {each.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

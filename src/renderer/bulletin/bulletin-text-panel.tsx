// 通报文字: the draft as one text that the office may rewrite, saved as its own; what moved or cannot be traced is said.
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { BulletinTextView } from '../../contract/bulletin-text-calls.ts'
import type { DraftChanges } from '../../core/reports/bulletin-text/moved-figures.ts'
import type { NumbersToCheck } from '../../core/reports/bulletin-text/traced-text.ts'
import type { CellRef } from '../../core/reports/report-table.ts'
import { useAnswer, useAsk } from '../ask.tsx'
import { PageError, PageLoading, RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { useOpenSession } from '../session.tsx'
import { timeText } from '../shown-time.ts'
import { bulletinText as words } from '../words/bulletin-text.ts'
import { common } from '../words/common.ts'
import { TracedText } from './traced-text.tsx'
import { keepUnsavedText, unsavedText } from './unsaved-text.ts'

interface PanelProps {
  readonly month: string
  /** somebody wants to see the cell that a number comes from */
  readonly onShow: (cell: CellRef) => void
}

export function BulletinTextPanel({ month, onShow }: PanelProps) {
  const answer = useAnswer('bulletin.text', { month })
  if (answer.data === undefined)
    return answer.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={answer.error} onRetry={() => void answer.refetch()} />
    )
  return <TextEditor key={month} month={month} view={answer.data} onShow={onShow} />
}

function TextEditor({ month, view, onShow }: PanelProps & { readonly view: BulletinTextView }) {
  const { session } = useOpenSession()
  const ask = useAsk()
  const { message } = App.useApp()
  const { act, failure, isBusy } = useAct()
  const [typed, setTyped] = useState(() => unsavedText(month))
  const [isAsking, setIsAsking] = useState(false)
  const { draft, basis, edited, frozenAt } = view
  const isFixed = frozenAt !== null || session.isReadOnly
  const current = edited?.text ?? draft
  const isUnsaved = !isFixed && typed !== null && typed !== current

  const keep = (text: string | null) => {
    setTyped(text)
    keepUnsavedText(month, text)
  }
  const save = async (text: string | null, done: string) => {
    setIsAsking(false)
    if (await act(() => ask('bulletin.editText', { month, text, basis }), done)) keep(null)
  }
  const exportWord = async () => {
    const run = async () => {
      const { fileName } = await ask('bulletin.exportText', { month })
      void message.info(words.exported(fileName))
    }
    await act(run, words.word)
  }
  return (
    <section className="bulletin-text" aria-label={words.region}>
      <p className="soft">{stateWords(view, session.isReadOnly)}</p>
      {edited !== null && hasMoved(edited.changes) ? (
        <div className="notice" role="status">
          {words.dataMoved(edited.changes).map((line) => (
            <div key={line}>{line}</div>
          ))}
          <div>{frozenAt === null ? words.checkText : words.frozenText}</div>
        </div>
      ) : null}
      {edited === null ? null : <NumbersNotice toCheck={edited.toCheck} />}
      <RefusedNotice failure={failure} />
      <Input.TextArea
        aria-label={words.label}
        className="bulletin-text-area"
        value={isFixed ? current : (typed ?? current)}
        readOnly={isFixed}
        maxLength={50_000}
        autoSize={{ minRows: 12, maxRows: 28 }}
        onChange={(event) => keep(event.target.value)}
      />
      <div className="bulletin-text-acts">
        {isFixed ? null : (
          <>
            <Button
              type="primary"
              disabled={!isUnsaved}
              loading={isBusy}
              onClick={() => void save(typed, words.saved)}
            >
              {words.save}
            </Button>
            <Button disabled={!isUnsaved} onClick={() => keep(null)}>
              {words.undo}
            </Button>
            <Button disabled={edited === null} onClick={() => setIsAsking(true)}>
              {words.restore}
            </Button>
          </>
        )}
        <Button disabled={isUnsaved} onClick={() => void exportWord()}>
          {frozenAt === null ? words.wordDraft : words.word}
        </Button>
        {isUnsaved ? <span className="bad">{words.unsaved}</span> : null}
      </div>
      <TracedText view={view} isUnsaved={isUnsaved} onShow={onShow} />
      <Modal
        title={words.restoreTitle}
        open={isAsking}
        onCancel={() => setIsAsking(false)}
        onOk={() => void save(null, words.restored)}
        okText={words.restore}
        cancelText={common.cancel}
      >
        <p>{words.restoreText}</p>
      </Modal>
    </section>
  )
}

/** What the office's own words hold that no table vouches for. */
function NumbersNotice({ toCheck }: { readonly toCheck: NumbersToCheck }) {
  const lines = words.toCheck(toCheck)
  if (lines.length === 0) return null
  return (
    <div className="notice" role="status">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}

function hasMoved({ figures, added, removed }: DraftChanges): boolean {
  return figures.length + added.length + removed.length > 0
}

function stateWords({ edited, frozenAt }: BulletinTextView, isReadOnly: boolean): string {
  if (frozenAt !== null) return words.frozen
  if (isReadOnly) return words.readOnly
  return edited === null ? words.drafted : words.edited(edited.author, timeText(edited.at, Date.now()))
}

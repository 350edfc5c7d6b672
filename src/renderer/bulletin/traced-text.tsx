// 逐数核对: the text with every number to be asked where it comes from.
import { Button } from 'antd'
import { useState } from 'react'
import type { BulletinTextView, NumberSource } from '../../contract/bulletin-text-calls.ts'
import type { Certainty } from '../../core/reports/bulletin-text/traced-text.ts'
import type { CellRef } from '../../core/reports/report-table.ts'
import { bulletinText as words } from '../words/bulletin-text.ts'

/** Numbers that somebody has to look after. */
const TO_CHECK: ReadonlySet<Certainty> = new Set(['unknown', 'elsewhere', 'written-out'])

interface Asked {
  readonly line: number
  readonly piece: number
}

interface Props {
  readonly view: Pick<BulletinTextView, 'lines' | 'sources'>
  /** other words than these are being typed */
  readonly isUnsaved: boolean
  readonly onShow: (cell: CellRef) => void
}

export function TracedText({ view, isUnsaved, onShow }: Props) {
  return (
    <details className="traced-text">
      <summary>{words.trace}</summary>
      {isUnsaved ? <p className="soft">{words.traceSaved}</p> : <TracedLines view={view} onShow={onShow} />}
    </details>
  )
}

function TracedLines({ view: { lines, sources }, onShow }: Omit<Props, 'isUnsaved'>) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const piece = asked === null ? undefined : lines[asked.line]?.[asked.piece]
  return (
    <>
      {lines.map((pieces, line) => (
        // Lines and pieces are those of one answer; they never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <p key={line}>
          {pieces.map(({ text, certainty }, at) =>
            certainty === null ? (
              text
            ) : (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={at}
                type="button"
                className={`traced-number${TO_CHECK.has(certainty) ? ' bad' : ''}`}
                aria-pressed={asked?.line === line && asked.piece === at}
                onClick={() => setAsked({ line, piece: at })}
              >
                {text}
              </button>
            ),
          )}
        </p>
      ))}
      <div className="traced-answer" role="status">
        {piece === undefined ? (
          <span className="soft">{words.traceHint}</span>
        ) : (
          <Answer
            number={piece.text}
            certainty={piece.certainty}
            sources={piece.sources.flatMap((each) => sources[each] ?? [])}
            onShow={onShow}
          />
        )}
      </div>
    </>
  )
}

function Answer({
  number,
  certainty,
  sources,
  onShow,
}: {
  readonly number: string
  readonly certainty: Certainty | null
  readonly sources: readonly NumberSource[]
  readonly onShow: (cell: CellRef) => void
}) {
  if (certainty === 'written-out') return <span className="bad">{words.writtenOut(number)}</span>
  if (sources.length === 0) return <span className="bad">{words.noSource(number)}</span>
  return (
    <>
      <span className={certainty === 'elsewhere' ? 'bad' : ''}>
        {certainty === 'drafted'
          ? words.draftedNumber(number)
          : certainty === 'named'
            ? words.namedNumber(number)
            : words.elsewhereNumber(number)}
      </span>
      {sources.map((source) => {
        const cell = source.cells[0]
        return (
          <span key={`${source.label} ${source.source}`} className="traced-source">
            {words.sourceOf(source)}
            {cell === undefined ? null : (
              <Button size="small" onClick={() => onShow(cell)}>
                {words.show(cell.sheet)}
              </Button>
            )}
          </span>
        )
      })}
    </>
  )
}

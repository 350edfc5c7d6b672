// A sheet of the workbook as it will print, close enough to judge it before it goes to the meeting.
import { useEffect, useRef } from 'react'
import { cellText } from '../../core/reports/cell-text.ts'
import type { CellRef, ReportBlock, ReportRow, ReportSheet } from '../../core/reports/report-table.ts'
import { bulletin as words } from '../words/bulletin.ts'
import { ReportChartView } from './report-chart-view.tsx'
import { columnShares, type PlacedCell, placeCells, placeHeadings } from './report-grid.ts'

interface Props {
  readonly sheet: ReportSheet
  /** the cell, or the column, that somebody asked to see */
  readonly marked: CellRef | null
}

export function ReportSheetView({ sheet, marked }: Props) {
  const markedBlock = marked === null ? undefined : sheet.blocks.at(marked.block ?? -1)
  return (
    <article className={`paper paper-${sheet.paper}`} aria-label={sheet.title}>
      <h2 className="paper-title">{sheet.title}</h2>
      <div className="paper-lead">
        <span>{sheet.lead.left}</span>
        <span>{sheet.lead.middle}</span>
        <span>{sheet.lead.right}</span>
      </div>
      {sheet.summary === null ? null : <p className="paper-summary">{sheet.summary}</p>}
      {sheet.blocks.map((block, at) => (
        <BlockView
          key={block.title ?? at}
          sheet={sheet}
          block={block}
          marked={block === markedBlock ? marked : null}
        />
      ))}
      {sheet.charts === undefined ? null : (
        <div className="paper-charts">
          {sheet.charts.map((chart) => (
            <ReportChartView key={chart.title} sheet={sheet} chart={chart} />
          ))}
        </div>
      )}
      {sheet.notes.map((note) => (
        <p key={note} className="paper-note">
          {note}
        </p>
      ))}
      <div className="paper-signoff">
        {sheet.signOff.map((each) => (
          <span key={each}>{each}</span>
        ))}
      </div>
    </article>
  )
}

function BlockView({ sheet, block, marked }: Props & { readonly block: ReportBlock }) {
  const shares = columnShares(sheet, block)
  const rows = placeCells(block)
  return (
    <>
      {block.title === null ? null : <h3 className="paper-block">{block.title}</h3>}
      <table className="paper-table">
        <colgroup>
          {block.columns.map((column, at) => (
            <col key={column.key} style={{ width: `${shares[at] ?? 0}%` }} />
          ))}
        </colgroup>
        <thead>
          {placeHeadings(block.columns).map((headings, at) => (
            <tr key={at === 0 ? 'upper' : 'lower'}>
              {headings.map((heading) => (
                <th
                  key={heading.key}
                  colSpan={heading.colSpan}
                  rowSpan={heading.rowSpan}
                  scope={heading.colSpan > 1 ? 'colgroup' : 'col'}
                >
                  {heading.title}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={block.columns.length} className="paper-empty">
                {block.emptyText || words.noSheetRows}
              </td>
            </tr>
          ) : null}
          {rows.map((cells, at) => (
            // A report has no ids of its own, and its rows never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at} className={`paper-${block.rows[at]?.kind ?? 'body'}`}>
              {cells.map((placed) => (
                <CellView
                  key={placed.column.key}
                  placed={placed}
                  isMarked={isMarked(marked, block.rows[at], placed.column.key)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A reference without a row means the table's body in that column. */
function isMarked(marked: CellRef | null, row: ReportRow | undefined, column: string): boolean {
  if (marked === null || row === undefined || marked.column !== column) return false
  return marked.row === null ? (row.kind ?? 'body') === 'body' : row.id === marked.row
}

interface CellProps {
  readonly placed: PlacedCell
  readonly isMarked: boolean
}

function CellView({ placed: { column, cell, rowSpan, colSpan }, isMarked: isShown }: CellProps) {
  const place = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    // Of a whole column the first cell is brought into view.
    const first = place.current?.closest('table')?.querySelector('.paper-marked')
    if (isShown && first === place.current) first?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [isShown])
  const light = cell.light === undefined ? '' : ` light-${cell.light}`
  return (
    <td
      ref={place}
      rowSpan={rowSpan}
      colSpan={colSpan}
      className={`paper-cell${light}${cell.isBold === true ? ' paper-bold' : ''}${isShown ? ' paper-marked' : ''}`}
      style={{ textAlign: cell.align ?? column.align }}
    >
      {cell.bar === undefined ? null : (
        <span
          aria-hidden="true"
          className="paper-bar"
          style={{ width: `${Math.min(1, Math.max(0, cell.bar)) * 100}%` }}
        />
      )}
      <span className={`paper-text${typeof cell.value === 'number' ? ' paper-figure' : ''}`}>
        {cellText(cell)}
      </span>
    </td>
  )
}

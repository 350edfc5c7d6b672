// The grid of 本月填报: programme by programme, indicators and then measures. What a cell does is its own affair;
// this decides only order and headings, so that a fuller grid can stand here later.
import { Fragment } from 'react'
import type { EntryPage } from '../../contract/api.ts'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { entry as words } from '../words/entry.ts'
import type { EntryGroup } from './entry-groups.ts'
import { COLUMN_COUNT, GRID_COLUMNS } from './grid-columns.ts'
import { IndicatorRow } from './indicator-row.tsx'
import { MeasureBlock } from './measure-block.tsx'
import type { EntryPageModel } from './use-entry-page.ts'

interface Props {
  readonly page: EntryPage
  readonly groups: readonly EntryGroup[]
  readonly model: EntryPageModel
  readonly isEditable: boolean
  readonly onFocus: (id: string) => void
}

export function EntryGrid({ page, groups, model, isEditable, onFocus }: Props) {
  const { plan } = useOpenSession()
  const missing = new Set(page.missing.map((each) => each.id))
  return (
    <table className="entry-grid" data-grid aria-label={words.gridName}>
      <thead>
        <tr>
          {GRID_COLUMNS.map(({ key, isNumber }) => (
            <th key={key} scope="col" className={`column-${key}${isNumber ? ' number-cell' : ''}`}>
              {words.columns[key]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className="group-row">
            <th colSpan={COLUMN_COUNT} scope="rowgroup">
              {group.number === null ? common.headlineTargets : `${common.programmeNumber(group.number)} ${group.name}`}
            </th>
          </tr>
          {group.indicators.map((row) => {
            const planned = plan.indicatorsById.get(row.id)
            return planned === undefined ? null : (
              <IndicatorRow
                key={row.id}
                row={row}
                planned={planned}
                month={page.month}
                isEditable={isEditable}
                isMissing={missing.has(row.id)}
                readings={model.readings}
                onSave={model.saveReading}
                onFocus={onFocus}
              />
            )
          })}
          {group.measures.map((row) => {
            const planned = plan.measuresById.get(row.id)
            return (
              <Fragment key={row.id}>
                {planned === undefined ? null : (
                  <MeasureBlock
                    row={row}
                    planned={planned}
                    isEditable={isEditable}
                    isMissing={missing.has(row.id)}
                    measures={model.measures}
                    onSave={model.saveMeasure}
                    onFocus={onFocus}
                  />
                )}
              </Fragment>
            )
          })}
        </tbody>
      ))}
    </table>
  )
}

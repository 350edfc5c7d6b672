// The grid of 本月填报: figures first, measures below. What a cell does is its own affair, what several of them do the
// grid adapter's; this decides only order and headings.
import type { EntryPage } from '../../contract/api.ts'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { entry as words } from '../words/entry.ts'
import { indicatorOfLocalityCell } from './entry-cells.ts'
import type { EntryGroup } from './entry-groups.ts'
import type { Grid } from './grid/use-grid.ts'
import { COLUMN_COUNT, GRID_COLUMNS } from './grid-columns.ts'
import { IndicatorRow } from './indicator-row.tsx'
import { MeasureBlock } from './measure-block.tsx'
import type { EntryPageModel } from './use-entry-page.ts'
import type { Jump } from './use-jump.ts'

interface Props {
  readonly page: EntryPage
  readonly groups: readonly EntryGroup[]
  readonly model: EntryPageModel
  readonly grid: Grid
  readonly isEditable: boolean
  readonly onFocus: (id: string) => void
  /** the light of an item was clicked */
  readonly onWhy: (id: string) => void
  readonly jump: Jump
}

export function EntryGrid({ page, groups, model, grid, isEditable, onFocus, onWhy, jump }: Props) {
  const { plan } = useOpenSession()
  const awaitedRow = jump.awaited === null ? null : indicatorOfLocalityCell(jump.awaited.cell)
  const missing = new Set(page.missing.map((each) => each.id))
  const withFigures = groups.filter((group) => group.indicators.length > 0)
  const withMeasures = groups.filter((group) => group.measures.length > 0)
  return (
    <div data-grid ref={grid.root} {...grid.handlers}>
      {withFigures.length === 0 ? null : (
        <div className="grid-scroll">
          <table className="entry-grid" aria-label={words.gridName}>
            <thead>
              <tr>
                {GRID_COLUMNS.map(({ key, isNumber }) => (
                  <th key={key} scope="col" className={`column-${key}${isNumber ? ' number-cell' : ''}`}>
                    {words.columns[key]}
                  </th>
                ))}
              </tr>
            </thead>
            {withFigures.map((group, at) => (
              <tbody key={group.id}>
                {newPlan(withFigures, at) === null ? null : (
                  <tr className="plan-row">
                    <th colSpan={COLUMN_COUNT} scope="rowgroup">
                      {newPlan(withFigures, at)}
                    </th>
                  </tr>
                )}
                <tr className="group-row">
                  <th colSpan={COLUMN_COUNT} scope="rowgroup">
                    {groupTitle(group)}
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
                      selection={grid.selection}
                      saveEvidence={model.saveEvidence}
                      department={page.department}
                      onSave={model.saveReading}
                      onFocus={onFocus}
                      onUnfold={model.unfold}
                      onWhy={onWhy}
                      awaited={awaitedRow === row.id ? jump.awaited : null}
                      onArrived={jump.arrived}
                    />
                  )
                })}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {withMeasures.map((group, at) => (
        <section key={group.id} aria-label={groupTitle(group)}>
          {newPlan(withMeasures, at) === null ? null : (
            <p className="plan-row">{newPlan(withMeasures, at)}</p>
          )}
          <h2 className="measure-group">
            {groupTitle(group)} <span className="soft">{words.measuresOf}</span>
          </h2>
          <ul className="measure-list">
            {group.measures.map((row) => {
              const planned = plan.measuresById.get(row.id)
              return planned === undefined ? null : (
                <MeasureBlock
                  key={row.id}
                  row={row}
                  planned={planned}
                  isEditable={isEditable}
                  isMissing={missing.has(row.id)}
                  department={page.department}
                  month={page.month}
                  saveEvidence={model.saveEvidence}
                  measures={model.measures}
                  onSave={model.saveMeasure}
                  onFocus={onFocus}
                  onWhy={onWhy}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** 《十四五规划》 above the first of its groups, where several plans cover the month */
function newPlan(groups: readonly EntryGroup[], at: number): string | null {
  const title = groups[at]?.planTitle ?? null
  return title === null || title === groups[at - 1]?.planTitle ? null : common.planTitle(title)
}

function groupTitle(group: EntryGroup): string {
  return group.number === null
    ? common.headlineTargets
    : `${common.programmeNumber(group.number)} ${group.name}`
}

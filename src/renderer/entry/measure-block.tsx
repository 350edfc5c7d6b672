// One measure: status, 进展, 问题, 下一步, and its milestones. Each field saves itself when it is left.
import { Checkbox } from 'antd'
import { memo } from 'react'
import type { EntryMeasureRow } from '../../contract/api.ts'
import type { MeasureStatus } from '../../core/journal/journal-entry.ts'
import type { PlannedMeasure } from '../../core/plan/annual-plan.ts'
import { monthNumber } from '../../core/values/reporting-month.ts'
import { Choice } from '../parts/choice.tsx'
import { GrowingText } from '../parts/growing-text.tsx'
import { LightMark } from '../parts/light-badge.tsx'
import { LightButton } from '../parts/light-button.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { MEASURE_STATUSES, entry as words } from '../words/entry.ts'
import { dropOn, EvidenceLine } from './evidence/evidence-line.tsx'
import { useEvidence } from './evidence/use-evidence.ts'
import { cellKeyOf } from './grid/cell-address.ts'
import { moveInColumn } from './grid/grid-page.ts'
import {
  hasPreviousToUse,
  type MeasureDraft,
  measureTexts,
  NARRATIVE_FIELDS,
  withPrevious,
} from './measure-draft.ts'
import { useCell } from './use-cell.ts'
import type { EntryPageModel } from './use-entry-page.ts'

interface Props {
  readonly row: EntryMeasureRow
  readonly planned: PlannedMeasure
  readonly department: string
  readonly month: string
  readonly saveEvidence: EntryPageModel['saveEvidence']
  readonly isEditable: boolean
  readonly isMissing: boolean
  readonly measures: EntryPageModel['measures']
  readonly onSave: (id: string) => Promise<void>
  readonly onFocus: (id: string) => void
  readonly onWhy: (id: string) => void
}

type StatusChoice = MeasureStatus | 'unset'
const STATUSES = Object.keys(MEASURE_STATUSES) as MeasureStatus[]
const STATUS_OPTIONS: readonly { readonly value: StatusChoice; readonly label: string }[] = [
  { value: 'unset', label: words.measureUnset },
  ...STATUSES.map((value) => ({ value, label: MEASURE_STATUSES[value] })),
]
const MOST_TEXT = 20_000

export const MeasureBlock = memo(function MeasureBlock({
  row,
  planned,
  department,
  month,
  saveEvidence,
  isEditable,
  isMissing,
  measures,
  onSave,
  onFocus,
  onWhy,
}: Props) {
  const { plan } = useOpenSession()
  const { measure } = planned
  const cell = useCell(measures, row.id)
  const evidence = useEvidence({ saveEvidence }, { id: row.id, department, month })
  const shown = measureTexts(row.report, cell.draft)
  const others = planned.participating.map((id) => departmentName(plan, id)).join('、')
  const change = (part: Partial<MeasureDraft>) =>
    measures.type(row.id, { ...(cell.draft ?? { basis: row.basis }), ...part })
  const save = () => void onSave(row.id)
  const changeAndSave = (part: Partial<MeasureDraft>) => {
    change(part)
    save()
  }
  const copyPrevious = () => {
    measures.type(row.id, withPrevious(row, cell.draft))
    save()
  }
  const needsWords =
    shown.status === 'blocked' && (shown.problems.trim() === '' || shown.nextSteps.trim() === '')
  return (
    <li
      data-measure={row.id}
      {...dropOn(evidence, isEditable)}
      className={`measure-row${isMissing ? ' entry-row-missing' : ''}`}
      onFocus={() => onFocus(row.id)}
    >
      <div className="measure-block">
        <div className="measure-name">
          <strong>{measure.name}</strong>
          <span className="soft">{words.responsible(departmentName(plan, planned.lead), others)}</span>
          <LightButton
            light={row.status.light}
            label={row.status.label}
            isTabStop={false}
            onOpen={() => onWhy(row.id)}
          />
          <Milestones
            row={row}
            planned={planned}
            done={shown.milestonesDone}
            isEditable={isEditable}
            onChange={(milestonesDone) => changeAndSave({ milestonesDone })}
          />
        </div>
        <div className={`measure-status${shown.status === null ? ' cell-blank' : ''}`}>
          <span className="field-title">{words.measureStatus}</span>
          <Choice<StatusChoice>
            label={words.measureStatusOf(measure.name)}
            value={shown.status ?? 'unset'}
            options={STATUS_OPTIONS}
            onChoose={(value) => changeAndSave({ status: value === 'unset' ? null : value })}
            isDisabled={!isEditable}
            cellKey={cellKeyOf('state', row.id)}
            onArrow={moveInColumn}
          />
          {isEditable && hasPreviousToUse(row, cell.draft) ? (
            <button
              type="button"
              className="link-button copy-previous"
              aria-label={words.copyPreviousOf(measure.name)}
              onClick={copyPrevious}
            >
              {words.copyPrevious}
            </button>
          ) : null}
        </div>
        {NARRATIVE_FIELDS.map((field) => {
          const before = row.previous?.[field] ?? null
          return (
            <div key={field} className="measure-field">
              <span className="field-title">{words[field]}</span>
              <GrowingText
                label={words.fieldOf(measure.name, words[field])}
                text={shown[field]}
                isDisabled={!isEditable}
                maxLength={MOST_TEXT}
                onType={(text) => change({ [field]: text })}
                onLeave={save}
                onKeyDown={(event) => {
                  if (event.key === 'Escape' && !event.nativeEvent.isComposing) measures.discard(row.id)
                }}
              />
              {isEditable && before !== null && shown[field] === '' ? (
                <span className="previous-text" title={before}>
                  {words.previousText(before)}
                </span>
              ) : null}
            </div>
          )
        })}
      </div>
      <EvidenceLine
        name={measure.name}
        files={row.report?.evidence ?? []}
        acts={evidence}
        isEditable={isEditable}
      />
      {cell.refused === null ? null : (
        <p className="bad" role="alert">
          {cell.refused}
        </p>
      )}
      {cell.isRestored ? <p className="warn">{words.restoredRow}</p> : null}
      {needsWords ? <p className="warn">{words.blockedNeeds}</p> : null}
    </li>
  )
})

interface MilestoneProps {
  readonly row: EntryMeasureRow
  readonly planned: PlannedMeasure
  readonly done: readonly string[]
  readonly isEditable: boolean
  readonly onChange: (done: readonly string[]) => void
}

function Milestones({ row, planned, done, isEditable, onChange }: MilestoneProps) {
  const milestones = planned.measure.milestones ?? []
  if (milestones.length === 0) return null
  return (
    <fieldset className="milestones">
      <legend className="visually-hidden">{words.milestones}</legend>
      {milestones.map((milestone) => {
        const isEarlier = row.milestonesDoneEarlier.includes(milestone.id)
        const isDone = isEarlier || done.includes(milestone.id)
        const isOverdue = !isDone && row.status.overdueMilestones.some((each) => each.id === milestone.id)
        return (
          <Checkbox
            key={milestone.id}
            checked={isDone}
            disabled={!isEditable || isEarlier}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...done, milestone.id] : done.filter((id) => id !== milestone.id),
              )
            }
          >
            {milestone.name}{' '}
            <span className="soft">
              {isEarlier ? words.milestoneDoneEarlier : words.milestoneDue(monthNumber(milestone.due))}
            </span>
            {isOverdue ? (
              <span className="milestone-late">
                <LightMark light={row.status.light === 'red' ? 'red' : 'yellow'} label={null} />{' '}
                {words.milestoneOverdue}
              </span>
            ) : null}
          </Checkbox>
        )
      })}
    </fieldset>
  )
}

// The fields of one item. What a figure means (unit, accumulation, place) can only be said while the item is new or
// in a draft; afterwards figures hang on it.
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useId } from 'react'
import type { AccumulationMode, PlanIndex } from '../../core/plan/annual-plan.ts'
import { monthsOfYear, type ReportingMonth } from '../../core/values/reporting-month.ts'
import { MODE_NAMES, plan as planWords, planForm as words } from '../words/plan.ts'
import { CurveEditor } from './curve-editor.tsx'
import type { ItemValues } from './item-values.ts'
import { MilestonesEditor } from './milestones-editor.tsx'
import { SourceField } from './source-field.tsx'
import { TargetsEditor } from './targets-editor.tsx'
import { UnitsFields } from './units-fields.tsx'

interface Props {
  readonly plan: PlanIndex
  readonly values: ItemValues
  /** new, or in a draft */
  readonly isFree: boolean
  /** the month from which an amendment counts; null in a draft */
  readonly from: ReportingMonth | null
  readonly onChange: (change: Partial<ItemValues>) => void
  readonly onCurveWrong: (isWrong: boolean) => void
}

const MODES = Object.keys(MODE_NAMES) as AccumulationMode[]
/** 13 and above: months of the following year */
const DUE_MONTHS = Array.from({ length: 18 }, (_, index) => index + 1)

export function ItemFields(props: Props) {
  const { plan, values, onChange } = props
  const id = useId()
  const { from, to } = plan.plan.years
  const months = Array.from({ length: to - from + 1 }, (_, index) => monthsOfYear(from + index)).flat()
  return (
    <>
      <label htmlFor={`${id}-name`}>{words.name}</label>
      <Input.TextArea
        id={`${id}-name`}
        value={values.name}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={500}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <UnitsFields plan={plan} values={values} onChange={onChange} />
      {values.kind === 'indicator' ? <IndicatorFields {...props} id={id} /> : null}
      {values.kind === 'measure' ? (
        <MilestonesEditor
          measure={values.id}
          milestones={values.milestones}
          months={months}
          onChange={(milestones) => onChange({ milestones })}
        />
      ) : null}
      {values.kind === 'safeguard' ? null : (
        <>
          <label htmlFor={`${id}-note`}>{words.note}</label>
          <Input.TextArea
            id={`${id}-note`}
            value={values.note}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={2000}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        </>
      )}
    </>
  )
}

function IndicatorFields({ plan, values, isFree, from, onChange, onCurveWrong, id }: Props & { id: string }) {
  const fromMonth = from === null ? 1 : Number(from.slice(5, 7))
  return (
    <>
      {isFree ? <MeaningFields values={values} onChange={onChange} id={id} /> : null}
      {values.programme === null ? (
        <>
          <label htmlFor={`${id}-carried`}>{words.carriedBy}</label>
          <Select
            id={`${id}-carried`}
            value={values.carriedBy ?? ''}
            options={[
              { value: '', label: words.nobodyCarries },
              ...plan.plan.programmes.map(({ id: value, name: label }) => ({ value, label })),
            ]}
            onChange={(carriedBy) => onChange({ carriedBy: carriedBy === '' ? null : carriedBy })}
          />
        </>
      ) : null}
      <Checkbox checked={values.key} onChange={({ target }) => onChange({ key: target.checked })}>
        {words.key}
      </Checkbox>
      <Checkbox
        checked={values.byLocality}
        onChange={({ target }) => onChange({ byLocality: target.checked })}
      >
        {words.byLocality}
      </Checkbox>
      <SourceField values={values} onChange={onChange} />
      {values.mode === 'yearly' ? (
        <>
          <label htmlFor={`${id}-due`}>{words.dueMonth}</label>
          <Select
            id={`${id}-due`}
            value={values.dueMonth}
            options={DUE_MONTHS.map((value) => ({ value, label: planWords.nextYearMonth(value) }))}
            onChange={(dueMonth) => onChange({ dueMonth })}
          />
        </>
      ) : (
        <CurveEditor
          curve={values.curve}
          fromMonth={fromMonth}
          onChange={(curve) => onChange({ curve })}
          onWrong={onCurveWrong}
        />
      )}
    </>
  )
}

/** What the figures mean. */
function MeaningFields({ values, onChange, id }: Pick<Props, 'values' | 'onChange'> & { id: string }) {
  return (
    <>
      <label htmlFor={`${id}-unit`}>{words.unit}</label>
      <Input
        id={`${id}-unit`}
        value={values.unit}
        maxLength={40}
        onChange={({ target }) => onChange({ unit: target.value })}
      />
      <label htmlFor={`${id}-mode`}>{words.mode}</label>
      <Select
        id={`${id}-mode`}
        value={values.mode}
        options={MODES.map((value) => ({ value, label: MODE_NAMES[value] }))}
        onChange={(mode) => onChange({ mode })}
      />
      <label htmlFor={`${id}-decimals`}>{words.decimals}</label>
      <InputNumber
        id={`${id}-decimals`}
        value={values.decimals}
        min={0}
        max={10}
        precision={0}
        onChange={(decimals) => onChange({ decimals: decimals ?? 0 })}
      />
      <TargetsEditor
        targets={values.targets}
        unit={values.unit}
        onChange={(targets) => onChange({ targets })}
      />
    </>
  )
}

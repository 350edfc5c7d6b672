// 序时计划: a row of twelve percentages with a small line above them. Typing into one makes the curve one's own.
import { Select } from 'antd'
import { useId, useState } from 'react'
import { Fault } from '../parts/fault.tsx'
import { planForm as words } from '../words/plan.ts'
import { type CurveKind, type CurveTexts, curveTexts, kindOf, sharesOf, usualCurve } from './curve.ts'

interface Props {
  readonly curve: readonly number[] | null
  /** 1…12: the month from which the item counts */
  readonly fromMonth: number
  readonly onChange: (curve: readonly number[] | null) => void
  readonly onWrong: (isWrong: boolean) => void
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
const KINDS = Object.keys(words.curveKinds) as CurveKind[]

export function CurveEditor({ curve, fromMonth, onChange, onWrong }: Props) {
  const id = useId()
  const [kind, setKind] = useState<CurveKind>(() => kindOf(curve))
  const [texts, setTexts] = useState<CurveTexts>(() => curveTexts(curve))
  const shares = sharesOf(texts)
  const take = (next: CurveTexts, as: CurveKind) => {
    setTexts(next)
    setKind(as)
    const read = sharesOf(next)
    onWrong(read === null)
    if (read !== null) onChange(as === 'linear' ? null : read)
  }
  return (
    <fieldset className="curve-editor">
      <legend>{words.curve}</legend>
      <div className="curve-head">
        <label htmlFor={`${id}-kind`} className="visually-hidden">
          {words.curveKind}
        </label>
        <Select
          id={`${id}-kind`}
          className="curve-kind"
          value={kind}
          options={KINDS.map((value) => ({ value, label: words.curveKinds[value] }))}
          onChange={(next) => take(next === 'typed' ? texts : usualCurve(next, fromMonth), next)}
        />
        {shares === null ? null : <CurveLine shares={shares} />}
      </div>
      <div className="curve-cells">
        {MONTHS.map((month) => (
          <label key={month} className="curve-cell">
            <span aria-hidden="true">{month}月</span>
            <input
              value={texts[month - 1] ?? ''}
              inputMode="decimal"
              aria-label={words.curveMonth(month)}
              aria-invalid={shares === null}
              onChange={(event) =>
                take(
                  texts.map((each, at) => (at === month - 1 ? event.target.value : each)),
                  'typed',
                )
              }
            />
          </label>
        ))}
      </div>
      <Fault text={shares === null ? words.curveWrong : null} />
    </fieldset>
  )
}

const WIDTH = 120
const HEIGHT = 28

export function CurveLine({ shares }: { readonly shares: readonly number[] }) {
  const points = shares
    .map((share, index) => `${((index + 1) * WIDTH) / 12},${(HEIGHT - 2) * (1 - share) + 1}`)
    .join(' ')
  return (
    <svg className="curve-line" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={`0,${HEIGHT - 1} ${points}`} />
    </svg>
  )
}

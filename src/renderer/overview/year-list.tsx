// 历年情况: the same indicator year by year, each by the target of its own year.
import { useState } from 'react'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { Bands, Indicator } from '../../core/plan/annual-plan.ts'
import { wholeTargetText } from '../../core/reports/change-words.ts'
import type { IndicatorYearLine } from '../../core/state/indicator-years.ts'
import { monthNumber } from '../../core/values/reporting-month.ts'
import { LightButton } from '../parts/light-button.tsx'
import { figure, percent } from '../shown-figure.ts'
import { common } from '../words/common.ts'
import { yearList as words } from '../words/year-chart.ts'

interface Props {
  readonly years: readonly IndicatorYearLine[]
  readonly indicator: Indicator
  readonly bands: Bands
}

export function YearList({ years, indicator: { unit, decimals }, bands }: Props) {
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <>
      <h3 className="panel-part">{words.title}</h3>
      <table className="history-table" aria-label={words.title}>
        <thead>
          <tr>
            <th scope="col">{words.columns.year}</th>
            <th scope="col" className="number-cell">
              {words.columns.target}
            </th>
            <th scope="col" className="number-cell">
              {words.columns.actual}
            </th>
            <th scope="col" className="number-cell">
              {words.columns.completion}
            </th>
            <th scope="col">{words.columns.light}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, name, until, target, actual, completion, light, label, why }) => [
            <tr key={year}>
              <th scope="row">
                {until === null || until.endsWith('-12')
                  ? words.whole(year)
                  : words.until(year, monthNumber(until))}
                {name === null ? null : <span className="soft"> {words.calledThen(name)}</span>}
              </th>
              <td className="number-cell">
                {target === null ? common.noFigure : wholeTargetText(target, unit)}
              </td>
              <td className="number-cell">{figure(actual, decimals)}</td>
              <td className="number-cell">{percent(completion, bands)}</td>
              <td>
                {light === null ? (
                  <span className="soft">{words.toCome}</span>
                ) : (
                  <LightButton
                    light={light}
                    label={label}
                    isOpen={opened === year}
                    onOpen={() => setOpened(opened === year ? null : year)}
                  />
                )}
              </td>
            </tr>,
            opened === year && why !== null ? (
              <tr key={`${year} why`}>
                <td colSpan={5}>
                  <p className="why-line">{fullWidth(why)}。</p>
                </td>
              </tr>
            ) : null,
          ])}
        </tbody>
      </table>
    </>
  )
}

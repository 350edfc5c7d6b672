import { Button, Select, Switch } from 'antd'
import type { Overview } from '../../contract/overview-answers.ts'
import { exact } from '../../core/values/exact.ts'
import { monthNumber, monthTitle, yearOf } from '../../core/values/reporting-month.ts'
import { LightBadge } from '../parts/light-badge.tsx'
import { useOpenSession } from '../session.tsx'
import { percent } from '../shown-figure.ts'
import { common } from '../words/common.ts'
import { overview as words } from '../words/overview.ts'
import { yearExport as yearWords } from '../words/year-export.ts'
import { useYearExport } from '../year-export/use-year-export.ts'
import { YearExportLine } from '../year-export/year-export-line.tsx'
import { AsOfPicker } from './as-of-picker.tsx'
import { againstTarget, twoTierVerdict } from './item-figures.ts'
import { shownItem } from './items.ts'
import { useViewed, type Viewed } from './viewed.ts'
import type { Shown } from './why-drawer.tsx'

interface Props {
  readonly overview: Overview
  readonly onView: (viewed: Viewed) => void
  readonly onOpen: (shown: Shown) => void
  /** whose reports the rates are made of */
  readonly onDepartments: () => void
}

export function HeadlineCard({ overview, onView, onOpen, onDepartments }: Props) {
  const { plans, planId } = overview
  const viewed = useViewed()
  const { plan, session } = useOpenSession()
  const { month } = overview
  const number = monthNumber(month)
  const year = yearOf(month)
  const yearExport = useYearExport()
  const headline = plan.indicators
    .filter((planned) => planned.programme === null)
    .flatMap(({ indicator }) => shownItem(plan, overview, { kind: 'indicator', id: indicator.id }) ?? [])
  const facts = [
    words.facts.until(number),
    words.facts.share(percent(exact(number).div(12).valueOf(), plan.bands)),
    viewed.provisional ? words.facts.provisional : words.facts.accepted,
  ]
  const rates = [
    words.facts.reporting(percent(overview.reportingRate, plan.bands)),
    words.facts.fill(percent(overview.fillRate, plan.bands)),
  ]
  return (
    <section className="card" aria-labelledby="headline-title">
      <p className="print-only">
        {words.printTitle(plan.plan.title, monthTitle(month), session.bureauName, session.isExample)}
      </p>
      <div className="card-head">
        <h1 id="headline-title">{words.headline}</h1>
        {plans.length > 1 ? (
          <Select
            className="overview-plan no-print"
            size="small"
            aria-label={words.choosePlan}
            value={planId}
            popupMatchSelectWidth={false}
            onChange={(id) => onView({ ...viewed, plan: id === plans[0]?.id ? null : id })}
            options={plans.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null}
        <span className="soft">
          {facts.join(' · ')} ·{' '}
          <button type="button" className="link-button" title={words.facts.whose} onClick={onDepartments}>
            {rates.join(' · ')}
          </button>
        </span>
        <span className="gap" />
        <AsOfPicker asOf={viewed.asOf} onAsOf={(asOf) => onView({ ...viewed, asOf })} />
        <label className="provisional" title={words.provisionalHint} htmlFor="provisional">
          <Switch
            id="provisional"
            size="small"
            checked={viewed.provisional}
            onChange={(provisional) => onView({ ...viewed, provisional })}
            aria-label={words.provisionalSwitch}
          />
          {words.provisionalSwitch}
        </label>
        <Button className="no-print" onClick={() => window.print()}>
          {words.print}
        </Button>
        {/* The workbook is of now: looking back, it would say something else than the page. */}
        {viewed.asOf === null ? (
          <Button
            className="no-print"
            title={yearWords.hint(year)}
            disabled={yearExport.progress?.state === 'running'}
            onClick={() => yearExport.start({ year, provisional: viewed.provisional, plan: viewed.plan })}
          >
            {yearWords.start}
          </Button>
        ) : null}
      </div>
      <YearExportLine year={year} work={yearExport} />
      <div className="headline-row">
        {headline.map((item) => {
          const { actual, aim, unit } = againstTarget(plan, item, month)
          const verdict = twoTierVerdict(plan, item, month)
          const pace = item.paceRatio === null ? '' : percent(item.paceRatio, plan.bands)
          return (
            <button
              key={item.id}
              type="button"
              className="headline-figure"
              title={item.name}
              onClick={() => onOpen({ month, scope: null, item: { kind: item.kind, id: item.id } })}
            >
              <span className="headline-name">
                {item.name} <span className="soft">{unit}</span>
              </span>
              <strong>{actual}</strong>
              <span className="headline-aim">{aim === '' ? common.noFigure : words.aim(aim)}</span>
              <span className="headline-light">
                <LightBadge light={item.light} label={item.label} />{' '}
                <span className={`light-${item.light}`}>{pace}</span>
              </span>
              {verdict === null ? null : <span className="headline-aim">{verdict}</span>}
            </button>
          )
        })}
      </div>
    </section>
  )
}

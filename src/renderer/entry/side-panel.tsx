// For the focused row: why its light is what it is, what it takes, and who filled in what when.

import type { ReactNode } from 'react'
import type { EntryPage } from '../../contract/api.ts'
import { fullWidth } from '../../core/measuring/wording.ts'
import type { PlannedIndicator } from '../../core/plan/annual-plan.ts'
import { FoldingPanel } from '../parts/folding-panel.tsx'
import { LightBadge } from '../parts/light-badge.tsx'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { MODE_NAMES, entry as words } from '../words/entry.ts'
import { evidence as evidenceWords } from '../words/evidence.ts'
import { MeasureTrail } from './cell-trail.tsx'
import { EvidenceLine } from './evidence/evidence-line.tsx'
import { useEvidence } from './evidence/use-evidence.ts'
import { IndicatorHistory } from './indicator-history.tsx'
import { NARRATIVE_FIELDS } from './measure-draft.ts'
import { useShownStatus } from './shown-status.ts'
import type { EntryPageModel } from './use-entry-page.ts'

interface Props {
  readonly page: EntryPage
  readonly focused: string | null
  readonly readings: EntryPageModel['readings']
  readonly saveEvidence: EntryPageModel['saveEvidence']
  readonly isEditable: boolean
  readonly onUnfold: EntryPageModel['unfold']
  /** where it is folded */
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** CSS pixels: the grid's narrowest 980, the panel, and what is between them */
const WIDTH_FOR_BOTH = 1320

export function SidePanel(props: Props) {
  const { page, focused, readings, saveEvidence, isEditable, onUnfold, isOpen, onOpen } = props
  const indicator = page.indicators.find((row) => row.id === focused)
  const measure = page.measures.find((row) => row.id === focused)
  const { plan } = useOpenSession()
  const planned = plan.indicatorsById.get(indicator?.id ?? '')
  return (
    <FoldingPanel
      name={common.whyThisLight}
      className="card side-panel"
      foldsBelow={WIDTH_FOR_BOTH}
      isOpen={isOpen}
      onOpen={onOpen}
    >
      {indicator === undefined || planned === undefined ? null : (
        <IndicatorPanel page={page} row={indicator} planned={planned} readings={readings} onUnfold={onUnfold}>
          <PanelEvidence
            key={indicator.id}
            page={page}
            row={indicator}
            name={planned.indicator.name}
            saveEvidence={saveEvidence}
            isEditable={isEditable}
          />
        </IndicatorPanel>
      )}
      {measure === undefined ? null : <MeasurePanel row={measure} month={page.month} />}
      {indicator === undefined && measure === undefined ? <p className="soft">{words.panelEmpty}</p> : null}
    </FoldingPanel>
  )
}

function IndicatorPanel({
  page,
  row,
  planned,
  readings,
  onUnfold,
  children,
}: {
  readonly children: ReactNode
  readonly page: EntryPage
  readonly planned: PlannedIndicator
  readonly row: EntryPage['indicators'][number]
  readonly readings: EntryPageModel['readings']
  readonly onUnfold: Props['onUnfold']
}) {
  const { plan } = useOpenSession()
  const status = useShownStatus(plan, row, planned, { readings, month: page.month })
  const at = plan.plan.programmes.findIndex((programme) => programme.id === row.programme)
  const place = at === -1 ? common.headlineTargets : common.programmeNumber(at + 1)
  return (
    <>
      <h2>{planned.indicator.name}</h2>
      <p className="soft">
        {place} · {planned.indicator.unit} · {MODE_NAMES[planned.indicator.mode]}
      </p>
      <div className={`why-box why-${status.light}`}>
        <LightBadge light={status.light} label={status.label} />
        <p>{fullWidth(status.why)}。</p>
        {status.verdict === null || status.why.includes(status.verdict) ? null : (
          <p>{fullWidth(status.verdict)}。</p>
        )}
        {status.whatItTakes === null ? null : <p className="soft">{fullWidth(status.whatItTakes)}。</p>}
        {status === row.status ? null : <p className="soft">{words.panelUnsaved}</p>}
      </div>
      {children}
      <IndicatorHistory
        row={row}
        month={page.month}
        decimals={planned.indicator.decimals ?? 0}
        onUnfold={onUnfold}
      />
    </>
  )
}

function PanelEvidence({
  page,
  row,
  name,
  saveEvidence,
  isEditable,
}: {
  readonly page: EntryPage
  readonly row: EntryPage['indicators'][number]
  readonly name: string
  readonly saveEvidence: Props['saveEvidence']
  readonly isEditable: boolean
}) {
  const place = { id: row.id, department: page.department, month: page.month }
  const acts = useEvidence({ saveEvidence }, place)
  const files = row.reading?.evidence ?? []
  if (!isEditable && files.length === 0) return null
  return (
    <>
      <h3 className="panel-part">{evidenceWords.title}</h3>
      <EvidenceLine name={name} files={files} acts={acts} isEditable={isEditable} />
    </>
  )
}

function MeasurePanel({
  row,
  month,
}: {
  readonly row: EntryPage['measures'][number]
  readonly month: string
}) {
  const { plan } = useOpenSession()
  const planned = plan.measuresById.get(row.id)
  if (planned === undefined) return null
  return (
    <>
      <h2>{planned.measure.name}</h2>
      <p className="soft">{planned.programme.name}</p>
      <div className={`why-box why-${row.status.light}`}>
        <LightBadge light={row.status.light} label={row.status.label} />
        <p>{fullWidth(row.status.why)}。</p>
      </div>
      {row.previous === null ? null : (
        <>
          <h3 className="panel-part">{words.panelPrevious}</h3>
          {NARRATIVE_FIELDS.map((field) => {
            const text = row.previous?.[field] ?? null
            return text === null ? null : (
              <p key={field} className="previous-words">
                <span className="soft">{words[field]}</span> {text}
              </p>
            )
          })}
        </>
      )}
      <MeasureTrail key={`${row.id} ${row.basis ?? ''}`} id={row.id} month={month} />
    </>
  )
}

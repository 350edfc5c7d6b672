// The page's head: which plan, search, and what can be done with the whole of it.
import { Button, Checkbox, Dropdown, Input, Modal, Popconfirm, Select } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import type { PlanListing } from '../../contract/plan-views.ts'
import type { PlanItemKind } from '../../core/plan/plan-change.ts'
import { yearOf } from '../../core/values/reporting-month.ts'
import { useAsk } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { readPlanText } from '../read-plan-text.ts'
import { common } from '../words/common.ts'
import { plan as words } from '../words/plan.ts'
import { withNamedPlaces } from './named-places.ts'
import { LEADING, type PlanChoice, usePlanSource } from './plan-source.ts'

const PlanTableImport = lazy(() => import('../tables/plan-table-import.tsx'))

interface Props {
  readonly listing: PlanListing
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly onChoose: (choice: PlanChoice) => void
  /** `programme`: the one selected, for items inside it */
  readonly onAdd: (kind: PlanItemKind, isInProgramme: boolean) => void
  readonly hasProgramme: boolean
}

const DRAFT = 'draft '

export function PlanHead(props: Props) {
  const { draft, mayEdit, view } = usePlanSource()
  const { listing, onChoose } = props
  const { month } = useChosen()
  const shown = listing.inForce.filter(
    ({ id, years }) => id === view.planId || (yearOf(month) >= years.from && yearOf(month) <= years.to),
  )
  return (
    <div className="card-head plan-head">
      <h1>{words.title}</h1>
      <Select
        aria-label={words.choosePlan}
        className="plan-choice"
        popupMatchSelectWidth={false}
        value={draft === null ? view.planId : `${DRAFT}${draft}`}
        onChange={(value) =>
          onChoose(
            value?.startsWith(DRAFT) === true
              ? { draft: value.slice(DRAFT.length), plan: null }
              : { draft: null, plan: value },
          )
        }
        options={[
          ...shown.map(({ id, title }) => ({ value: id, label: `${words.inForce} · ${title}` })),
          ...listing.drafts.map((each) => ({
            value: `${DRAFT}${each.draft}`,
            label: `${words.draft} · ${each.title}`,
          })),
        ]}
      />
      <Input.Search
        className="plan-search"
        aria-label={words.search}
        placeholder={words.search}
        value={props.search}
        allowClear
        onChange={({ target }) => props.onSearch(target.value)}
      />
      <span className="gap" />
      {mayEdit ? <AddMenu {...props} /> : null}
      <FileActs {...props} />
      {mayEdit && draft !== null ? (
        <DraftButtons
          draft={draft}
          beside={listing.drafts.find((each) => each.draft === draft)?.beside ?? []}
          onChoose={onChoose}
        />
      ) : null}
    </div>
  )
}

function AddMenu({ onAdd, hasProgramme }: Pick<Props, 'onAdd' | 'hasProgramme'>) {
  const items = [
    { key: 'headline', label: words.addHeadline, onClick: () => onAdd('indicator', false) },
    { key: 'programme', label: words.addProgramme, onClick: () => onAdd('programme', false) },
    {
      key: 'indicator',
      label: words.addIndicatorIn,
      disabled: !hasProgramme,
      onClick: () => onAdd('indicator', true),
    },
    {
      key: 'measure',
      label: words.addMeasureIn,
      disabled: !hasProgramme,
      onClick: () => onAdd('measure', true),
    },
    { key: 'safeguard', label: words.addSafeguard, onClick: () => onAdd('safeguard', false) },
  ]
  return (
    <Dropdown autoFocus menu={{ items }} trigger={['click']}>
      <Button>{words.add}</Button>
    </Dropdown>
  )
}

function FileActs({ listing, onChoose }: Props) {
  const { draft, view, mayEdit } = usePlanSource()
  // A five-year plan is not rolled over from year to year.
  const annual = listing.inForce.filter(({ years }) => years.from === years.to)
  const ask = useAsk()
  const { act, failure, forgive } = useAct()
  const file = useRef<HTMLInputElement>(null)
  const lastYear = Math.max(...(annual.length > 0 ? annual : listing.inForce).map(({ years }) => years.to))
  const [ownTable, setOwnTable] = useState<File | null>(null)
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return
    if (/\.xls[xm]?$/i.test(chosen.name)) {
      if (file.current !== null) file.current.value = ''
      return setOwnTable(chosen)
    }
    let made: string | null = null
    const isDone = await act(async () => {
      made = (await ask('plan.importDraft', { planText: await readPlanText(chosen) })).draft
    }, words.imported)
    if (file.current !== null) file.current.value = ''
    if (isDone && made !== null) onChoose({ draft: made, plan: null })
  }
  const rollOver = async () => {
    let made: string | null = null
    const isDone = await act(async () => {
      made = (await ask('plan.rollOver', { year: lastYear })).draft
    }, words.rolledOver)
    if (isDone && made !== null) onChoose({ draft: made, plan: null })
  }
  const exportFile = async () => {
    let place = ''
    await act(
      async () => {
        place = (
          await ask('plan.export', draft === null ? { month: view.month, plan: view.planId } : { draft })
        ).place
      },
      words.exported(place || words.exportFile),
    )
  }
  return (
    <>
      {mayEdit ? (
        <>
          <input
            ref={file}
            type="file"
            accept=".json,.xlsx,.xlsm,.xls,application/json"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={words.importHint}
            onChange={({ target }) => void take(target.files?.[0])}
          />
          <Button onClick={() => file.current?.click()}>{words.importFile}</Button>
          <Button onClick={() => void rollOver()}>{words.rollOver(lastYear + 1)}</Button>
        </>
      ) : null}
      <Button onClick={() => void exportFile()}>{words.exportFile}</Button>
      {ownTable === null ? null : (
        <Suspense>
          <PlanTableImport
            firstFile={ownTable}
            onDrafted={(made) => {
              setOwnTable(null)
              onChoose({ draft: made, plan: null })
            }}
            onClose={() => setOwnTable(null)}
          />
        </Suspense>
      )}
      <Modal
        open={failure !== null}
        onCancel={forgive}
        footer={<Button onClick={forgive}>{common.close}</Button>}
        title={words.importFile}
      >
        <RefusedNotice failure={failure} />
      </Modal>
    </>
  )
}

function DraftButtons({
  draft,
  beside,
  onChoose,
}: {
  readonly draft: string
  /** plans in force that share a year with it */
  readonly beside: PlanListing['drafts'][number]['beside']
  readonly onChoose: Props['onChoose']
}) {
  const { view } = usePlanSource()
  const ask = useAsk()
  const { act, failure, isBusy, forgive } = useAct()
  const [isAsking, setIsAsking] = useState(false)
  const { title, years } = view.plan
  // Another length of years is another kind of plan; the same length is more likely the same plan twice.
  const isOtherKind = beside.every((each) => each.years.to - each.years.from !== years.to - years.from)
  const [isBeside, setIsBeside] = useState(isOtherKind)
  const span = years.from === years.to ? `${years.from}年` : `${years.from}年至${years.to}年`
  const close = () => {
    setIsAsking(false)
    forgive()
  }
  const put = async () => {
    if (
      await act(
        () => ask('plan.putInForce', { draft, beside: beside.length > 0 && isBeside }),
        words.putInForceDone,
      )
    ) {
      setIsAsking(false)
      onChoose(LEADING)
    }
  }
  const discard = async () => {
    if (await act(() => ask('plan.discardDraft', { draft }), words.discarded)) onChoose(LEADING)
  }
  return (
    <>
      <Popconfirm
        title={words.discardTitle}
        description={words.discardText}
        okText={words.discard}
        cancelText={common.cancel}
        onConfirm={() => void discard()}
      >
        <Button>{words.discard}</Button>
      </Popconfirm>
      <Button type="primary" onClick={() => setIsAsking(true)}>
        {words.putInForce}
      </Button>
      <Modal
        open={isAsking}
        title={words.putInForceTitle}
        okText={words.putInForce}
        cancelText={common.cancel}
        confirmLoading={isBusy}
        onOk={() => void put()}
        onCancel={close}
      >
        <p>{words.putInForceText(title, span)}</p>
        {beside.length === 0 ? null : (
          <p>
            <Checkbox checked={isBeside} onChange={({ target }) => setIsBeside(target.checked)}>
              {words.beside(beside.map((each) => each.title))}
            </Checkbox>
            <br />
            <span className="soft">{words.besideText}</span>
          </p>
        )}
        <RefusedNotice failure={withNamedPlaces(failure)} />
      </Modal>
    </>
  )
}

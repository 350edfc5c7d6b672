import { Button, Radio } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { rejectionMessage } from '../../core/rejections.ts'
import { CallFailure } from '../ask.tsx'
import { readPlanText } from '../read-plan-text.ts'
import { firstStart as words } from '../words/first-start.ts'
import { type PlanSummary, summarisePlan } from './plan-summary.ts'

export type ChosenPlan =
  | { readonly kind: 'shipped' }
  | {
      readonly kind: 'file'
      readonly fileName: string | null
      readonly text: string | null
      readonly summary: PlanSummary | null
      /** why the chosen file cannot be used */
      readonly problem: string | null
    }

/** Loaded when somebody brings a table. */
const FirstPlanTable = lazy(() => import('./first-plan-table.tsx'))

interface Props {
  readonly plan: ChosenPlan
  readonly onChange: (plan: ChosenPlan) => void
}

export const FILE_FIELD = 'plan-file'

const NO_FILE: ChosenPlan = { kind: 'file', fileName: null, text: null, summary: null, problem: null }

export function PlanQuestion({ plan, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState<File | null>(null)
  const take = async (file: File | undefined) => {
    // The same file again, mended meanwhile, is a choice too.
    if (input.current !== null) input.current.value = ''
    if (file === undefined) return
    if (/\.xls[xm]?$/i.test(file.name)) return setTable(file)
    const chosen = { kind: 'file', fileName: file.name, text: null, summary: null } as const
    try {
      const text = await readPlanText(file)
      const summary = summarisePlan(text)
      const problem = summary === null ? rejectionMessage('plan-file-unreadable', { place: file.name }) : null
      onChange({ ...chosen, text, summary, problem })
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      onChange({ ...chosen, problem: error.message })
    }
  }
  return (
    <>
      <Radio.Group
        value={plan.kind}
        onChange={(event) => onChange(event.target.value === 'file' ? NO_FILE : { kind: 'shipped' })}
        className="choices-column"
        aria-labelledby="question-plan"
      >
        <Radio value="shipped">
          {words.planShipped}
          <span className="choice-hint">{words.planShippedHint}</span>
        </Radio>
        <Radio value="file">
          {words.planFile}
          <span className="choice-hint">{words.planFileHint}</span>
        </Radio>
      </Radio.Group>
      {plan.kind === 'file' ? (
        <div className="plan-file">
          <input
            ref={input}
            type="file"
            accept=".json,.xlsx,.xlsm,.xls,application/json"
            aria-label={words.planFile}
            className="visually-hidden"
            tabIndex={-1}
            onChange={(event) => void take(event.target.files?.[0])}
          />
          <Button id={FILE_FIELD} onClick={() => input.current?.click()}>
            {plan.fileName === null ? words.chooseFile : words.chooseOther}
          </Button>
          {plan.fileName === null ? null : <ChosenFile {...plan} fileName={plan.fileName} />}
        </div>
      ) : null}
      {table === null ? null : (
        <Suspense>
          <FirstPlanTable
            file={table}
            onTaken={(taken) => {
              const text = JSON.stringify(taken)
              onChange({
                kind: 'file',
                fileName: table.name,
                text,
                summary: summarisePlan(text),
                problem: null,
              })
              setTable(null)
            }}
            onClose={() => setTable(null)}
          />
        </Suspense>
      )}
    </>
  )
}

interface ChosenFileProps {
  readonly fileName: string
  readonly summary: PlanSummary | null
  readonly problem: string | null
}

function ChosenFile({ fileName, summary, problem }: ChosenFileProps) {
  return (
    <div className="plan-file-chosen">
      <div>{words.chosen(fileName)}</div>
      {problem === null ? null : (
        <div className="bad" role="alert">
          {problem}
        </div>
      )}
      {summary === null ? null : (
        <div className="soft">{words.chosenPlan(summary.title, summary.programmes, summary.indicators)}</div>
      )}
    </div>
  )
}

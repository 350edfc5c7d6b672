// 从表格导入要点: a table of tasks and targets becomes a draft, with everything uncertain listed. People put it in force.
import { Button } from 'antd'
import { useAsk } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAct } from '../parts/use-act.ts'
import { tables as words } from '../words/tables.ts'
import { PlanTableDialog, type ReadPlan } from './plan-table-dialog.tsx'

interface Props {
  readonly firstFile: File
  readonly onDrafted: (draft: string) => void
  readonly onClose: () => void
}

export default function PlanTableImport({ firstFile, onDrafted, onClose }: Props) {
  const ask = useAsk()
  const { act, failure, isBusy } = useAct()
  const make = async ({ preview, question }: ReadPlan) => {
    let draft: string | null = null
    const isDone = await act(async () => {
      draft = (await ask('table.draftPlan', { ...question, fileHash: preview.fileHash })).draft
    }, words.drafted)
    if (isDone && draft !== null) onDrafted(draft)
  }
  return (
    <PlanTableDialog
      firstFile={firstFile}
      remembers
      beforeContent={() => <RefusedNotice failure={failure} />}
      toCheckHint={words.planToCheck}
      afterContent={() => null}
      last={(plan) => (
        <Button type="primary" loading={isBusy} onClick={() => void make(plan)}>
          {words.makeDraft}
        </Button>
      )}
      onClose={onClose}
    />
  )
}

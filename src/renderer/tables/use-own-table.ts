// A bureau's own table on its way in: the file, its sheet, and what each column was confirmed to be.
import { useState } from 'react'
import type { OpenedTable } from '../../contract/table-calls.ts'
import type { ColumnMeaning, TablePurpose } from '../../core/tables/column-meanings.ts'
import { useAsk } from '../ask.tsx'
import { readFormFile } from '../forms/read-form-file.ts'
import { useAttempt } from '../parts/use-attempt.ts'

export interface GivenTable {
  readonly base64: string
  readonly opened: OpenedTable
  /** of each column, from the left */
  readonly meanings: readonly ColumnMeaning[]
}

/** `month`: the one that figures are brought in for; null for a plan. */
export function useOwnTable(purpose: TablePurpose, month: string | null) {
  const ask = useAsk()
  const [reading, setReading] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { attempt, failure, forgive } = useAttempt()
  const [table, setTable] = useState<GivenTable | null>(null)

  const open = (base64: string, sheet: string | null) =>
    attempt(async () => {
      const opened = await ask('table.open', { file: base64, purpose, sheet, month })
      setTable({ base64, opened, meanings: opened.columns.map(({ meaning }) => meaning) })
    })
  const take = async (files: readonly File[]) => {
    setProblem(null)
    setTable(null)
    setReading(files[0]?.name ?? '')
    const file = await readFormFile(files)
    if (file.isRead) await open(file.base64, null)
    else setProblem(file.reason)
    setReading(null)
  }
  return {
    reading,
    problem,
    failure,
    table,
    attempt,
    take,
    open,
    forget: () => {
      forgive()
      setTable(null)
    },
    setMeaning: (at: number, meaning: ColumnMeaning) =>
      setTable((now) => now && { ...now, meanings: now.meanings.with(at, meaning) }),
    /** Remembered for the next table with these headings. */
    keepColumns: ({ opened, meanings }: GivenTable) =>
      ask('table.keepColumns', { purpose, fingerprint: opened.fingerprint, meanings: [...meanings] }),
  }
}

export type OwnTable = ReturnType<typeof useOwnTable>

/** What the calls are told of a table whose columns were confirmed. */
export function confirmedTable({ base64, opened, meanings }: GivenTable) {
  return {
    file: base64,
    sheet: opened.sheet,
    columns: opened.columns.map(({ column }, at) => ({ column, meaning: meanings[at] ?? 'ignored' })),
  }
}

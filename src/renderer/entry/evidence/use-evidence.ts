// Handing in and taking out 佐证材料 of one item. Each is a save of its own, so 撤销 knows it too.
import { useCallback, useState } from 'react'
import { MAX_EVIDENCE_BYTES } from '../../../core/journal/evidence-file.ts'
import type { Evidence } from '../../../core/journal/journal-entry.ts'
import { CallFailure, useAsk } from '../../ask.tsx'
import { base64OfFile } from '../../forms/read-form-file.ts'
import { evidence as words } from '../../words/evidence.ts'
import type { EntryPageModel } from '../use-entry-page.ts'

export interface EvidenceActs {
  readonly add: (files: readonly File[]) => void
  readonly remove: (file: Evidence) => void
  readonly isBusy: boolean
  /** why something was not done */
  readonly said: readonly string[]
}

export function useEvidence(
  model: Pick<EntryPageModel, 'saveEvidence'>,
  item: { readonly id: string; readonly department: string; readonly month: string },
): EvidenceActs {
  const ask = useAsk()
  const [isBusy, setIsBusy] = useState(false)
  const [said, setSaid] = useState<readonly string[]>([])
  const { id, department, month } = item
  const { saveEvidence } = model

  const orSay = useCallback(async (work: () => Promise<string | null>): Promise<string | null> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof CallFailure) return error.message
      throw error
    }
  }, [])
  const act = useCallback(async (works: readonly (() => Promise<string | null>)[]) => {
    setIsBusy(true)
    const refused: string[] = []
    for (const work of works) {
      const sentence = await work()
      if (sentence !== null) refused.push(sentence)
    }
    setSaid(refused)
    setIsBusy(false)
  }, [])

  const addOne = async (file: File): Promise<string | null> => {
    if (file.size > MAX_EVIDENCE_BYTES) return words.tooLarge(file.name)
    const base64 = await base64OfFile(file)
    if (base64 === null) return words.unreadable(file.name)
    return orSay(async () => {
      const kept = await ask('evidence.add', {
        department,
        month,
        fileName: file.name,
        base64,
      })
      return saveEvidence(id, (before) => [...before.filter(({ path }) => path !== kept.path), kept])
    })
  }
  return {
    isBusy,
    said,
    add: (files) => void act(files.map((file) => () => addOne(file))),
    remove: (file) =>
      void act([() => saveEvidence(id, (before) => before.filter(({ path }) => path !== file.path))]),
  }
}

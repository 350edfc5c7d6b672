// One act of a form: busy while it runs, the refusal beside the form, everything read again afterwards.
import { App } from 'antd'
import { useState } from 'react'
import { CallFailure, useRefreshAll } from '../ask.tsx'

export function useAct() {
  const refresh = useRefreshAll()
  const { message } = App.useApp()
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  /** Answers whether it was done; `done` is said to the person. */
  const act = async (write: () => Promise<unknown>, done: string): Promise<boolean> => {
    setIsBusy(true)
    setFailure(null)
    try {
      await write()
      await refresh()
      void message.success(done)
      return true
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setFailure(error)
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return { act, failure, isBusy, forgive: () => setFailure(null) }
}

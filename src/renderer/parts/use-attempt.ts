// Work that the application may refuse: busy while it runs, and the refusal kept for the page to show.
import { useState } from 'react'
import { CallFailure } from '../ask.tsx'

export function useAttempt() {
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  /** Answers whether it was done. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setIsBusy(true)
    setFailure(null)
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      setFailure(error)
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return { attempt, failure, isBusy, forgive: () => setFailure(null) }
}

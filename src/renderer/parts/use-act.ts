// One act of a form: busy while it runs, the refusal beside the form, everything read again afterwards.
import { App } from 'antd'
import { useRefreshAll } from '../ask.tsx'
import { useAttempt } from './use-attempt.ts'

export function useAct() {
  const refresh = useRefreshAll()
  const { message } = App.useApp()
  const { attempt, ...shown } = useAttempt()
  /** Answers whether it was done; `done` is said to the person. */
  const act = (write: () => Promise<unknown>, done: string): Promise<boolean> =>
    attempt(async () => {
      await write()
      await refresh()
      void message.success(done)
    })
  return { act, ...shown }
}

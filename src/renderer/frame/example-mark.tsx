import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { CallFailure, useAsk } from '../ask.tsx'
import { frame as words } from '../words/frame.ts'

/** 示例数据, with the way back: nobody may take made-up figures for real ones. */
export function ExampleMark() {
  const ask = useAsk()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const leave = async () => {
    try {
      const session = await ask('store.leaveExample', {})
      queries.clear()
      queries.setQueryData(['session.read', {}], session)
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      void message.error(error.message)
    }
  }
  return (
    <span className="example-mark">
      {words.exampleMark}
      <Button type="link" size="small" onClick={() => void leave()}>
        {words.leaveExample}
      </Button>
    </span>
  )
}

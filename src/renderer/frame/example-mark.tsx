import { App, Button } from 'antd'
import { CallFailure, useAsk } from '../ask.tsx'
import { useEnterStore } from '../use-enter-store.ts'
import { frame as words } from '../words/frame.ts'

/** 示例数据, with the way back: nobody may take made-up figures for real ones. */
export function ExampleMark() {
  const ask = useAsk()
  const enterStore = useEnterStore()
  const { message } = App.useApp()
  const leave = async () => {
    try {
      await enterStore(await ask('store.leaveExample', {}))
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      void message.error(error.message)
    }
  }
  return (
    <span className="example-mark">
      <span>{words.exampleMark}</span>
      <Button type="link" size="small" onClick={() => void leave()}>
        {words.leaveExample}
      </Button>
    </span>
  )
}

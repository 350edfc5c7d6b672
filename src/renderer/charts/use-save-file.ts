// What is shown as a picture or a table, written into the folder of exports; the page says where, or why not.
import { App } from 'antd'
import { useCallback } from 'react'
import type { CallOutput } from '../../contract/api.ts'
import { CallFailure } from '../ask.tsx'
import { charts as words } from '../words/charts.ts'

export function useSaveFile(): (write: () => Promise<CallOutput<'exports.saveTable'>>) => Promise<void> {
  const { message } = App.useApp()
  return useCallback(
    async (write) => {
      try {
        const { place } = await write()
        void message.success(words.savedAt(place))
      } catch (error) {
        if (!(error instanceof CallFailure)) throw error
        void message.error(error.message)
      }
    },
    [message],
  )
}

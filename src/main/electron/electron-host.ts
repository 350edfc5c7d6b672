// The contract over Electron's IPC: one channel, and only the top frame of our own window at our own origin is heard.
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron'
import type { Session } from '../../application/session.ts'
import type { Answer } from '../../contract/api.ts'
import { CALL_CHANNEL } from '../../contract/bridge.ts'
import { rejectNotJson } from '../../core/values/plain-json.ts'
import { answerCall, type CallService, refuseForeign } from '../answer-call.ts'

export interface ElectronHostOptions {
  readonly ipc: IpcMain
  readonly service: CallService
  readonly window: () => BrowserWindow | null
  readonly origin: string
}

/** Answers the window's calls. Who acts is held here, beside the window, never in the page. */
export function attachElectronHost({ ipc, service, window, origin }: ElectronHostOptions): void {
  const session: Session = { actor: null }
  ipc.handle(
    CALL_CHANNEL,
    async (event, name: unknown, input: unknown, ...more: unknown[]): Promise<Answer> => {
      if (!isOurPage(event, window(), origin)) return refuseForeign()
      if (more.length > 0) return rejectNotJson('内容', '比约定的多')
      return answerCall(service, name, input, session)
    },
  )
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null, origin: string): boolean {
  // The frame is null once it has navigated away or is gone.
  const frame = event.senderFrame
  if (frame === null || window === null || window.isDestroyed()) return false
  return (
    event.sender.id === window.webContents.id &&
    frame.parent === null &&
    frame.origin === origin &&
    frame.url.startsWith(`${origin}/`)
  )
}

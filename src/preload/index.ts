// Runs sandboxed beside the page. It exposes one function and no event, no channel name, no ipcRenderer.
import { contextBridge, ipcRenderer } from 'electron'
import { BRIDGE_NAME, type Bridge, CALL_CHANNEL } from '../contract/bridge.ts'

const bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
}) satisfies Bridge

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge)

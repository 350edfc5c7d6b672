// The one thing the window's preload script gives the page, and the one channel behind it.
import type { Answer } from './api.ts'

/** The only channel between the window and its host. */
export const CALL_CHANNEL = 'yaodian:call'

/** The property of `window` that holds the bridge. */
export const BRIDGE_NAME = 'yaodian'

/** What the page finds there; frozen. Names and inputs are checked by the host, never here. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Answer>
}

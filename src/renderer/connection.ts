// Whether the service answers. 'expired': it no longer knows this window (its one-time address was used elsewhere,
// or the program was started anew); 'lost': it does not answer at all.
import { useSyncExternalStore } from 'react'

export type Connection = 'up' | 'lost' | 'expired'

let connection: Connection = 'up'
const listeners = new Set<() => void>()

export function reportConnection(next: Connection): void {
  if (next === connection) return
  connection = next
  for (const listener of listeners) listener()
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => connection,
  )
}

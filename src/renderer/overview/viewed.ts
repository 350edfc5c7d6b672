// Which figures the overview and everything opened from it show: accepted or provisional, known now or on a day.
import { createContext, useContext } from 'react'

export interface Viewed {
  readonly provisional: boolean
  /** civil date; null = now */
  readonly asOf: string | null
}

const ViewedContext = createContext<Viewed>({ provisional: false, asOf: null })
export const ViewedProvider = ViewedContext.Provider

export function useViewed(): Viewed {
  return useContext(ViewedContext)
}

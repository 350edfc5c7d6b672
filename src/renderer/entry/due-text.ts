import type { EntryPage } from '../../contract/api.ts'
import { civilDateOf } from '../../core/values/civil-time.ts'
import { daysLeft, dayText, longDayText } from '../shown-time.ts'
import { entry as words } from '../words/entry.ts'

/** 应于6月25日前报送，还有3天 – while there is something to report by then. */
export function dueText(page: Pick<EntryPage, 'dueDate' | 'isLocked'>, nowMs: number): string {
  const isThisYear = page.dueDate.slice(0, 4) === civilDateOf(nowMs).slice(0, 4)
  const day = isThisYear ? dayText(page.dueDate) : longDayText(page.dueDate)
  if (page.isLocked) return words.due(day)
  const days = daysLeft(page.dueDate, nowMs)
  return days >= 0 ? words.dueIn(day, days) : words.dueLate(day, -days)
}

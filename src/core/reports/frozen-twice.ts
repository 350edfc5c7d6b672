// An issue that two offices froze without knowing of each other: which one stands, in words.
import { epochOf } from '../journal/hybrid-clock.ts'
import type { FrozenBulletin, Origin } from '../state/bureau-state.ts'
import { civilTimeOf } from '../values/civil-time.ts'
import { monthTitle } from '../values/reporting-month.ts'

/** 第6期（2020年6月）冻结了两次：以李强2020-07-01 16:30冻结的为准…; null where it was frozen once */
export function frozenTwiceWords({ issue, month, origin, others }: FrozenBulletin): string | null {
  if (others.length === 0) return null
  const times = others.length === 1 ? '两' : String(others.length + 1)
  return `第${issue}期（${monthTitle(month)}）在${times}台电脑上各冻结了一次：以${freezing(origin)}冻结的为准（时间最早），${others.map(freezing).join('、')}冻结的不作数，请把按它发出的第${issue}期换下来。`
}

function freezing({ author, time }: Origin): string {
  return `${author} ${civilTimeOf(epochOf(time))}`
}

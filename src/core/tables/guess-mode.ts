// How a new indicator's months probably add up, from its name, its unit and its target.
import type { AccumulationMode } from '../plan/annual-plan.ts'

const LEVEL = /累计|有效|总数|总量|保有|存量|拥有|达到$/
const SHARE = /占|比重|比例|率$|贡献率/
const FLOW =
  /新增|新建|新认定|实施|引进|培育|举办|对接|培训|转化|登记|申报|授权|建设|开展|组织|完成|发放|贷款|认定|入库/

export interface GuessedMode {
  readonly mode: AccumulationMode
  readonly isSure: boolean
}

/** `hasBaseline`: the target says where it began (由17家发展到23家), as only levels do. */
export function guessMode(name: string, unit: string, hasBaseline: boolean): GuessedMode {
  if (unit === '%' || SHARE.test(name)) return { mode: 'ratio', isSure: unit === '%' }
  if (LEVEL.test(name) || hasBaseline) return { mode: 'stock', isSure: false }
  return { mode: 'monthly-flow', isSure: FLOW.test(name) }
}

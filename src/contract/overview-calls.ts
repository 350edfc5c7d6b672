// 总览 and the way down from it: from a light to its items, their months, and the entries behind them.
import { z } from 'zod'
import type { StatusReport } from '../core/measuring/status.ts'
import { reads } from './call.ts'
import type {
  Comparison,
  DepartmentHeat,
  IndicatorAnswer,
  IndicatorEntries,
  MeasureAnswer,
  Overview,
  ScopeItems,
} from './overview-answers.ts'
import * as s from './schemas.ts'

/** `asOf`: 截至某日, as it was known then */
const statusQuestion = z.strictObject({
  month: s.month,
  provisional: z.boolean().nullish(),
  asOf: z.string().max(60).nullish(),
})

/** `plan`: one of several that cover the month; the leading one where none is named */
const planQuestion = statusQuestion.extend({ plan: s.itemId.nullish() })

export const overviewCalls = {
  /** everything measured; accepted figures only unless provisional */
  'status.read': reads<StatusReport>()(planQuestion),
  /** 总览 */
  'overview.read': reads<Overview>()(planQuestion),
  /** 总览: what stands behind a light, for its list and its sentences */
  'overview.items': reads<ScopeItems>()(
    planQuestion.extend({
      scope: z.strictObject({
        kind: z.enum(['programme', 'department', 'indicator', 'measure']),
        id: s.itemId,
      }),
    }),
  ),
  /** 总览 by department: the heat map's other rows */
  'overview.departments': reads<DepartmentHeat>()(planQuestion),
  /** 总览: 与上期相比 */
  'overview.compare': reads<Comparison>()(planQuestion),
  /** from a light down to its months */
  'indicator.read': reads<IndicatorAnswer>()(statusQuestion.extend({ indicator: s.itemId })),
  /** their entries, newest first, fifty at a time: of one month, or of the year so far; older ones than `after` */
  'indicator.entries': reads<IndicatorEntries>()(
    statusQuestion.extend({ indicator: s.itemId, of: s.month.nullish(), after: s.entryId.nullish() }),
  ),
  'measure.read': reads<MeasureAnswer>()(statusQuestion.extend({ measure: s.itemId })),
} as const

// 导入栏目.json as a file format: columns of bureaus' own tables as they were confirmed.
import { z } from 'zod'
import { COLUMN_MEANINGS } from '../core/tables/column-meanings.ts'

export const rememberedColumns = z.array(
  z.object({
    /** of the table's headings */
    fingerprint: z.string(),
    /** from the left */
    meanings: z.array(z.enum(COLUMN_MEANINGS)),
    /** UTC ISO */
    confirmedAt: z.string(),
  }),
)
export type RememberedColumns = z.output<typeof rememberedColumns>[number]

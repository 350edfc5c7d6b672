// A first look at a chosen plan file, only to show its name and offer its departments. Whether it is a plan
// at all is decided by the service, which names every place that is wrong.

export interface PlanSummary {
  readonly title: string
  readonly programmes: number
  readonly indicators: number
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const countOf = (value: unknown) => (Array.isArray(value) ? value.length : 0)

/** Null when the text is not JSON of an object. */
export function summarisePlan(planText: string): PlanSummary | null {
  const plan = parsed(planText)
  if (!isRecord(plan)) return null
  const departments = Array.isArray(plan.departments) ? plan.departments : []
  return {
    title: typeof plan.title === 'string' ? plan.title : '',
    programmes: countOf(plan.programmes),
    indicators: countOf(plan.indicators),
    departments: departments.flatMap((each: unknown) =>
      isRecord(each) && typeof each.id === 'string' && typeof each.name === 'string' && each.kind !== 'group'
        ? [{ id: each.id, name: each.name }]
        : [],
    ),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

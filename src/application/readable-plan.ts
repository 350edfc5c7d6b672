// A plan file with mistakes of form, made readable: every misshapen place is left out or filled with something neutral,
// so that what the rest contradicts can be told in the same round. Nothing of it is ever put in force.
import type { Issue } from '../contract/parse-problems.ts'
import { planFile } from '../contract/schemas.ts'
import type { RejectionDetail } from '../core/outcome.ts'
import { type AnnualPlan, indexPlan } from '../core/plan/annual-plan.ts'
import { leadsMissing, planProblems } from '../core/plan/check-plan.ts'

type Path = readonly PropertyKey[]

/** A place is left out first, then filled in, then what is in it is seen to: a few rounds for each level. */
const MOST_ROUNDS = 12

/** What a misshapen plan contradicts, as far as it can be told; nothing that rests on a misshapen place. */
export function contradictionsDespite(json: unknown, issues: readonly Issue[]): RejectionDetail[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return []
  const root: unknown = structuredClone(json)
  const mended: string[] = []
  let left = issues
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MOST_ROUNDS) return []
    for (const issue of left) mended.push(...mend(root, issue, mended))
    const parsed = planFile.safeParse(root, { reportInput: true })
    if (parsed.success) return told(parsed.data as AnnualPlan, mended)
    left = parsed.error.issues
  }
  return []
}

function told(plan: AnnualPlan, mended: readonly string[]): RejectionDetail[] {
  const problems = [...planProblems(plan), ...leadsMissing(indexPlan(plan))]
  return problems.filter(({ place }) => !mended.some((each) => restsOn(place, each)))
}

/** Puts something readable in the place of what is not; answers the places it touched. */
function mend(root: unknown, issue: Issue, mended: readonly string[]): string[] {
  const place = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const holder = valueAt(root, issue.path)
    for (const key of issue.keys) if (isRecord(holder)) delete holder[key]
    return []
  }
  const key = issue.path.at(-1)
  const holder = valueAt(root, issue.path.slice(0, -1))
  if (key === undefined || !isRecord(holder)) return []
  // Once left out and still asked for, it has to be there; once filled in and still wrong, within its limits.
  const isFilled = issue.input !== undefined && mended.includes(place)
  const filling = issue.input === undefined || isFilled ? fillingFor(issue, mended.length) : undefined
  if (filling === undefined && !Array.isArray(holder)) delete holder[String(key)]
  else holder[String(key)] = filling
  return [place]
}

function fillingFor(issue: Issue, number: number): unknown {
  if (issue.code === 'invalid_value') return issue.values[0]
  if (issue.code === 'too_big' && issue.origin !== 'array') return issue.maximum
  if (issue.code === 'too_small' && issue.origin !== 'array') return issue.minimum
  if (issue.code !== 'invalid_type') return undefined
  switch (issue.expected) {
    case 'string':
      return `mended${number}`
    case 'number':
    case 'int':
      return 2000
    case 'array':
      return []
    case 'object':
      return {}
    default:
      return false
  }
}

type Holder = Record<string, unknown>
const isRecord = (value: unknown): value is Holder => typeof value === 'object' && value !== null

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (isRecord(value) ? value[String(step)] : undefined), root)
}

const pathText = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

/** What a rule about one place has to know of others. `$` = the object that the place is in. */
const GROUNDS: readonly (readonly [rule: RegExp, grounds: readonly RegExp[]])[] = [
  [/\.(lead|participating\[\d+\]|departments\[\d+\])$/, [/^departments(\[\d+\](\.id|\.kind)?)?$/]],
  [/\.lead$/, [/^programmes(\[\d+\](\.(id|lead))?)?$/]],
  [/\.(programme|carriedBy)$/, [/^programmes(\[\d+\](\.id)?)?$/]],
  [/^years$|\.year$/, [/^years(\.(from|to))?$/]],
]

/** Places of one object that a rule compares: lead of an indicator with its programme, a target's year with its months. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  lead: ['programme'],
  until: ['from'],
  from: ['year'],
  dueMonth: ['mode'],
  stretch: ['comparator', 'committed'],
}

function restsOn(place: string, mended: string): boolean {
  if (place === mended || place.startsWith(`${mended}.`) || place.startsWith(`${mended}[`)) return true
  // A rule about a whole object (the same target twice, bands the wrong way round) looks at all that is in it.
  if (mended.startsWith(`${place}.`) || mended.startsWith(`${place}[`)) return true
  if (GROUNDS.some(([rule, grounds]) => rule.test(place) && grounds.some((ground) => ground.test(mended))))
    return true
  const [, object = '', key = ''] = /^(.*)\.([^.[]+)$/.exec(place) ?? []
  return (WITHIN[key] ?? []).some((other) => mended === `${object}.${other}`)
}

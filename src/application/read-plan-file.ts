// A plan file's text → a plan, or the places and the reasons, all in one round. Used for the shipped plan as well.
import { parseProblems } from '../contract/parse-problems.ts'
import { planFile } from '../contract/schemas.ts'
import { accept, type Outcome, type RejectionDetail, reject } from '../core/outcome.ts'
import type { AnnualPlan } from '../core/plan/annual-plan.ts'
import { inFileOrder } from '../core/plan/check-plan.ts'
import { contradictionsDespite } from './readable-plan.ts'

export function readPlanFile(text: string): Outcome<AnnualPlan> {
  // A reader that took another encoding for UTF-8 leaves this mark in the place of every character it lost.
  if (text.includes('\ufffd')) return reject('file-not-utf8', { file: '要点文件' })
  const json = parseJson(text)
  if (!json.ok) return reject('plan-file-unreadable', { place: json.place })
  const parsed = planFile.safeParse(json.value, { reportInput: true })
  if (!parsed.success)
    return refuseProblems(
      inFileOrder([
        ...parseProblems(parsed.error),
        ...contradictionsDespite(json.value, parsed.error.issues),
      ]),
    )
  return accept(parsed.data as AnnualPlan)
}

function refuseProblems(details: readonly RejectionDetail[]): Outcome<never> {
  const first = details[0] ?? { place: '文件', message: '格式不符' }
  return reject(
    'plan-file-invalid',
    { count: details.length, place: first.place, reason: first.message },
    details,
  )
}

/** Reads JSON; on failure answers where the text stops being JSON, in words. */
export function parseJson(text: string): { ok: true; value: unknown } | { ok: false; place: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { ok: false, place: placeOf(text, error) }
  }
}

function placeOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const position = /position (\d+)/.exec(message)
  if (text.trim() === '') return '文件是空的'
  const near = /Unexpected token .*?, (?:\.\.\.)?"(.*?)"(?:\.\.\.)? is not valid JSON/s.exec(message)
  if (near?.[1] !== undefined) return `“${near[1].replace(/\s+/g, ' ').trim()}”附近`
  if (position === null) return '文件末尾不完整'
  const before = text.slice(0, Number(position[1]))
  return `第${before.split('\n').length}行`
}

// --plan: one of several plans of the same year. Without it, a command is about the leading one, as ever.
import type { Command } from 'commander'
import type { Ask } from './command-service.ts'

export const planOption = (target: Command) =>
  target.option('--plan <plan>', '多份要点并列执行时看哪一份（编号或标题，见 plan list；默认：为主的一份）')

/** The plan's id; null where none was named. Refused where no plan of the month goes by that name. */
export async function namedPlan(ask: Ask, plan: string | undefined, month?: string): Promise<string | null> {
  if (plan === undefined) return null
  return (await ask('plan.find', { plan, month: month ?? null })).id
}

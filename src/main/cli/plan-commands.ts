// `plan …`: what is in force, another plan put in force, targets revised, an amendment taken back.
import type { Command } from 'commander'
import type { CallInput } from '../../contract/api.ts'
import type { AmendmentLine } from '../../contract/plan-views.ts'
import type { AnnualPlan } from '../../core/plan/annual-plan.ts'
import { exportFile } from '../export-folder.ts'
import { atOption, command, group } from './command-parts.ts'
import {
  type Ask,
  askOnce,
  type CommandOptions,
  readTextFile,
  refuse,
  withService,
} from './command-service.ts'
import { planOption } from './named-plan.ts'
import { printJson, printWarnings, say } from './print.ts'

interface PlanOptions extends CommandOptions {
  readonly plan?: string
}

export function addPlanCommands(program: Command): void {
  const plan = group(program, 'plan', '工作要点')
  planOption(command(plan, 'show', '在用的要点'))
    .option('--month <month>', '该月执行的内容（默认：最后的内容）')
    .action(show)
  command(plan, 'list', '在用的要点和草稿一览').action(list)
  atOption(command(plan, 'add <file>', '再启用一份要点（下一年的，或并列执行的）'))
    .option('--beside', '与同年度的要点并列执行（如五年规划）')
    .action(add)
  atOption(command(plan, 'next', '结转：生成下一年的要点文件，核对后用 plan add 启用'))
    .requiredOption('--year <year>', '从哪一年结转，如 2020')
    .requiredOption('--out <file>', '输出文件（.json）')
    .action(next)
  atOption(command(plan, 'revise', '调整目标'))
    .requiredOption('--indicator <id>', '指标编号')
    .option('--committed <number>', '确保')
    .option('--stretch <number>', '力争')
    .requiredOption('--from <month>', '起始月份')
    .requiredOption('--reason <text>', '原因')
    .option('--document-number <text>', '文号')
    .action(revise)
  planOption(command(plan, 'amendments', '变更记录（调整和目标修订），带编号')).action(amendments)
  atOption(command(plan, 'withdraw', '撤回录错的调整'))
    .requiredOption('--entry <id>', '调整的编号（见 plan amendments）')
    .requiredOption('--reason <text>', '原因')
    .action(async ({ entry, reason, ...options }: CommandOptions & { entry: string; reason: string }) =>
      printWarnings(
        await askOnce('plan.withdraw', { entry, reason }, options),
        '已撤回',
        options.json === true,
      ),
    )
}

async function show({ plan, month, ...options }: PlanOptions & { month?: string }): Promise<void> {
  const shown = await withService({ ...options, mode: 'reader', hasActor: true }, async (ask) =>
    plan === undefined && month === undefined ? ask('plan.read', {}) : planAt(ask, plan, month),
  )
  if (options.json) return printJson(shown)
  say(`${shown.title}（${shown.years.from}—${shown.years.to}）`)
  for (const programme of shown.programmes) {
    say(`${programme.name}　举措${programme.measures?.length ?? 0}项`)
    for (const measure of programme.measures ?? []) say(`  ${measure.name}`)
  }
  say(`指标${shown.indicators.length}项`)
  for (const indicator of shown.indicators) say(`  ${indicator.name}（${indicator.unit}）`)
}

async function planAt(ask: Ask, plan: string | undefined, month: string | undefined): Promise<AnnualPlan> {
  const found = plan === undefined ? null : await ask('plan.find', { plan, month: month ?? null })
  const asked = month ?? found?.lastMonth
  return (
    await ask('plan.readTree', {
      ...(asked === undefined ? {} : { month: asked }),
      ...(found === null ? {} : { plan: found.id }),
    })
  ).plan
}

async function list(options: CommandOptions): Promise<void> {
  const plans = await askOnce('plan.list', {}, options)
  if (options.json) return printJson(plans)
  const years = ({ from, to }: AnnualPlan['years']) => (from === to ? `${from}年` : `${from}—${to}年`)
  for (const each of plans.inForce)
    say(`${each.id}　${each.title}（${years(each.years)}）　调整${each.amendments}次`)
  for (const each of plans.drafts) say(`草稿 ${each.draft}　${each.title}（${years(each.years)}）`)
}

async function add(
  file: string,
  { beside, ...options }: CommandOptions & { beside?: boolean },
): Promise<void> {
  const planText = readTextFile(file)
  const put = await askOnce('plan.add', { planText, beside: beside === true }, options)
  if (options.json) return printJson({ ok: true, ...put })
  say(`已启用：${put.title}（${put.id}）`)
  for (const { from, to } of put.renamed) process.stderr.write(`提醒：编号 ${from} 已被占用，改为 ${to}\n`)
}

async function next({
  year,
  out,
  ...options
}: CommandOptions & { year: string; out: string }): Promise<void> {
  if (!/^\d{4}$/.test(year))
    throw refuse('invalid-input', { place: '--year', reason: '应写成四位年，如 2020' })
  const wish = { ...options, mode: 'reader', hasActor: true, exports: exportFile(out) } as const
  const file = await withService(wish, (ask) => ask('plan.exportNext', { year: Number(year) }))
  if (options.json) return printJson({ ok: true, ...file })
  say(`已生成：${file.place}`)
  for (const { message } of file.toCheck) process.stderr.write(`待核：${message}\n`)
}

async function revise(options: CommandOptions & CallInput<'plan.reviseTarget'>): Promise<void> {
  const { indicator, committed, stretch, from, reason, documentNumber } = options
  const revision = {
    indicator,
    from,
    reason,
    ...(committed === undefined ? {} : { committed }),
    ...(stretch === undefined ? {} : { stretch }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
  }
  printWarnings(await askOnce('plan.reviseTarget', revision, options), '目标已调整', options.json === true)
}

async function amendments({ plan, ...options }: PlanOptions): Promise<void> {
  const lines = await withService(
    { ...options, mode: 'reader', hasActor: true },
    async (ask): Promise<readonly AmendmentLine[]> => {
      const found = plan === undefined ? null : await ask('plan.find', { plan, month: null })
      const question = found === null ? {} : { plan: found.id, month: found.lastMonth }
      return (await ask('plan.readTree', question)).amendments
    },
  )
  if (options.json) return printJson(lines)
  if (lines.length === 0) return say('没有调整过')
  for (const { entry, from, reason, documentNumber, withdrawn, lines: what } of lines) {
    const order = documentNumber === null ? '' : `（${documentNumber}）`
    say(`${entry}　${from}起　${reason}${order}${withdrawn === null ? '' : `　已撤回：${withdrawn.reason}`}`)
    for (const line of what) say(`  ${line}`)
  }
}

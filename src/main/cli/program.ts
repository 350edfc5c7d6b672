// The commands of the command line (cli.md): each is one call of the contract.
import { Command, Option } from 'commander'
import { parseJson } from '../../application/read-plan-file.ts'
import type { CallInput } from '../../contract/api.ts'
import type { Role } from '../../core/journal/journal-entry.ts'
import { addBulletinExport } from './bulletin-commands.ts'
import { askOnce, type CommandOptions, readTextFile, refuse } from './command-service.ts'
import { makeDemo } from './demo.ts'
import { addFormExport, addFormImport } from './form-commands.ts'
import { printJson, printStatus, printWarnings, say } from './print.ts'
import { CommandRefused, inFileTerms } from './refusal.ts'
import { addTableImport } from './table-commands.ts'
import { addYearExport } from './year-command.ts'

type Place = { department: string; month: string }

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

export function buildProgram(): Command {
  const program = new Command('yaodian')
    .description('要点台账命令行')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => HELP_TITLES[title] ?? title })
    .helpCommand(false)
  addStoreCommands(program)
  addPlanCommands(program)
  addReportingCommands(program)
  addReadingCommands(program)
  return program
}

/** A command with the options that all share. */
function command(parent: Command, nameAndArguments: string, description: string): Command {
  return parent
    .command(nameAndArguments)
    .description(description)
    .exitOverride()
    .option('--data <dir>', '数据文件夹')
    .option('--as <name>', '由谁操作（默认：办公室）')
    .option('--json', '以 JSON 输出')
}

const atOption = (target: Command) => target.option('--at <time>', '操作时间，如 2020-06-25T10:00')

function addStoreCommands(program: Command): void {
  atOption(command(program, 'init', '新建台账'))
    .option('--plan <file>', '要点文件（默认：随软件附带的示例要点）')
    .action(async (options: CommandOptions & { plan?: string }) => {
      const planText = options.plan === undefined ? null : readTextFile(options.plan)
      const session = await askOnce(
        'store.create',
        { planText, person: { name: options.as ?? '办公室', role: 'office' } },
        options,
      )
      if (options.json) printJson({ ok: true, planTitle: session.planTitle, office: session.actor?.name })
      else say(`已新建台账：${session.planTitle ?? ''}（${session.dataFolder}）`)
    })
  const people = program.command('people').description('人员').exitOverride()
  atOption(command(people, 'add', '添加人员'))
    .requiredOption('--name <name>', '姓名')
    .option('--department <id>', '处室编号')
    .addOption(
      new Option('--role <role>', '角色')
        .choices(['clerk', 'head', 'office', 'leader'])
        .makeOptionMandatory(),
    )
    .action(async (options: CommandOptions & { name: string; department?: string; role: Role }) => {
      const person = await askOnce(
        'people.add',
        { name: options.name, department: options.department ?? null, role: options.role },
        options,
      )
      if (options.json) printJson({ ok: true, person })
      else say(`已添加：${person.name}`)
    })
  command(program, 'verify', '检查台账').action(async (options: CommandOptions) => {
    const report = await askOnce('journal.verify', {}, options)
    if (options.json) printJson(report)
    else
      say(
        report.ok
          ? `台账完好，共${report.entries}条`
          : `台账有问题，请先不要继续填报，用最近的备份恢复或联系管理员：${report.problems.join('；')}`,
      )
    // The report is the answer; the exit code says that it is not a good one.
    if (!report.ok) process.exitCode = 1
  })
  const demo = program.command('demo').description('生成示例数据').exitOverride()
  demo
    .requiredOption('--out <dir>', '输出文件夹')
    .option('--json', '以 JSON 输出')
    .action(async (options: { out: string; json?: boolean }) => {
      const made = await makeDemo(options.out)
      if (options.json) printJson({ ok: true, ...made })
      else say(`示例数据：${made.data}\n6月通报：${made.bulletin}`)
    })
}

function addPlanCommands(program: Command): void {
  const plan = program.command('plan').description('工作要点').exitOverride()
  command(plan, 'show', '在用的要点').action(async (options: CommandOptions) => {
    const shown = await askOnce('plan.read', {}, options)
    if (options.json) return printJson(shown)
    say(`${shown.title}（${shown.years.from}—${shown.years.to}）`)
    for (const programme of shown.programmes) {
      say(`${programme.name}　举措${programme.measures?.length ?? 0}项`)
      for (const measure of programme.measures ?? []) say(`  ${measure.name}`)
    }
    say(`指标${shown.indicators.length}项`)
    for (const indicator of shown.indicators) say(`  ${indicator.name}（${indicator.unit}）`)
  })
  atOption(command(plan, 'revise', '调整目标'))
    .requiredOption('--indicator <id>', '指标编号')
    .option('--committed <number>', '确保')
    .option('--stretch <number>', '力争')
    .requiredOption('--from <month>', '起始月份')
    .requiredOption('--reason <text>', '原因')
    .option('--document-number <text>', '文号')
    .action(async (options: CommandOptions & CallInput<'plan.reviseTarget'>) => {
      const { indicator, committed, stretch, from, reason, documentNumber } = options
      const revision = {
        indicator,
        from,
        reason,
        ...(committed === undefined ? {} : { committed }),
        ...(stretch === undefined ? {} : { stretch }),
        ...(documentNumber === undefined ? {} : { documentNumber }),
      }
      printWarnings(
        await askOnce('plan.reviseTarget', revision, options),
        '目标已调整',
        options.json === true,
      )
    })
}

function addReportingCommands(program: Command): void {
  atOption(command(program, 'record', '录入填报文件'))
    .requiredOption('--file <file>', '填报文件（JSON）')
    .action(async (options: CommandOptions & { file: string }) => {
      const json = parseJson(readTextFile(options.file))
      if (!json.ok) throw refuse('record-file-unreadable', { place: json.place })
      const isList = Array.isArray(json.value)
      // The call parses it; a record file is one sheet or a list of them.
      const sheets = (isList ? json.value : [json.value]) as CallInput<'entry.record'>['sheets']
      const recorded = await askOnce('entry.record', { sheets }, options).catch((error: unknown) => {
        throw error instanceof CommandRefused ? inFileTerms(error, isList) : error
      })
      printWarnings(recorded, '已录入', options.json === true)
    })
  const onMonth = (name: string, description: string) =>
    atOption(command(program, name, description))
      .requiredOption('--department <id>', '处室编号')
      .requiredOption('--month <month>', '月份，如 2020-06')
  onMonth('submit', '报送').action(async ({ department, month, ...options }: CommandOptions & Place) =>
    printWarnings(
      await askOnce('submission.submit', { department, month }, options),
      '已报送',
      options.json === true,
    ),
  )
  onMonth('return', '退回')
    .requiredOption('--reason <text>', '原因')
    .action(async ({ department, month, reason, ...options }: CommandOptions & Place & { reason: string }) =>
      printWarnings(
        await askOnce('submission.sendBack', { department, month, reason }, options),
        '已退回',
        options.json === true,
      ),
    )
  onMonth('accept', '审核通过').action(async ({ department, month, ...options }: CommandOptions & Place) =>
    printWarnings(
      await askOnce('submission.accept', { department, month }, options),
      '已审核通过',
      options.json === true,
    ),
  )
}

function addReadingCommands(program: Command): void {
  command(program, 'status', '进展情况')
    .requiredOption('--month <month>', '月份，如 2020-06')
    .option('--provisional', '含未审核的数')
    .option('--as-of <time>', '截至某日所知')
    .action(async (options: CommandOptions & { month: string; provisional?: boolean; asOf?: string }) => {
      const report = await askOnce(
        'status.read',
        { month: options.month, provisional: options.provisional === true, asOf: options.asOf ?? null },
        options,
      )
      if (options.json) printJson(report)
      else printStatus(report, await askOnce('plan.read', {}, options))
    })
  const exporting = program.command('export').description('导出').exitOverride()
  addBulletinExport(atOption(command(exporting, 'bulletin', '例会通报')))
  addYearExport(atOption(command(exporting, 'year', '全年台账')))
  addFormExport(command(exporting, 'template', '处室填报表'))
  const importing = program.command('import').description('导入').exitOverride()
  addFormImport(atOption(command(importing, 'template <file>', '处室填报表')))
  addTableImport(atOption(command(importing, 'table <file>', '自有表格里的月度数')))
}

// The commands of the command line (cli.md): each is one call of the contract.
import { type Command, Option } from 'commander'
import { parseJson } from '../../application/read-plan-file.ts'
import type { CallInput } from '../../contract/api.ts'
import type { Role } from '../../core/journal/journal-entry.ts'
import { addBulletinExport } from './bulletin-commands.ts'
import { atOption, command, group, rootCommand } from './command-parts.ts'
import { askOnce, type CommandOptions, readTextFile, refuse, withService } from './command-service.ts'
import { makeDemo } from './demo.ts'
import { addFormExport, addFormImport } from './form-commands.ts'
import { namedPlan, planOption } from './named-plan.ts'
import { addPlanCommands } from './plan-commands.ts'
import { printJson, printStatus, printWarnings, say } from './print.ts'
import { CommandRefused, inFileTerms } from './refusal.ts'
import { addTableImport } from './table-commands.ts'
import { addYearExport } from './year-command.ts'

type Place = { department: string; month: string }

export function buildProgram(): Command {
  const program = rootCommand('yaodian', '要点台账命令行')
  addStoreCommands(program)
  addPlanCommands(program)
  addReportingCommands(program)
  addReadingCommands(program)
  return program
}

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
  const people = group(program, 'people', '人员')
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
  const demo = group(program, 'demo', '生成示例数据')
  demo
    .requiredOption('--out <dir>', '输出文件夹')
    .option('--json', '以 JSON 输出')
    .action(async (options: { out: string; json?: boolean }) => {
      const made = await makeDemo(options.out)
      if (options.json) printJson({ ok: true, ...made })
      else say(`示例数据：${made.data}\n6月通报：${made.bulletin}`)
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
  planOption(command(program, 'status', '进展情况'))
    .requiredOption('--month <month>', '月份，如 2020-06')
    .option('--provisional', '含未审核的数')
    .option('--as-of <time>', '截至某日所知')
    .action(showStatus)
  const exporting = group(program, 'export', '导出')
  addBulletinExport(atOption(command(exporting, 'bulletin', '例会通报')))
  addYearExport(planOption(atOption(command(exporting, 'year', '全年台账'))))
  addFormExport(command(exporting, 'template', '处室填报表'))
  const importing = group(program, 'import', '导入')
  addFormImport(atOption(command(importing, 'template <file>', '处室填报表')))
  addTableImport(atOption(command(importing, 'table <file>', '自有表格里的月度数')))
}

interface StatusOptions extends CommandOptions {
  readonly month: string
  readonly plan?: string
  readonly provisional?: boolean
  readonly asOf?: string
}

async function showStatus({ month, plan, provisional, asOf, ...options }: StatusOptions): Promise<void> {
  await withService({ ...options, mode: 'reader', hasActor: true }, async (ask) => {
    const id = await namedPlan(ask, plan, month)
    const question = { month, ...(id === null ? {} : { plan: id }) }
    const report = await ask('status.read', {
      ...question,
      provisional: provisional === true,
      asOf: asOf ?? null,
    })
    if (options.json) printJson(report)
    else printStatus(report, (await ask('plan.readTree', question)).plan)
  })
}

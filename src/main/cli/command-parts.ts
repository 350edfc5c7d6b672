// What all commands are made of: the shared options, and help in Chinese throughout.
import { Command } from 'commander'

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

export function rootCommand(name: string, description: string): Command {
  return inChinese(new Command(name).description(description))
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => HELP_TITLES[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '命令'),
      styleSubcommandTerm: (term) => term.replace('[options]', '[选项]'),
      subcommandTerm: (each) =>
        [each.name(), ...each.registeredArguments.map((a) => `<${a.name()}>`)].join(' '),
    })
}

/** A word that other commands stand behind: `plan`, `export`. */
export function group(parent: Command, name: string, description: string): Command {
  return inChinese(parent.command(name).description(description))
}

/** A command with the options that all share. */
export function command(parent: Command, nameAndArguments: string, description: string): Command {
  return inChinese(parent.command(nameAndArguments).description(description))
    .option('--data <dir>', '数据文件夹')
    .option('--as <name>', '由谁操作（默认：办公室）')
    .option('--json', '以 JSON 输出')
}

export const atOption = (target: Command) => target.option('--at <time>', '操作时间，如 2020-06-25T10:00')

function inChinese(target: Command): Command {
  return target.exitOverride().helpOption('-h, --help', '显示用法').helpCommand(false)
}

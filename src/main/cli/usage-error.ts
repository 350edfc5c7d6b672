import type { CommanderError } from 'commander'

const SENTENCES: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingMandatoryOptionValue': '缺少必填的选项',
  'commander.optionMissingArgument': '选项后面缺少内容',
  'commander.invalidArgument': '选项的内容不在允许的范围内',
  'commander.excessArguments': '多了不认识的内容',
  'commander.missingArgument': '缺少内容',
}

/** Bad usage in one Chinese sentence, with the words it is about. */
export function usageSentence(error: CommanderError): string {
  const about = [...error.message.matchAll(/'([^']+)'/g)].map((match) => match[1]).join('，')
  return `${SENTENCES[error.code] ?? '用法不对'}${about === '' ? '' : `（${about}）`}，用 --help 查看用法。`
}

// What a parser found wrong → place and reason in Chinese.
import type { ZodError } from 'zod'
import type { RejectionDetail } from '../core/outcome.ts'

/** one thing a parser found wrong */
export type Issue = ZodError['issues'][number]

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
}

/** 1e400 in a file: a number to JSON, too large to be one here */
const NO_NUMBER = '不是能用的数，可能太大'

export function parseProblems(error: ZodError): RejectionDetail[] {
  return error.issues.map((issue) => ({ place: placeOf(issue.path), message: reasonOf(issue) }))
}

/** indicators[3].targets[0].committed */
function placeOf(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return text === '' ? '整个文件' : text.replace(/^\./, '')
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'number' && typeof issue.input === 'number') return NO_NUMBER
      return issue.input === undefined ? '缺少这一项' : `应为${TYPE_NAMES[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`
    case 'unrecognized_keys':
      return `有不认识的项：${issue.keys.join('、')}`
    case 'too_small':
      if (issue.origin === 'array') return `至少要有${String(issue.minimum)}项`
      return issue.origin === 'string' ? '不能为空' : `不能小于${String(issue.minimum)}`
    case 'too_big':
      if (issue.origin === 'array') return `最多${String(issue.maximum)}项`
      return issue.origin === 'string'
        ? `太长，最多${String(issue.maximum)}个字`
        : `不能大于${String(issue.maximum)}`
    case 'invalid_union':
      return typeof issue.input === 'number' ? NO_NUMBER : '应为数字或数字文字'
    default:
      return '格式不符'
  }
}

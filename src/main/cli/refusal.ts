import type { Rejection } from '../../core/outcome.ts'
import { RefusedError } from '../../core/refused-error.ts'

/** A refused request: ends the command with exit code 1. */
export class CommandRefused extends RefusedError {
  constructor(rejection: Rejection) {
    super(rejection)
    this.name = 'CommandRefused'
  }
}

/** The sentence goes to standard error for people; with --json the whole refusal to standard output as well. */
export function printRefusal(refused: CommandRefused, asJson: boolean): void {
  const { code, message, details } = refused.rejection
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: false, code, message, details })}\n`)
  process.stderr.write(`${message}（${code}）\n`)
  if (!asJson) for (const detail of details) process.stderr.write(`  ${detail.place}：${detail.message}\n`)
}

/** The call speaks of sheets[0].readings[1]; a record file of one sheet knows only readings[1], a list only [0].readings[1]. */
export function inFileTerms(refused: CommandRefused, isList: boolean): CommandRefused {
  const rename = (text: string) =>
    text.replace(/sheets(\[\d+\])?(\.)?/g, (_, index: string | undefined, dot: string | undefined) => {
      if (isList && index !== undefined) return `${index}${dot ?? ''}`
      return dot === undefined ? '整个文件' : ''
    })
  const { code, message, details } = refused.rejection
  return new CommandRefused({
    code,
    message: rename(message),
    details: details.map((detail) => ({ place: rename(detail.place), message: detail.message })),
  })
}

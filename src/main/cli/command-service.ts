// One command = one service, opened, asked and closed.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Session } from '../../application/session.ts'
import { type CallInput, type CallName, type CallOutput, calls } from '../../contract/api.ts'
import { type RejectionCode, rejectionMessage } from '../../core/rejections.ts'
import { parseInstant } from '../../core/values/civil-time.ts'
import { composeService, type ServiceOptions } from '../compose-service.ts'
import { defaultDataFolder } from '../default-data-folder.ts'
import { CommandRefused } from './refusal.ts'

/** Options every command has. */
export interface CommandOptions {
  readonly data?: string
  readonly as?: string
  readonly at?: string
  readonly json?: boolean
}

type Overrides = Pick<ServiceOptions, 'exports' | 'exampleFolder' | 'givenFile'>

export function refuse(
  code: RejectionCode,
  values: Readonly<Record<string, string | number>> = {},
): CommandRefused {
  return new CommandRefused({ code, message: rejectionMessage(code, values), details: [] })
}

/** Calls before anybody is known, or about a store that may be too damaged to say who is. */
const NOBODY_ASKS: ReadonlySet<CallName> = new Set(['store.create', 'store.openExample', 'journal.verify'])

/** Asks a call of the command's service and answers its value; a refusal is thrown. */
export type Ask = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>

/** Asks one call. */
export function askOnce<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: CommandOptions,
  overrides: Overrides = {},
): Promise<CallOutput<Name>> {
  const mode = calls[name].writes ? 'command' : 'reader'
  return withService({ ...options, ...overrides, mode, hasActor: !NOBODY_ASKS.has(name) }, (ask) =>
    ask(name, input),
  )
}

interface ServiceWish extends CommandOptions, Overrides {
  readonly mode: ServiceOptions['mode']
  /** false where nobody is known yet */
  readonly hasActor: boolean
}

/** Opens the command's service for some calls and closes it again. */
export async function withService<Value>(
  { data, as, at: givenTime, mode, hasActor, exports, exampleFolder, givenFile }: ServiceWish,
  work: (ask: Ask) => Promise<Value>,
): Promise<Value> {
  const at = givenTime === undefined ? null : parseInstant(givenTime)
  if (givenTime !== undefined && at === null)
    throw refuse('invalid-input', { place: '--at', reason: '应写成 2020-06-30T18:00' })
  const service = composeService({
    dataFolder: resolve(data ?? defaultDataFolder()),
    mode,
    ...(at === null ? {} : { at }),
    ...(exports === undefined ? {} : { exports }),
    ...(exampleFolder === undefined ? {} : { exampleFolder }),
    ...(givenFile === undefined ? {} : { givenFile }),
  })
  try {
    const session: Session = { actor: hasActor ? await actor(service, as) : null }
    return await work(async (name, input) => {
      const answer = await service.ask(name, input, session)
      if (!answer.ok) throw new CommandRefused(answer.rejection)
      return answer.value
    })
  } finally {
    service.close()
  }
}

/** Who acts: the named person, else the office. */
async function actor(
  service: ReturnType<typeof composeService>,
  name: string | undefined,
): Promise<string | null> {
  const people = await service.ask('people.list', {}, { actor: null })
  if (!people.ok) throw new CommandRefused(people.rejection)
  if (name === undefined) return people.value.find((person) => person.role === 'office')?.name ?? null
  if (!people.value.some((person) => person.name === name)) throw refuse('unknown-person', { name })
  return name
}

/** No plan or record file of a bureau comes near this. */
const MAX_FILE_BYTES = 50 * 1024 * 1024

/** The text of a file given on the command line; must be UTF-8, or Chinese words would be ruined silently. */
export function readTextFile(file: string): string {
  let bytes: Buffer
  try {
    if (statSync(file).size > MAX_FILE_BYTES) throw refuse('input-too-large', { limit: '50MB' })
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof CommandRefused) throw error
    throw refuse('file-not-found', { file })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuse('file-not-utf8', { file })
  }
}

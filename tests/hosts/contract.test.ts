// One contract, three hosts: the same story through each gives the same answers, refusals included.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Call,
  callInProcess,
  callOverBareHttp,
  callOverHttp,
  callThroughWindow,
} from './contract-hosts.ts'
import { type ContractStep, contractSteps } from './contract-steps.ts'
import { normalised } from './normalised.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function story(
  open: (dataFolder: string) => Promise<Call>,
  steps: readonly ContractStep[] = contractSteps,
) {
  const dataFolder = join(temporaryFolder(), 'data')
  const call = await open(dataFolder)
  const told: { what: string; answer: unknown }[] = []
  for (const { what, name, input } of steps) {
    told.push({ what, answer: normalised(await call(name, input), dataFolder) })
  }
  return told
}

function outcome(answer: unknown): unknown {
  const { ok, rejection } = answer as { ok: boolean; rejection?: { code: string } }
  return ok ? 'ok' : rejection?.code
}

describe('every host', () => {
  test('the application itself answers the story as expected, in plain JSON', async () => {
    const told = await story(callInProcess)
    expect(told.map(({ what, answer }) => [what, outcome(answer)])).toEqual(
      contractSteps.map(({ what, expected }) => [what, expected]),
    )
    expect(JSON.parse(JSON.stringify(told))).toStrictEqual(told)
  })

  test.each([
    ['the window', callThroughWindow],
    ['the browser host, with the page’s client', callOverHttp],
  ])('%s answers alike', async (_host, open) => {
    expect(await story(open)).toStrictEqual(await story(callInProcess))
  })

  test('the browser host answers alike without the page’s client, where JSON can say the same', async () => {
    // What JSON turns into something else (NaN into null, a date into text) is the client's to refuse.
    const sayable = contractSteps.filter(({ name, input }) => name !== '..' && isSayable(input))
    expect(sayable.length).toBeGreaterThan(contractSteps.length - 10)
    expect(await story(callOverBareHttp, sayable)).toStrictEqual(await story(callInProcess, sayable))
  })
})

function isSayable(input: unknown): boolean {
  return input !== undefined && !/NaN|Infinity|Date/.test(unsayableParts(input))
}

function unsayableParts(value: unknown): string {
  if (value instanceof Date) return 'Date'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(unsayableParts).join()
}

// A small sample of the campaign in campaigns/kill.ts, and the proof that it can fail.
import { expect, test } from 'vitest'
import { killSaves } from '../../campaigns/kill-saves.ts'

const seed = Number(process.env.YAODIAN_SEED ?? Date.now() % 1_000_000)
console.info(`kills: YAODIAN_SEED=${seed}`)

test('no acknowledged save is lost when the process is killed', async () => {
  const result = await killSaves({ points: 10, seed })
  expect(result.problems).toEqual([])
  expect(result.acknowledged).toBeGreaterThan(0)
})

test('a store that acknowledges before it saves is found out', async () => {
  const result = await killSaves({ points: 10, seed, order: 'acknowledge-first' })
  expect(result.problems.join('\n')).toContain('acknowledged and lost')
})

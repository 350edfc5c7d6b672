// Places a ledger cannot live in, and what is left behind there.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { composeService } from '../../src/main/compose-service.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yaodian-places-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const office = { name: '办公室', role: 'office' } as const

it('says what to do when the data folder’s place is taken by a file', async () => {
  const place = join(folder, 'taken')
  writeFileSync(place, 'a file')
  const service = composeService({ dataFolder: place, mode: 'command' })
  const answer = await service.call('store.create', { person: office }, { actor: null })
  service.close()
  expect(answer).toEqual({
    ok: false,
    rejection: {
      code: 'data-folder-unusable',
      message: `“${place}”不能用作数据文件夹，请换一个可以写入的文件夹。`,
      details: [],
    },
  })
})

it('leaves nothing of a store whose first entries are refused', async () => {
  const service = composeService({ dataFolder: folder, mode: 'command' })
  const answer = await service.call(
    'store.create',
    { person: { name: '王敏', role: 'clerk', department: 'nobody' } },
    { actor: null },
  )
  service.close()
  expect(answer).toMatchObject({ ok: false, rejection: { code: 'unknown-department' } })
  expect(readdirSync(folder).filter((name) => name.startsWith('yaodian.db'))).toEqual([])
})

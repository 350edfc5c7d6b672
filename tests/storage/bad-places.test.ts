// Places a ledger cannot live in, and what is left behind there.
import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

// Windows lets nobody move or remove a file that is open.
it.skipIf(process.platform === 'win32')(
  'saves nothing into a file that is no longer in its place',
  async () => {
    const [place, elsewhere] = [join(folder, 'data'), join(folder, 'moved')]
    const service = composeService({ dataFolder: place, mode: 'window' })
    const session = { actor: null }
    await service.call('store.create', { person: office }, session)
    const add = async (name: string) => {
      const answer = await service.call('people.add', { name, role: 'leader' }, session)
      return answer.ok ? 'ok' : answer.rejection
    }
    expect(await add('王敏')).toBe('ok')
    renameSync(place, elsewhere)
    expect(await add('李强')).toMatchObject({
      code: 'data-folder-gone',
      message: expect.stringContaining('没有保存，请放回原处再保存一次'),
    })
    cpSync(elsewhere, place, { recursive: true })
    expect(await add('李强')).toMatchObject({ code: 'data-folder-gone' })
    rmSync(place, { recursive: true })
    renameSync(elsewhere, place)
    expect(await add('李强')).toBe('ok')
    expect(await service.call('journal.verify', {}, session)).toMatchObject({
      value: { ok: true, entries: 4 },
    })
    service.close()
  },
)

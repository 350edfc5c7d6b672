import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEvidencePath } from '../core/journal/evidence-file.ts'
import { evidenceFolder } from './evidence-folder.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'yaodian-evidence-'))
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a kept file', () => {
  it('lies under the hash of its content, once', () => {
    const files = evidenceFolder()
    const path = files.keep(place, '名单.pdf', bytes('甲'))
    expect(files.keep(place, '名单.pdf', bytes('甲'))).toBe(path)
    expect(files.keep(place, '名单.pdf', bytes('乙'))).not.toBe(path)
    expect(readFileSync(join(place, path), 'utf8')).toBe('甲')
    expect(readdirSync(join(place, '证据'))).toHaveLength(2)
    expect(readEvidencePath(path)?.name).toBe('名单.pdf')
  })

  it('is shown where the desktop can', () => {
    const shown: string[] = []
    const files = evidenceFolder((file) => shown.push(file))
    const path = files.keep(place, '名单.pdf', bytes('甲'))
    expect(files.open(place, path)).toBe(join(place, path))
    expect(shown).toEqual([join(place, path)])
  })

  it('is not shown when it is gone or was changed, and nothing outside the folder ever is', () => {
    const shown: string[] = []
    const files = evidenceFolder((file) => shown.push(file))
    const path = files.keep(place, '名单.pdf', bytes('甲'))
    writeFileSync(join(place, path), '改过')
    expect(() => files.open(place, path)).toThrow('“名单.pdf”在添加以后被改动过')
    rmSync(join(place, path))
    expect(() => files.open(place, path)).toThrow('数据文件夹里没有“名单.pdf”')
    writeFileSync(join(place, '台账.db'), '甲')
    for (const other of ['台账.db', '证据/../台账.db', '/etc/hostname'])
      expect(() => files.open(place, other)).toThrow('请从备份恢复')
    expect(shown).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { checkEvidence, evidenceName, evidencePath, readEvidencePath } from './evidence-file.ts'

const said = (name: string, size = 10) => {
  const checked = checkEvidence(name, size)
  return checked.ok ? checked.value : checked.rejection.code
}

describe('a file that is handed in', () => {
  // biome-ignore format: one case a line reads as a table
  const cases: readonly (readonly [string, number, string])[] = [
    ['合同登记汇总表.xlsx', 10, '合同登记汇总表.xlsx'],
    ['C:\\桌面\\名单.pdf', 10, '名单.pdf'],
    ['../../名单.pdf', 10, '名单.pdf'],
    ['无扩展名', 10, '无扩展名'],
    [`${'长'.repeat(300)}.docx`, 10, `${'长'.repeat(80)}.docx`],
    ['con.pdf', 10, '文件con.pdf'],
    ['名单.exe', 10, 'evidence-is-program'],
    ['名单.pdf.LNK', 10, 'evidence-is-program'],
    ['页面.html', 10, 'evidence-is-program'],
    ['名单\u202efdp.exe', 10, 'evidence-name-odd'],
    ['名\n单.pdf', 10, 'evidence-name-odd'],
    ['', 10, 'evidence-name-odd'],
    ['空.pdf', 0, 'evidence-empty'],
    ['刚好.pdf', 20 * 1024 * 1024, '刚好.pdf'],
    ['太大.pdf', 20 * 1024 * 1024 + 1, 'evidence-too-large'],
  ]
  it.each(cases)('%j of %i bytes', (name, size, result) => {
    expect(said(name, size)).toBe(result)
  })

  it('says what to do next', () => {
    const checked = checkEvidence('名单.exe', 1)
    expect(checked.ok ? '' : checked.rejection.message).toBe(
      '“名单.exe”是程序或网页一类的文件（.exe），为安全起见没有收下，请换成文档、表格、图片或压缩包。',
    )
  })
})

describe('a path', () => {
  const hash = 'a'.repeat(64)
  it('is hash and name, and nothing else is one of ours', () => {
    expect(readEvidencePath(evidencePath(hash, '名单.pdf'))).toEqual({ hash, name: '名单.pdf' })
    for (const path of [
      '名单.pdf',
      `证据/${hash}`,
      `证据/${hash}-a/../b`,
      `/证据/${hash}-a`,
      `证据/${hash}-a\\b`,
    ])
      expect(readEvidencePath(path)).toBeNull()
    expect(evidenceName({ path: '会议纪要.docx' })).toBe('会议纪要.docx')
  })
})

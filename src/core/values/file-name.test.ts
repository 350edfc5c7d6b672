import { expect, it } from 'vitest'
import { fileNameOf } from './file-name.ts'

it.each([
  ['技术合同登记额 2020年6月', '技术合同登记额 2020年6月'],
  ['研发投入/GDP: "占比"?', '研发投入－GDP－ －占比－－'],
  ['..\\..\\autorun', '－..－autorun'],
  ['a\u0000b\nc', 'abc'],
  ['技术\u202excod.exe', '技术xcod.exe'],
  ['', '文件'],
  [' ... ', '文件'],
  ['CON', '文件CON'],
  ['nul.csv', '文件nul.csv'],
  ['𠮷'.repeat(100), '𠮷'.repeat(80)],
])('%j becomes %j', (text, name) => {
  expect(fileNameOf(text)).toBe(name)
})

import { expect, it } from 'vitest'
import { readPlanText } from './read-plan-text.ts'

const encoded = (text: string) => new TextEncoder().encode(text)

it.each([
  ['a plan', encoded('{"title":"要点"}')],
  ['a plan with a byte-order mark, as Notepad writes it', encoded('\ufeff{"title":"要点"}')],
])('reads %s', async (_, bytes) => {
  expect(await readPlanText(new File([bytes], '要点.json'))).toBe('{"title":"要点"}')
})

it('refuses a file in the old Chinese encoding instead of reading rubbish', async () => {
  // 要点 in GBK
  const file = new File([new Uint8Array([0xd2, 0xaa, 0xb5, 0xe3])], '要点.json')
  await expect(readPlanText(file)).rejects.toThrow(
    '文件“要点.json”不是 UTF-8 编码（可能是记事本的 ANSI 编码），请另存为 UTF-8 后再用。',
  )
})

it('refuses a file that no plan can be', async () => {
  const file = new File([new Uint8Array(10 * 1024 * 1024 + 1)], '要点.json')
  await expect(readPlanText(file)).rejects.toMatchObject({ code: 'input-too-large' })
})

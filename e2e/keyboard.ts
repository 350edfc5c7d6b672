// What a test cannot do with plain keys: a Chinese input method, and a clipboard filled by another program.
import type { Locator, Page } from '@playwright/test'

/** Types through an input method from its first key: the keys compose `pinyin`, and `text` is chosen. */
export async function compose(page: Page, pinyin: string, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (let length = 1; length <= pinyin.length; length += 1) {
    const key = {
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: `Key${pinyin[length - 1]?.toUpperCase()}`,
    }
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await session.send('Input.imeSetComposition', {
      text: pinyin.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await session.send('Input.insertText', { text })
  await session.detach()
}

/** Presses Tab until the keyboard is there, as somebody without a mouse has to. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${target}`)
}

/** From now on counts what only a mouse, a finger or a pen does. */
export async function countPointing(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = document.documentElement
    counted.dataset.pointing = '0'
    addEventListener('pointerdown', () => {
      counted.dataset.pointing = String(Number(counted.dataset.pointing) + 1)
    })
  })
  return () => page.evaluate(() => Number(document.documentElement.dataset.pointing))
}

/** Fills the clipboard as Excel and WPS do: tab-separated text, and a table. */
export async function putOnClipboard(page: Page, content: { text: string; html?: string }): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(async ({ text, html }) => {
    const parts: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) }
    if (html !== undefined) parts['text/html'] = new Blob([html], { type: 'text/html' })
    await navigator.clipboard.write([new ClipboardItem(parts)])
  }, content)
}

export async function clipboardText(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return page.evaluate(() => navigator.clipboard.readText())
}

import type { Locator, Page } from '@playwright/test'

/** 例会通报, tab 通报文字 */
export class BulletinTextPart {
  readonly region: Locator
  readonly area: Locator
  readonly save: Locator
  readonly wordDraft: Locator

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: '通报文字', exact: true })
    this.area = page.getByRole('textbox', { name: '通报正文，每段一行' })
    this.save = page.getByRole('button', { name: '保存文字' })
    this.wordDraft = page.getByRole('button', { name: '导出 Word（征求意见稿）' })
  }
}

/** 例会通报 */
export class BulletinPage {
  readonly heading: Locator
  readonly paper: Locator
  readonly waiting: Locator
  readonly exported: Locator
  readonly head: Locator
  readonly text: BulletinTextPart
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: /^例会通报/ })
    this.paper = page.getByRole('tabpanel').getByRole('article')
    this.waiting = page.getByRole('region', { name: '待审核，未计入本期' })
    this.exported = page.getByRole('main').getByRole('status')
    this.head = page.getByRole('main')
    this.text = new BulletinTextPart(page)
  }

  async openSheet(name: string): Promise<void> {
    await this.#page.getByRole('tab', { name }).click()
  }

  async exportNew(): Promise<void> {
    await this.#page.getByRole('button', { name: '导出工作簿' }).click()
    await this.#page.getByRole('dialog').getByRole('button', { name: '冻结并导出' }).click()
  }

  async exportAgain(): Promise<void> {
    await this.#page.getByRole('button', { name: '再次导出' }).click()
  }
}

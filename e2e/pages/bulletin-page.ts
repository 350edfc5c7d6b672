import type { Locator, Page } from '@playwright/test'

/** 例会通报, tab 通报文字 */
export class BulletinTextPart {
  readonly region: Locator
  readonly area: Locator
  readonly save: Locator
  readonly wordDraft: Locator
  /** what a number that was asked for is */
  readonly traced: Locator

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: '通报文字', exact: true })
    this.area = page.getByRole('textbox', { name: '通报正文，每段一行' })
    this.save = page.getByRole('button', { name: '保存文字' })
    this.wordDraft = page.getByRole('button', { name: '导出 Word（征求意见稿）' })
    this.traced = this.region.getByRole('group').getByRole('status')
  }

  async traceNumbers(): Promise<void> {
    await this.region.getByText('逐数核对：点文中的数，看它的出处').click()
  }

  number(text: string): Locator {
    return this.region.getByRole('group').getByRole('button', { name: text, exact: true })
  }

  showIn(sheet: string): Locator {
    return this.traced.getByRole('button', { name: `查看${sheet}` })
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
  /** the cell that a number of the text comes from */
  readonly marked: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: /^例会通报/ })
    this.paper = page.getByRole('tabpanel').getByRole('article')
    this.waiting = page.getByRole('region', { name: '待审核，未计入本期' })
    this.exported = page.getByRole('main').getByRole('status').filter({ hasText: '保存在' })
    this.head = page.getByRole('main')
    this.text = new BulletinTextPart(page)
    this.marked = this.paper.locator('.paper-marked')
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

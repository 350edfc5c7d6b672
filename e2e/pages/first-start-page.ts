import type { Locator, Page } from '@playwright/test'

export class FirstStartPage {
  readonly heading: Locator
  readonly name: Locator
  readonly bureau: Locator
  readonly said: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: '开始使用要点台账' })
    this.name = page.getByLabel('姓名')
    this.bureau = page.getByRole('textbox', { name: '单位名称' })
    this.said = page.getByRole('alert')
  }

  async openExample(): Promise<void> {
    await this.#page.getByRole('button', { name: '打开示例' }).click()
  }

  async begin(person: { name: string; role: string; bureau?: string }): Promise<void> {
    await this.name.fill(person.name)
    await this.#page.getByRole('radio', { name: new RegExp(`^${person.role}`) }).check()
    if (person.bureau !== undefined) await this.bureau.fill(person.bureau)
    await this.go()
  }

  async choosePlanFile(file: string): Promise<void> {
    await this.#page.getByRole('radio', { name: /选择要点文件/ }).check()
    await this.#page.locator('input[type=file]').setInputFiles(file)
  }

  /** A table of tasks and targets in place of a plan file. */
  async choosePlanTable(name: string, buffer: Buffer): Promise<void> {
    await this.#page.getByRole('radio', { name: /选择要点文件/ }).check()
    await this.#page.locator('input[type=file]').first().setInputFiles({ name, mimeType: '', buffer })
  }

  async go(): Promise<void> {
    await this.#page.getByRole('button', { name: '开始使用' }).click()
  }
}

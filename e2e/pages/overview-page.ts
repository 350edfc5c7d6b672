import { expect, type Locator, type Page } from '@playwright/test'
import { ChartFigure } from './chart-figure.ts'
import { chooseIn } from './choose-in.ts'

/** 总览 */
export class OverviewPage {
  readonly heading: Locator
  readonly programmes: Locator
  readonly departments: Locator
  readonly heat: Locator
  readonly comparison: Locator
  readonly drawer: Locator
  /** under the entries of a month that has many */
  readonly moreEntries: Locator
  /** 截至某日所知 */
  readonly lookingBack: Locator
  /** how far 全年台账 is, or where it lies */
  readonly yearExport: Locator
  readonly chart: ChartFigure
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: '主要目标', exact: true })
    this.programmes = page.getByRole('region', { name: '各项行动' })
    this.departments = page.getByRole('region', { name: '各处室' })
    this.heat = page.getByRole('region', { name: '逐月' })
    this.comparison = page.getByRole('region', { name: '与上期相比' })
    this.drawer = page.getByRole('dialog')
    this.moreEntries = this.drawer.getByRole('button', { name: '列出更早的' })
    this.lookingBack = page.getByRole('status').filter({ hasText: '所知' })
    this.yearExport = page.getByRole('main').getByRole('status').filter({ hasText: /导出/ })
    this.chart = new ChartFigure(page, this.drawer.getByRole('figure'))
  }

  programmeRow(name: string): Locator {
    return this.programmes.getByRole('row').filter({ hasText: name })
  }

  async exportYear(): Promise<void> {
    await this.#page.getByRole('button', { name: '导出全年台账' }).click()
  }

  async openProgramme(name: string): Promise<void> {
    await this.programmes.getByRole('button', { name: new RegExp(name) }).click()
  }

  async openHeadline(name: string): Promise<void> {
    await this.headline(name).click()
  }

  /** One of 主要目标, with its figure, target, light and verdict. */
  headline(name: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${name}`) })
  }

  async openItem(name: string): Promise<void> {
    await this.drawer.getByRole('button', { name: new RegExp(name) }).click()
  }

  /** 导出数据 of a table; answers where the file was written. */
  async saveData(table: '各项行动' | '各处室' | '逐月'): Promise<string> {
    const said = this.#page.getByText(/^已保存在：/)
    const before = await said.count()
    await this.#page.getByRole('button', { name: `导出数据：${table}` }).click()
    await expect(said).toHaveCount(before + 1)
    return (await said.last().innerText()).replace('已保存在：', '').trim()
  }

  /** A year's row of the item that is open, in 历年情况. */
  yearRow(year: number): Locator {
    return this.drawer
      .getByRole('table', { name: '历年情况' })
      .getByRole('row')
      .filter({ hasText: `${year}年` })
  }

  /** A month's row of the item that is open. */
  monthRow(month: number): Locator {
    return this.drawer.getByRole('row').filter({ has: this.#page.getByRole('button', monthName(month)) })
  }

  /** The light of a month of the item that is open. */
  lightOf(month: number): Locator {
    return this.monthRow(month).getByTitle('为什么是这个灯')
  }

  /** The entries of a month, newest first. */
  entriesOf(month: number): Locator {
    return this.drawer.getByRole('list', { name: `${month}月的记录` }).locator(':scope > li')
  }

  async openMonth(month: number): Promise<void> {
    await this.#monthButton(month).click()
  }

  async closeDrawer(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await this.drawer.waitFor({ state: 'hidden' })
  }

  async showProvisional(): Promise<void> {
    const provisional = this.#page.getByRole('switch', { name: '含未审核' })
    await provisional.click()
    await expect(provisional).toBeChecked()
  }

  /** Where several plans cover the month. */
  async choosePlan(title: string): Promise<void> {
    await chooseIn(this.#page, this.#page.getByRole('combobox', { name: '看哪个要点' }), title)
  }

  async showBy(view: '按行动' | '按处室'): Promise<void> {
    await this.#page.getByRole('radiogroup').getByText(view, { exact: true }).click()
  }

  /** Opens the calendar of 截至某日 and types a day, "2020-05-31". */
  async lookBackTo(day: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: '截至某日' })
    if (!(await field.isVisible())) await this.#page.getByRole('button', { name: '截至某日' }).click()
    await field.fill(day)
    await field.press('Enter')
    await this.lookingBack.waitFor()
  }

  async backToNow(): Promise<void> {
    await this.#page.getByRole('button', { name: '回到现在' }).first().click()
    await this.lookingBack.waitFor({ state: 'hidden' })
  }

  #monthButton(month: number): Locator {
    return this.drawer.getByRole('button', monthName(month))
  }
}

const monthName = (month: number) => ({ name: new RegExp(`^${month}月，`) })

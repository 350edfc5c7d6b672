import { expect, type Locator, type Page } from '@playwright/test'
import { atRest } from '../at-rest.ts'

/** A chart with its table and its files. */
export class ChartFigure {
  readonly drawing: Locator
  readonly table: Locator
  readonly #page: Page
  readonly #figure: Locator

  constructor(page: Page, figure: Locator) {
    this.#page = page
    this.#figure = figure
    this.drawing = figure.locator('canvas')
    this.table = figure.getByRole('table')
  }

  async showTable(): Promise<void> {
    await this.#figure.getByRole('button', { name: '切换为表格' }).click()
  }

  async showChart(): Promise<void> {
    await this.#figure.getByRole('button', { name: '切换为图' }).click()
    await this.drawing.waitFor()
  }

  /** Where the file was written. */
  async save(what: '导出图片' | '导出数据'): Promise<string> {
    await this.#figure.getByRole('button', { name: what }).click()
    const said = this.#page.getByText(/^已保存在：/).last()
    const ending = what === '导出图片' ? '.png' : '.csv'
    await expect(said).toContainText(ending)
    return (await said.innerText()).replace('已保存在：', '').trim()
  }

  /** Heading and rows as texts. */
  async rows(): Promise<string[][]> {
    const rows = await this.table.getByRole('row').all()
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  }

  /** What the drawing itself says when one points at one of `count` months: the month, then names and values. */
  async pointAt(place: number, count: number): Promise<string> {
    await this.drawing.scrollIntoViewIfNeeded()
    await atRest(this.#page)
    const box = await this.drawing.boundingBox()
    if (box === null) throw new Error('the chart is not drawn')
    // Inside the axis' ends, which labels keep away from the edges.
    const left = box.x + 45
    const right = box.x + box.width - 45
    await this.#page.mouse.move(left + ((right - left) * place) / (count - 1), box.y + box.height / 2)
    // The tip is a part of the drawing, and the only one in letters.
    const tip = this.#figure.getByRole('img')
    await expect(tip).toContainText(`${place + 1}月`)
    return tip.innerText()
  }
}

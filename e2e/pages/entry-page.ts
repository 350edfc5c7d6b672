import type { Locator, Page } from '@playwright/test'

/** 本月填报 */
export class EntryPage {
  readonly heading: Locator
  readonly grid: Locator
  readonly missing: Locator
  readonly submitButton: Locator
  readonly panel: Locator
  /** where the page is too narrow for the panel */
  readonly panelOpener: Locator
  readonly notices: Locator
  readonly alerts: Locator
  readonly pasteReport: Locator
  readonly undoButton: Locator
  readonly redoButton: Locator
  readonly undone: Locator
  /** before 报送, where some 县区园区 are still blank */
  readonly partlyDialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: /月进展$/ })
    this.grid = page.getByRole('table', { name: '本月填报表' })
    this.missing = page.getByRole('button', { name: /还有\d+项未填/ })
    this.submitButton = page.getByRole('button', { name: '报送', exact: true })
    this.panel = page.getByRole('complementary')
    this.panelOpener = page.getByRole('button', { name: '展开说明' })
    this.notices = page.locator('.entry-notices')
    this.alerts = page.getByRole('main').getByRole('alert')
    this.pasteReport = page.locator('.paste-report')
    this.undoButton = page.getByRole('button', { name: '撤销', exact: true })
    this.redoButton = page.getByRole('button', { name: '恢复', exact: true })
    this.undone = page.locator('.undo-said')
    this.partlyDialog = page.getByRole('dialog', { name: '有的县区园区还没有填' })
  }

  /** `unit` only where localities of the same name begin alike. */
  figure(indicator: string, unit = ''): Locator {
    return this.#page.getByRole('textbox', {
      name: new RegExp(`^${escaped(indicator)}，本月数（${escaped(unit)}`),
    })
  }

  async openLocalities(indicator: string): Promise<void> {
    await this.row(indicator)
      .getByRole('button', { name: /按县区园区填/ })
      .click()
  }

  state(item: string): Locator {
    return this.#page.getByRole('combobox', { name: `${item}，状态`, exact: true })
  }

  note(indicator: string): Locator {
    return this.#page.getByRole('textbox', { name: `${indicator}，说明` })
  }

  words(measure: string, field: '本月进展' | '存在问题' | '下一步'): Locator {
    return this.#page.getByRole('textbox', { name: `${measure}，${field}` })
  }

  /** A line of what a paste did not take. */
  notTaken(name: string): Locator {
    return this.pasteReport
      .getByRole('row')
      .filter({ has: this.#page.getByRole('cell', { name, exact: true }) })
  }

  row(indicator: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name: indicator }) })
  }

  /** Types a figure and goes on with Enter, as in a spreadsheet. */
  async fill(indicator: string, figure: string): Promise<void> {
    await this.figure(indicator).fill(figure)
    await this.figure(indicator).press('Enter')
  }

  async choose(item: string, option: string): Promise<void> {
    await this.state(item).click()
    await this.#page.getByRole('option', { name: option, exact: true }).click()
  }

  async fillParts(indicator: string, numerator: string, denominator: string): Promise<void> {
    await this.row(indicator).getByRole('button', { name: '按分子、分母填' }).click()
    await this.#page.getByRole('textbox', { name: `${indicator}，分子` }).fill(numerator)
    await this.#page.getByRole('textbox', { name: `${indicator}，分母` }).fill(denominator)
    await this.#page.getByRole('textbox', { name: `${indicator}，分母` }).press('Enter')
  }

  async copyPrevious(measure: string): Promise<void> {
    await this.#page.getByRole('button', { name: `“${measure}”沿用上月文字` }).click()
  }

  /** The files of an item, wherever they are listed. */
  evidence(item: string): Locator {
    return this.#page.getByRole('list', { name: `${item}，佐证材料` })
  }

  /** Contents, or places of files: a large one would travel to the page as text. */
  async addEvidence(
    item: string,
    files: { name: string; mimeType: string; buffer: Buffer }[] | string[],
  ): Promise<void> {
    await this.#page
      .locator(`input[type=file][aria-label="添加文件：“${item}”的佐证材料"]`)
      .last()
      .setInputFiles(files)
  }

  async submit(): Promise<void> {
    await this.submitButton.click()
  }

  /** One of the blank cells that a refused 报送 lists. */
  blankCell(name: string): Locator {
    return this.alerts.getByRole('button', { name })
  }

  async correct(reason: string): Promise<void> {
    await this.#page.getByRole('button', { name: '提出更正' }).click()
    const dialog = this.#page.getByRole('dialog', { name: '提出更正' })
    await dialog.getByLabel('更正原因').fill(reason)
    await dialog.getByRole('button', { name: '开始修改' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

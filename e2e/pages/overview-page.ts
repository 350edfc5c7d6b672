import type { Locator, Page } from '@playwright/test'

/** 总览 */
export class OverviewPage {
  readonly heading: Locator
  readonly programmes: Locator
  readonly departments: Locator
  readonly heat: Locator
  readonly drawer: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: '主要目标', exact: true })
    this.programmes = page.getByRole('region', { name: '各项行动' })
    this.departments = page.getByRole('region', { name: '各处室' })
    this.heat = page.getByRole('region', { name: '逐月' })
    this.drawer = page.getByRole('dialog')
  }

  programmeRow(name: string): Locator {
    return this.programmes.getByRole('row').filter({ hasText: name })
  }

  async openProgramme(name: string): Promise<void> {
    await this.programmes.getByRole('button', { name: new RegExp(name) }).click()
  }

  async openHeadline(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  }

  async openItem(name: string): Promise<void> {
    await this.drawer.getByRole('button', { name: new RegExp(name) }).click()
  }

  async showProvisional(): Promise<void> {
    await this.#page.getByRole('switch', { name: '含未审核' }).click()
  }
}

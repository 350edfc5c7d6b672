import AxeBuilder from '@axe-core/playwright'
import { atRest } from './at-rest.ts'
import type { App } from './pages/app.ts'

/** What axe finds serious or critical on the page, once it is at rest. */
export async function seriousFaults(app: App): Promise<string[]> {
  await atRest(app.page)
  const { violations } = await new AxeBuilder({ page: app.page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

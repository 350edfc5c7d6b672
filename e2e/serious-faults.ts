import AxeBuilder from '@axe-core/playwright'
import type { App } from './pages/app.ts'

/** What axe finds serious or critical on the page as it stands. */
export async function seriousFaults(app: App): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

// A service over a store whose indicators are broken down by 县区园区, as many as a test wants.
import type { AnnualPlan } from '../../src/core/plan/annual-plan.ts'
import { composeService } from '../../src/main/compose-service.ts'
import { storeFolder } from '../../src/storage/open-store.ts'
import { aPersonDraft, aPlanDraft, aStamp } from './drafts.ts'

/** Two indicators, each broken down by so many localities. */
function planOf(localities: number): AnnualPlan {
  const members = Array.from({ length: localities }, (_, at) => ({
    id: `x${at}`,
    name: `第${at}县`,
    kind: 'county' as const,
  }))
  return {
    title: '要点',
    years: { from: 2020, to: 2020 },
    departments: [
      { id: 'a', name: '高新处', kind: 'department' },
      { id: 'all', name: '各县区', kind: 'group', members },
    ],
    programmes: [{ id: 'p', name: '行动', lead: 'a' }],
    indicators: (['monthly-flow', 'stock'] as const).map((mode, at) => ({
      id: `i${at}`,
      name: `第${at}项`,
      unit: '家',
      mode,
      programme: 'p',
      byLocality: true,
      targets: [{ year: 2020, comparator: 'at-least' as const, committed: 100 }],
    })),
  }
}

/** In that folder, with 王敏 of the office; nothing is filled in yet. */
export function brokenDownService(place: string, localities: number) {
  storeFolder(place, { owner: 'command' })
    .create((filling) => filling.append([aPlanDraft(planOf(localities)), aPersonDraft('王敏')], aStamp()))
    .close()
  return composeService({ dataFolder: place, mode: 'window' })
}

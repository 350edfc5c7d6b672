import { describe, expect, it } from 'vitest'
import { indexPlan } from '../plan/annual-plan.ts'
import type { PlanChange } from '../plan/plan-change.ts'
import { aMeasure, anIndicator, aPlan, aTarget } from '../testing/builders.ts'
import { changeLine, revisionLine, wholeTargetText } from './change-words.ts'

const index = indexPlan(aPlan({ measures: [aMeasure()] }))

describe('changes in words', () => {
  it.each([
    [{ kind: 'measure-added', programme: 'p1', measure: aMeasure({ name: '服务' }) }, '增加举措“服务”'],
    [
      { kind: 'measure-changed', id: 'p1m1', fields: { name: '培育提升', lead: 'keyan' } },
      '举措“强化培育”名称改为“培育提升”，牵头处室改为“科研处”',
    ],
    [
      { kind: 'indicator-changed', id: 'i1', fields: { lead: null, curve: null } },
      '指标“新增高企”牵头处室改为所在行动的牵头处室，序时计划有调整',
    ],
    [{ kind: 'item-dropped', item: 'measure', id: 'p1m1' }, '停用举措“强化培育”，截至6月'],
    [
      { kind: 'indicator-split', id: 'i1', into: [anIndicator({ name: '甲' }), anIndicator({ name: '乙' })] },
      '指标“新增高企”拆分为“甲”、“乙”',
    ],
    [
      { kind: 'rules-changed', bands: { green: 0.95, yellow: 0.8 }, reportingDueDay: 20 },
      '亮灯标准改为绿灯不低于95%、黄灯不低于80%；报送截止日改为每月20日',
    ],
    [{ kind: 'unit-renamed', unit: 'gaoxin', name: '高新技术处' }, '“高新处”更名为“高新技术处”'],
    [{ kind: 'unit-merged', unit: 'gaoxin', into: 'keyan' }, '“高新处”并入“科研处”'],
    [{ kind: 'unit-handed-over', unit: 'gaoxin', to: 'keyan' }, '“高新处”牵头的事项移交“科研处”'],
  ] as [PlanChange, string][])('%#', (change, line) => {
    expect(changeLine(change, index, '2020-07')).toBe(line)
  })

  it('names the old and the new target', () => {
    const revision = {
      indicator: 'i1',
      committed: '80',
      stretch: '90',
      from: '2020-06',
      reason: '',
      documentNumber: null,
    }
    expect(revisionLine(revision, index)).toBe('指标“新增高企”的目标由100家调整为确保80家、力争90家')
  })

  it.each([
    [aTarget(), '≥100家'],
    [aTarget({ comparator: 'at-most', committed: 4 }), '≤4家'],
    [aTarget({ comparator: 'exactly', committed: 4 }), '4家'],
    [aTarget({ committed: null, stretch: 40 }), '力争40家'],
    [aTarget({ committed: 23, stretch: 25 }), '确保23家、力争25家'],
    [aTarget({ committed: null }), '无目标'],
  ])('a target in short (%#)', (target, text) => {
    expect(wholeTargetText(target, '家')).toBe(text)
  })
})

// A June bulletin with an issue before it: figures that moved, a corrected May, an amended plan.

import { aReading, aReport, StateBuilder } from '../../testing/builders.ts'
import type { BulletinInput } from '../bulletin.ts'
import { JUNE, juneInput, MAY } from './june-issue.ts'
import { SAMPLE_PLAN } from './sample-bulletins.ts'

const reading = (month: string, id: string, content: number | string, note: string | null = null) =>
  aReading(month, content, { indicator: id, note })

export function comparedInput(rest: Partial<BulletinInput> = {}): BulletinInput {
  const builder = new StateBuilder(SAMPLE_PLAN)
    .read(
      '2020-05-20T09:00',
      reading(MAY, 'green', 41),
      reading(MAY, 'yellow', 17),
      reading(MAY, 'blue', 30),
      reading(MAY, 'red', 0.1),
      reading(MAY, 'curve', 8),
      reading(MAY, 'unused', 5),
    )
    .report('2020-05-20T10:00', aReport(MAY, { measure: 'm1', status: 'under-way' }))
    .report('2020-05-20T10:00', aReport(MAY, { measure: 'm4', status: 'under-way' }))
    .submit('2020-05-22T09:00', MAY, 'gaoxin')
    .submit('2020-05-22T09:00', MAY, 'keyan')
    .accept('2020-05-25T09:00', MAY, 'gaoxin')
    .accept('2020-05-25T09:00', MAY, 'keyan')
  const known = builder.entries.length
  builder
    .append(
      [
        {
          kind: 'target-revised',
          subject: 'target/yellow',
          basis: null,
          body: {
            indicator: 'yellow',
            committed: '36',
            stretch: null,
            from: JUNE,
            reason: '省里下调年度任务',
            documentNumber: '淮科〔2020〕18号',
          },
        },
        {
          kind: 'plan-amended',
          subject: 'plan',
          basis: null,
          body: {
            from: JUNE,
            reason: '机构调整',
            documentNumber: null,
            changes: [
              { kind: 'item-dropped', item: 'indicator', id: 'none' },
              {
                kind: 'measure-added',
                programme: 'p2',
                measure: { id: 'm7', name: '新增的举措' },
              },
            ],
          },
        },
      ],
      '2020-06-02T09:00',
      '李强',
    )
    .correct('2020-06-03T09:00', MAY, '重复统计2家', 'gaoxin')
    .read('2020-06-03T09:10', reading(MAY, 'green', 39))
    .report(
      '2020-06-03T09:20',
      aReport(MAY, { measure: 'm1', status: 'blocked', problems: '缺经费', nextSteps: '请示' }),
    )
    .submit('2020-06-03T10:00', MAY, 'gaoxin')
    .accept('2020-06-03T11:00', MAY, 'gaoxin')
    .read(
      '2020-06-20T09:00',
      reading(JUNE, 'green', 3),
      reading(JUNE, 'yellow', 4),
      reading(JUNE, 'blue', 60),
      reading(JUNE, 'red', 0.4),
      reading(JUNE, 'curve', 1),
    )
    .report('2020-06-20T10:00', aReport(JUNE, { measure: 'm1', status: 'done' }))
    .submit('2020-06-24T09:00', JUNE, 'gaoxin')
    .accept('2020-06-25T09:00', JUNE, 'gaoxin')
  return juneInput(builder, known, rest)
}

// A plan at its widest: thirteen programmes, names of 40 characters, departments of 20, and two months accepted.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Preparation } from './prepared-stores.ts'

const count = (many: number) => Array.from({ length: many }, (_, at) => at)

/** `words` said again and again until there are so many characters. */
const fill = (words: string, length: number) => [...words.repeat(length)].slice(0, length).join('')

export const DEPARTMENTS = [
  '高新技术发展及产业化与科技型企业培育促进处',
  '科技成果转化与技术转移及知识产权协调服务处',
  '社会发展与农村科技创新及乡村振兴战略推进处',
  '区域创新协调与县域科技进步考核督导综合管理处',
].map((name) => fill(name, 20))

export const PROGRAMMES = count(13).map((at) =>
  fill(`第${at + 1}项重点产业链关键核心技术联合攻关与创新平台建设专项提升行动`, 26),
)

export const INDICATORS = count(34).map((at) =>
  fill(`第${at + 1}号企业牵头的省级以上重点实验室与工程技术研究中心及新型研发机构新增数量`, 40),
)

export const MEASURES = count(26).map((at) =>
  fill(`第${at + 1}条推动龙头企业联合高校院所建设体系化任务型创新联合体并实质运行`, 36),
)

const HEADLINES = 8
const departmentOf = (at: number) => `d${at % DEPARTMENTS.length}`

export const LONG_PLAN_TITLE = '2020年全市科技创新和战略性新兴产业高质量发展重点任务工作要点'

const plan = {
  title: LONG_PLAN_TITLE,
  years: { from: 2020, to: 2020 },
  departments: [
    ...DEPARTMENTS.map((name, at) => ({ id: `d${at}`, name, kind: 'department' })),
    {
      id: 'localities',
      name: fill('各县区人民政府及各开发园区管理委员会', 20),
      kind: 'group',
      members: count(11).map((at) => ({
        id: `x${at}`,
        name: fill(`第${at + 1}高新技术产业开发区管理委员会`, 14),
        kind: 'park',
      })),
    },
  ],
  programmes: PROGRAMMES.map((name, at) => ({
    id: `p${at}`,
    name,
    lead: departmentOf(at),
    participating: ['localities'],
    measures: [0, 1].map((each) => ({
      id: `p${at}m${each}`,
      name: MEASURES[at * 2 + each],
      milestones: [
        { id: `p${at}m${each}s`, name: fill('出台管理办法并完成首批认定备案', 20), due: '2020-06' },
      ],
    })),
  })),
  indicators: INDICATORS.map((name, at) => ({
    id: `i${at}`,
    name,
    unit: at % 5 === 0 ? '人次（折合）' : '家',
    programme: at < HEADLINES ? null : `p${(at - HEADLINES) % 13}`,
    carriedBy: at < HEADLINES ? `p${at}` : null,
    lead: departmentOf(at),
    key: true,
    mode: 'monthly-flow',
    byLocality: at === 9,
    targets: [{ year: 2020, comparator: 'at-least', committed: 12_345, stretch: 23_456 }],
  })),
  safeguards: count(3).map((at) => ({
    id: `s${at}`,
    name: fill(`第${at + 1}项加强党对科技工作的全面领导并健全统筹协调推进机制`, 30),
    departments: ['d0'],
  })),
}

const readings = (department: number, month: number) =>
  INDICATORS.flatMap((_, at) => {
    if (at % DEPARTMENTS.length !== department) return []
    const value = 700 + ((at * 7) % 9) * 60 + month
    return at === 9
      ? count(11).map((each) => ({ indicator: `i${at}`, locality: `x${each}`, value: 90 + each }))
      : [{ indicator: `i${at}`, value }]
  })

const measures = (department: number, month: number) =>
  PROGRAMMES.flatMap((_, at) =>
    at % DEPARTMENTS.length !== department
      ? []
      : [0, 1].map((each) => ({
          measure: `p${at}m${each}`,
          status: (at + each) % 4 === 0 ? 'blocked' : 'under-way',
          progress: fill(`${month}月已组织专家论证并征求各县区各部门意见`, 60),
          problems: fill('牵头单位与参与单位任务边界尚不清楚', 40),
          nextSteps: fill('提请市政府专题会议研究', 40),
        })),
  )

export const longNames: Preparation = { name: 'long-names', commands: commandsFor }

function commandsFor(folder: string): string[][] {
  const planFile = join(folder, 'plan.json')
  writeFileSync(planFile, JSON.stringify(plan))
  const commands = [['init', '--plan', planFile, '--at', '2020-01-05T02:00:00Z']]
  for (const month of [5, 6]) {
    const file = join(folder, `${month}.json`)
    const text = `2020-0${month}`
    const at = ['--at', `2020-0${month}-20T02:00:00Z`]
    writeFileSync(
      file,
      JSON.stringify(
        DEPARTMENTS.map((_, department) => ({
          month: text,
          department: `d${department}`,
          readings: readings(department, month),
          measures: measures(department, month),
        })),
      ),
    )
    commands.push(['record', '--file', file, ...at])
    // The last department's June waits, for the office to look at.
    for (const department of count(month === 5 ? 4 : 3)) {
      const which = ['--department', `d${department}`, '--month', text, ...at]
      commands.push(['submit', ...which], ['accept', ...which])
    }
  }
  return commands
}

// Saves into a store as fast as it can and acknowledges each save with one line, until it is killed.
// Arguments: data folder, number of the first save, order ('save-first' is what the product does;
// 'acknowledge-first' is the planted bug that the campaign must find).
import { writeSync } from 'node:fs'
import type { OpenJournal } from '../src/application/ports.ts'
import type { EntryDraft } from '../src/core/journal/journal-entry.ts'
import { subjectOf } from '../src/core/journal/journal-entry.ts'
import { storeFolder } from '../src/storage/open-store.ts'

const [place = '', first = '1', order = 'save-first'] = process.argv.slice(2)
const START = Date.UTC(2020, 0, 2, 1)

const say = (line: string) => writeSync(1, `${line}\n`)

/** The n-th save's reading; its note carries the number, by which the campaign finds it again. */
function readingDraft(journal: OpenJournal, number: number): EntryDraft {
  const indicators = journal.state().plan?.indicators ?? []
  const indicator = indicators[number % indicators.length]?.indicator.id ?? ''
  const month = `2020-${String(1 + (Math.floor(number / 7) % 12)).padStart(2, '0')}`
  const figure = { state: 'number', value: String(number % 90), numerator: null, denominator: null } as const
  return {
    kind: 'indicator-reading-recorded',
    subject: subjectOf.reading(month, indicator, null),
    basis: null,
    body: { month, indicator, locality: null, ...figure, unitNote: null, note: `save ${number}` },
  }
}

/** Now and then a department is accepted and corrected in the same save: many rows in one transaction. */
function acceptanceDrafts(journal: OpenJournal, number: number): EntryDraft[] {
  if (number % 5 !== 0) return []
  const departments = journal.state().plan?.plan.departments.filter(({ kind }) => kind === 'department') ?? []
  const department = departments[number % departments.length]?.id ?? ''
  const month = `2020-${String(1 + (number % 12)).padStart(2, '0')}`
  const subject = subjectOf.submission(month, department)
  return [
    { kind: 'submission-accepted', subject, basis: null, body: { department, month } },
    {
      kind: 'correction-opened',
      subject,
      basis: null,
      body: { department, month, reason: `save ${number}` },
    },
  ]
}

function save(journal: OpenJournal, number: number): void {
  const stamp = { author: '王敏', wallMs: START + number * 60_000, isClockSet: true }
  journal.transact(() => {
    journal.append([readingDraft(journal, number)], stamp)
    journal.append(acceptanceDrafts(journal, number), stamp)
  })
}

say('opening')
const journal = storeFolder(place, { owner: 'command' }).open('write')
journal.state()
say('open')
for (let number = Number(first); ; number += 1) {
  if (order === 'acknowledge-first') say(String(number))
  save(journal, number)
  if (order === 'save-first') say(String(number))
}

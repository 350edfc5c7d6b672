// A store of a province's year: every cell of every locality filled in, all months accepted.
import type { OpenJournal } from '../src/application/ports.ts'
import { type EntryDraft, subjectOf } from '../src/core/journal/journal-entry.ts'
import { storeFolder } from '../src/storage/open-store.ts'
import {
  INDICATORS,
  LOCALITIES,
  monthName,
  planDraft,
  provincePlan,
  provinceReading,
  stampAt,
} from './sample-entries.ts'

const CELLS_OF_MONTH = LOCALITIES * INDICATORS
const DEPARTMENT = 'a'

const officeDraft: EntryDraft = {
  kind: 'person-added',
  subject: subjectOf.person('王敏'),
  basis: null,
  body: { name: '王敏', role: 'office', department: null },
}

export function provinceStore(place: string): OpenJournal {
  return storeFolder(place, { owner: 'command' }).create((filling) => {
    filling.append([planDraft(provincePlan()), officeDraft], stampAt(0))
    for (let number = 1; number <= 12; number += 1) {
      const month = monthName(number)
      filling.append(
        [
          ...Array.from({ length: CELLS_OF_MONTH }, (_, index) =>
            provinceReading((number - 1) * CELLS_OF_MONTH + index),
          ),
          {
            kind: 'submission-accepted',
            subject: subjectOf.submission(month, DEPARTMENT),
            basis: null,
            body: { department: DEPARTMENT, month },
          },
        ],
        stampAt(number),
      )
    }
  })
}

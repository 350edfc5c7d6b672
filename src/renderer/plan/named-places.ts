// A refusal's places in people's words: programmes[3].measures[0].lead → 行动4举措1.
import { CallFailure } from '../ask.tsx'
import { KIND_NAMES } from '../words/plan.ts'

const PLACE = /^(indicators|programmes|safeguards)\[(\d+)\](?:\.measures\[(\d+)\])?/
const LISTS = { indicators: 'indicator', programmes: 'programme', safeguards: 'safeguard' } as const

export function placeName(place: string): string {
  const [, list, at, measureAt] = PLACE.exec(place) ?? []
  if (list === undefined) return place
  const item = `${KIND_NAMES[LISTS[list as keyof typeof LISTS]]}${Number(at) + 1}`
  return measureAt === undefined ? item : `${item}${KIND_NAMES.measure}${Number(measureAt) + 1}`
}

export function withNamedPlaces(failure: CallFailure | null): CallFailure | null {
  if (failure === null || failure.code === 'disconnected' || failure.details.length === 0) return failure
  const details = failure.details.map(({ place, message }) => ({ place: placeName(place), message }))
  return new CallFailure({ code: failure.code, message: failure.message, details })
}

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftStore } from './draft-store.ts'

interface Draft {
  readonly figure: string
  readonly basis: string | null
}

const memory = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, text: string) => memory.set(key, text),
  removeItem: (key: string) => memory.delete(key),
})
beforeEach(() => memory.clear())

/** Drafts in the profile, beside the number of the newest change. */
const draftsKept = () => [...memory.keys()].filter((key) => key.startsWith('yaodian/draft/')).length

const rebased = (draft: Draft): Draft => ({ ...draft, basis: 'new' })

const storeOf = (prefix: string, onDiscard: (cell: string) => void = () => undefined) =>
  new DraftStore<Draft>(prefix, onDiscard)

describe('DraftStore', () => {
  it('finds a draft again after the page was closed, and says so', () => {
    storeOf('s/2020-06/keyan').type('i1', { figure: '12', basis: null })
    const reopened = storeOf('s/2020-06/keyan')
    expect(reopened.read('i1')).toMatchObject({ draft: { figure: '12' }, isRestored: true })
    expect(storeOf('s/2020-05/keyan').read('i1').draft).toBeNull()
  })

  it('forgets a draft once its save was acknowledged', () => {
    const store = storeOf('s')
    const draft = { figure: '12', basis: null }
    store.type('i1', draft)
    store.saved('i1', draft, { rebased, warnings: ['请核对'] })
    expect(store.read('i1')).toEqual({ draft: null, refused: null, warnings: ['请核对'], isRestored: false })
    expect(draftsKept()).toBe(0)
  })

  it('tells what is only typed from what is on its way, until that is refused', () => {
    const store = storeOf('s')
    store.type('i1', { figure: '1', basis: null })
    expect(store.isOnlyTyped('i1')).toBe(true)
    store.given(['i1', 'i2'])
    expect([store.isOnlyTyped('i1'), store.isOnlyTyped('i2')]).toEqual([false, false])
    store.type('i1', { figure: '12', basis: null })
    expect(store.isOnlyTyped('i1')).toBe(true)
    store.given(['i1'])
    store.refuse('i1', '不是能用的数', (draft) => draft)
    expect(store.isOnlyTyped('i1')).toBe(true)
  })

  it('keeps what was typed while the save was running, on top of the new entry', () => {
    const store = storeOf('s')
    const sent = { figure: '1', basis: null }
    store.type('i1', sent)
    store.type('i1', { figure: '12', basis: null })
    store.saved('i1', sent, { rebased, warnings: [] })
    expect(store.read('i1').draft).toEqual({ figure: '12', basis: 'new' })
  })

  it('keeps the typed text of a refused save', () => {
    const store = storeOf('s')
    store.type('i1', { figure: '约12', basis: null })
    store.refuse('i1', '不是能用的数', (draft) => draft)
    expect(store.read('i1')).toMatchObject({ draft: { figure: '约12' }, refused: '不是能用的数' })
    expect(draftsKept()).toBe(1)
  })

  it('takes nothing that is not a draft for one', () => {
    memory.set('yaodian/draft/s/i1', '{"broken')
    memory.set('yaodian/draft/s/i2', '42')
    const store = storeOf('s')
    expect(store.pending(['i1', 'i2'])).toEqual([])
  })

  it('tells of a cell that was put back, also while its refusal was still on the way', () => {
    const putBack: string[] = []
    const store = storeOf('s', (cell) => putBack.push(cell))
    store.type('i1', { figure: '约5', basis: null })
    store.refuse('i1', '不是能用的数', rebased)
    expect(putBack).toEqual([])
    store.discard('i1')
    store.refuse('i1', '不是能用的数', rebased)
    expect(putBack).toEqual(['i1', 'i1'])
    expect(store.read('i1').refused).toBeNull()
  })
})

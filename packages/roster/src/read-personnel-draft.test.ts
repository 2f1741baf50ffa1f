import { fen } from '@shebao/kernel'
import { describe, expect, it } from 'vitest'
import { readPersonnelDraft } from './read-personnel-draft.ts'

describe('a stored personnel row', () => {
  it('is the draft it was, unknown answers left unknown', () => {
    const draft = {
      idType: 'RESIDENT_ID',
      householdType: 'LOCAL_URBAN',
      wagesLastYear: fen(12),
      participation: { PENSION: true },
      raw: { hireDate: '去年' },
    }
    expect(readPersonnelDraft(draft)).toBe(draft)
    expect(readPersonnelDraft({})).toEqual({})
  })

  it.each([
    ['idType', { idType: 'LIBRARY_CARD' }],
    ['householdType', { householdType: 'URBAN' }],
    ['wagesLastYear', { wagesLastYear: '12' }],
    ['wagesLastYear', { wagesLastYear: 0.5 }],
    ['participation', { participation: { PENSION: 'yes' } }],
    ['participation', { participation: { HOUSING: true } }],
    ['raw', { raw: { name: 1 } }],
    ['row', []],
    ['row', null],
  ])('with another kind of %s is refused by name', (field, stored) => {
    expect(() => readPersonnelDraft(stored)).toThrow(`A stored personnel row has no readable ${field}.`)
  })
})

import type { UnitDraft } from '@shebao/declaration-rules'
import { describe, expect, it } from 'vitest'
import { askedFields, isAsked, mergedAmong, registerFields } from './asked-fields.ts'

const draft: UnitDraft = { year: 2026, unitName: '甲', staffTotal: 3 }
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

describe('what a section asks', () => {
  it('asks what is typed and shows what the register knows, never both', () => {
    const asked = names(askedFields('basics', draft))
    const shown = names(registerFields('basics'))
    expect(shown).toContain('unitName')
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((name) => shown.includes(name))).toEqual([])
  })

  it('asks for the branches only when there are some, and an answer whose question is no longer asked is not asked', () => {
    expect(names(askedFields('branches', draft))).not.toContain('branches')
    expect(names(askedFields('branches', { ...draft, hasBranches: true }))).toContain('branches')
    expect(isAsked('branches', { ...draft, hasBranches: false, branches: [{ name: '甲分部' }] })).toBe(false)
  })

  it('names of what another clerk changed only the fields of this section, also one that could not be read', () => {
    const fields = askedFields('headcount', draft)
    expect(mergedAmong(['staffRegular', 'raw.staffSeasonal', 'bankName'], fields)).toEqual([
      'staffRegular',
      'staffSeasonal',
    ])
  })
})

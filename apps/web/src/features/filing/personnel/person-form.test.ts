import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { describe, expect, it } from 'vitest'
import { toDraft, toForm } from './person-form.ts'

describe('a person in the window', () => {
  it.each<[string, PersonnelDraft]>([
    ['nothing', {}],
    ['zero, which is an answer', { monthsWorkedLastYear: 0, wagesLastYear: fen(0), firstMonthWage: fen(800_000) }],
    [
      'what could not be read',
      { name: '王芳', raw: { hireDate: '去年', wagesLastYear: '一万', householdType: '京籍', participation: '三险' } },
    ],
    [
      'a "no" with its reason',
      { participation: { PENSION: true, MEDICAL: false }, exemptionReasons: { MEDICAL: '退休返聘' }, signed: true },
    ],
  ])('comes back as it went in: %s', (_, draft) => {
    expect(toDraft(toForm(draft), draft)).toEqual(draft)
  })

  it('drops the file’s text once something is chosen, and a reason that no longer applies', () => {
    const before: PersonnelDraft = {
      raw: { householdType: '京籍' },
      participation: { PENSION: false },
      exemptionReasons: { PENSION: '外籍' },
    }
    const form = toForm(before)
    const draft = toDraft(
      { ...form, householdType: 'LOCAL_URBAN', participation: { ...form.participation, PENSION: 'YES' } },
      before,
    )
    expect(draft).toEqual({ householdType: 'LOCAL_URBAN', participation: { PENSION: true } })
  })
})

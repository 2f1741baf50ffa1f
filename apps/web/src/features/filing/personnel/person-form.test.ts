import type { Issue } from '@shebao/declaration-rules'
import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { describe, expect, it } from 'vitest'
import { errorsOf, missingControls, toDraft, toForm } from './person-form.ts'

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

describe('what is missing in the window', () => {
  const issue = (field: string, severity: 'error' | 'warning' = 'error', ruleId = `personnel.${field}`) =>
    ({ ruleId, severity, path: field, field, code: 'REQUIRED', params: {} }) satisfies Issue

  it('is named once for each control, at the reason where a "no" needs one, and a warning is nothing missing', () => {
    expect(
      missingControls([
        issue('hireDate'),
        issue('hireDate'),
        issue('mobile', 'warning'),
        issue('participation.MEDICAL', 'error', 'personnel.participation.reason'),
      ]),
    ).toEqual(['hireDate', 'exemptionReasons.MEDICAL'])
  })

  it('shows the first error of a control, and those of several insurances beside each other', () => {
    const errors = errorsOf(
      [issue('hireDate'), issue('hireDate'), issue('participation.PENSION'), issue('participation.MEDICAL')],
      ({ path }) => path,
    )
    expect(errors).toEqual({
      hireDate: { type: 'REQUIRED', message: 'hireDate' },
      participation: {
        PENSION: { type: 'REQUIRED', message: 'participation.PENSION' },
        MEDICAL: { type: 'REQUIRED', message: 'participation.MEDICAL' },
      },
    })
  })
})

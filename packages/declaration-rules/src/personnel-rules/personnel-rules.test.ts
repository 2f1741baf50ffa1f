import { describe, expect, it } from 'vitest'
import { isBlank } from '../blank.ts'
import { checkPersonnelRow, checkRow } from '../check-personnel-row.ts'
import { preparePersonnelContext } from '../personnel-context.ts'
import { changePerson, GOOD_PERSON, PERSON_CONTEXT, PERSON_EXAMPLES, PERSON_PASSES } from '../rule-examples/person.ts'

const context = preparePersonnelContext(PERSON_CONTEXT)

describe('one person', () => {
  it('accepts a good row without allocating issues', () => {
    expect(checkPersonnelRow(GOOD_PERSON, context)).toEqual([])
    expect(checkPersonnelRow(GOOD_PERSON, context)).toBe(checkPersonnelRow(GOOD_PERSON, PERSON_CONTEXT))
  })

  it.each(PERSON_EXAMPLES.map(([rule, field, change, person]) => ({ rule, field, change, person })))(
    '$rule on $field speaks alone: $change',
    ({ rule, field, change, person }) => {
      const issues = checkRow({ draft: changePerson(change), row: 7, ...person }, context, 3)
      expect(issues.map(({ ruleId }) => ruleId)).toEqual([`personnel.${rule}`])
      expect(issues[0]).toMatchObject({ field, path: `personnel[3].${field}`, row: 7 })
    },
  )

  it.each(PERSON_PASSES)('accepts %s', (_, change) => {
    expect(checkPersonnelRow(changePerson(change), context)).toEqual([])
  })

  it('says of an empty row only what is required, once a field', () => {
    const issues = checkPersonnelRow({}, context)
    expect(issues.every(({ code }) => code === 'REQUIRED')).toBe(true)
    const fields = issues.map(({ field }) => field)
    expect(fields).toEqual([
      'name',
      'idNumber',
      'householdType',
      'employmentForm',
      'hireDate',
      'monthsWorkedLastYear',
      'wagesLastYear',
      'mobile',
      'participation.PENSION',
      'participation.MEDICAL',
      'participation.UNEMPLOYMENT',
      'participation.WORK_INJURY',
      'participation.MATERNITY',
    ])
    expect(new Set(fields).size).toBe(fields.length)
  })

  it('does not measure months against a hire date that is itself at fault', () => {
    const issues = checkPersonnelRow(changePerson({ hireDate: '2031-01-01' }), context)
    expect(issues.map(({ field, code }) => [field, code])).toEqual([['hireDate', 'RANGE']])
  })

  it('answers the vector "months 12, wages blank"', () => {
    const issues = checkPersonnelRow(changePerson({ wagesLastYear: undefined, raw: { wagesLastYear: ' 　' } }), context)
    expect(issues).toMatchObject([{ field: 'wagesLastYear', code: 'REQUIRED' }])
  })

  it('keeps silent about what no parameter tells', () => {
    const draft = changePerson({ wagesLastYear: 12, statedMonthlyAverage: undefined })
    expect(checkPersonnelRow(draft, { today: '2026-06-15', year: 2026 })).toEqual([])
  })

  it('reads a region that rounds averages to the yuan', () => {
    const draft = changePerson({ wagesLastYear: 13_123_450, statedMonthlyAverage: 1_093_600 })
    expect(checkPersonnelRow(draft, { ...PERSON_CONTEXT, averageRounding: 'YUAN' })).toEqual([])
    expect(checkPersonnelRow(draft, PERSON_CONTEXT)).toMatchObject([{ code: 'DERIVED_MISMATCH', severity: 'warning' }])
  })

  it('never lets an identity number out in parameters', () => {
    const told = PERSON_EXAMPLES.flatMap(([, , change, person]) => {
      const draft = changePerson(change)
      const said = JSON.stringify(checkRow({ draft, ...person }, context, 0))
      return isBlank(draft.idNumber) || !said.includes(draft.idNumber ?? '') ? [] : [said]
    })
    expect(told).toEqual([])
  })

  it('counts someone as past retirement only after the month of retirement', () => {
    // Male, born 1964-12: retires in 2024-12 (domain 2.5).
    const draft = changePerson({ idNumber: '110101196412150019', birthDate: '1964-12-15' })
    const on = (today: string) =>
      checkPersonnelRow(draft, { ...PERSON_CONTEXT, today, year: 2024 }).map(({ code }) => code)
    expect(on('2024-12-31')).toEqual([])
    expect(on('2025-01-01')).toEqual(['PAST_RETIREMENT'])
  })
})

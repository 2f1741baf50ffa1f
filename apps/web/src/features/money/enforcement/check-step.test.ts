import { expect, it } from 'vitest'
import { blankOf, mistakesOf } from './check-step.ts'
import { paperFields, stepFields } from './step-fields.ts'

it('names every field that is empty, rows by their number', () => {
  const fields = paperFields.SIGN_DEFERRAL
  const form = { ...blankOf(fields), guarantee: { kind: 'PLEDGE', object: '厂房', value: 'abc' } }
  expect(mistakesOf(fields, form)).toEqual({
    'guarantee.value': 'wrongMoney',
    'guarantee.registrationNo': 'wrongShort',
    'guarantee.valuationNo': 'wrongShort',
    'instalments.0.dueOn': 'wrongDate',
    'instalments.0.amount': 'wrongMoney',
  })
})

it('what may stay empty may, and what is right passes', () => {
  expect(mistakesOf(stepFields.DECIDE_ALLOCATION, { reasons: '催告期满仍未缴纳', hidingEvidence: '' })).toEqual({})
  expect(mistakesOf(stepFields.DEMAND_PAYMENT, { termDays: 11 })).toEqual({ termDays: 'wrongDays' })
  expect(mistakesOf(stepFields.HEAR_DEFENCE, { answer: '不成立，理由如下', upheld: null })).toEqual({ upheld: 'wrong' })
})

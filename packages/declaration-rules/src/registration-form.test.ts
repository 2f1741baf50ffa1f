import { personNumbers } from '@shebao/test-support/person-numbers'
import { describe, expect, it } from 'vitest'
import { readRegistration } from './registration-form.ts'
import type { RegistrationValues } from './registration-form.ts'

const whole: RegistrationValues = {
  creditCode: '91110105ma0000007l',
  name: ' 示范面馆 ',
  unitType: 'ENTERPRISE',
  industry: 'H',
  registeredAddress: '北京市东城区一号',
  legalRepName: '王示范',
  legalRepIdNumber: '11010519491231002X',
  legalRepPhone: '010-62345678',
  contactName: '李经办',
  contactMobile: '138 1234 5678',
  bankName: '示范银行',
  bankAccountName: '示范面馆',
  bankAccountNumber: '0200 0045 0900 0131 555',
}
const problemsOf = (changed: RegistrationValues) => readRegistration({ ...whole, ...changed }, '2026-11-29').problems

describe('what an employer says of itself when it registers', () => {
  it('is kept without blanks, numbers as they are compared', () => {
    const { values, problems } = readRegistration(whole, '2026-11-29')
    expect(problems).toEqual([])
    expect(values).toMatchObject({
      creditCode: '91110105MA0000007L',
      name: '示范面馆',
      contactMobile: '13812345678',
      bankAccountNumber: '0200004509000131555',
    })
    expect(values).not.toHaveProperty('actualAddress')
  })

  it.each(personNumbers)('takes the number of its legal representative: $shows', ({ onRecord, typed }) => {
    for (const legalRepIdNumber of [onRecord, ...typed]) {
      const { values, problems } = readRegistration({ ...whole, legalRepIdNumber }, '2026-11-29')
      expect(problems, legalRepIdNumber).toEqual([])
      expect(values.legalRepIdNumber).toBe(onRecord)
    }
  })

  it.each([
    ['creditCode', '91110000600037341M', 'CHECKSUM'],
    ['creditCode', '9111O000600037341L', 'WRONG'],
    ['creditCode', '　', 'REQUIRED'],
    ['unitType', 'CLUB', 'WRONG'],
    ['industry', 'Z', 'WRONG'],
    ['legalRepIdNumber', '110105194912310021', 'CHECKSUM'],
    ['legalRepName', '张三1', 'WRONG'],
    ['contactMobile', '12812345678', 'WRONG'],
    ['bankAccountNumber', '12ab', 'WRONG'],
    ['email', 'nobody', 'WRONG'],
  ] as const)('%s %s is told as %s', (field, value, code) => {
    expect(problemsOf({ [field]: value })).toEqual([{ field, code }])
  })

  it('names everything that is missing at once', () => {
    expect(readRegistration({}, '2026-11-29').problems).toHaveLength(13)
  })
})

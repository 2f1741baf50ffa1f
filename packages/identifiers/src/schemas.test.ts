import { describe, expect, expectTypeOf, it } from 'vitest'
import { CreditCode, Mobile, PersonName, ResidentId, identifierSchema } from './index.ts'

describe('schemas', () => {
  it('give the normalised value', () => {
    expect(ResidentId.parse('11010519491231002x')).toBe('11010519491231002X')
    expect(PersonName.parse(' 张　三 ')).toBe('张三')
    expectTypeOf(Mobile.parse('13812345678')).toEqualTypeOf<Mobile>()
  })

  it('say the failure code and what was expected', () => {
    const { error } = CreditCode.safeParse('91110000600037341M')
    expect(error?.issues).toMatchObject([
      { code: 'custom', message: 'CHECKSUM', params: { type: 'CREDIT_CODE', code: 'CHECKSUM', expected: 'L' } },
    ])
  })

  it('refuse what is no text, and a future birth once they know today', () => {
    expect(ResidentId.safeParse(110101199003078670n).success).toBe(false)
    expect(identifierSchema('RESIDENT_ID', '1990-03-06').safeParse('110101199003078670').success).toBe(false)
  })
})

import { expect, it } from 'vitest'
import { openPayment } from './open-payment.ts'

const [failed, sent, unknown, paid] = [
  { status: 'FAILED' },
  { status: 'SENT_TO_BANK' },
  { status: 'UNKNOWN' },
  { status: 'SUCCESS' },
] as const

it('is the last attempt without an answer', () => {
  expect(openPayment({ status: 'SENT_TO_BANK', payments: [failed, sent] })).toBe(sent)
  expect(openPayment({ status: 'SENT_TO_BANK', payments: [failed, unknown] })).toBe(unknown)
  expect(openPayment({ status: 'UNPAID', payments: [failed] })).toBeUndefined()
  expect(openPayment({ status: 'UNPAID', payments: [] })).toBeUndefined()
})

it('is the last attempt when the notice was read before the bank reported and the attempts after', () => {
  expect(openPayment({ status: 'SENT_TO_BANK', payments: [failed, paid] })).toBe(paid)
  expect(openPayment({ status: 'POSTED', payments: [paid] })).toBeUndefined()
})

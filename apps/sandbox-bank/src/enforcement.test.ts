import { EnforcementStatus } from '@shebao/bank-protocol/enforcement'
import type { EnforcementRequest } from '@shebao/bank-protocol/enforcement'
import { describe, expect, it } from 'vitest'
import { answer, MANNERS, usualBalance } from './enforcement.ts'
import type { HeldRequest } from './enforcement.ts'
import { dayOf } from './arrival.ts'
import { startTestBank } from './testing/test-bank.ts'

const unit = { name: '甲 <公司>', creditCode: '91110108MA00000001' }
const today = dayOf(Date.now())
const shared = { request: 'QZ2026000001-002', caseNumber: 'QZ2026000001', unit, issuedOn: today }
const notice: EnforcementRequest = {
  kind: 'ALLOCATION',
  ...shared,
  account: '6200123412341234',
  amount: 1000,
  replaces: null,
}
const held = (request: EnforcementRequest): HeldRequest => ({ request, replies: [], withdrawn: false, takenAtMs: 0 })
const holding = { account: '6200123412341234', balance: usualBalance }
const said = (request: EnforcementRequest, manner: (typeof MANNERS)[number]) =>
  answer(held(request), manner, holding, { nowMs: Date.now(), lateMs: 1000 })

describe('a notice to draw', () => {
  it('is answered in every manner, and what is drawn is credited under the reference of its answer', () => {
    expect(said(notice, 'BY_HAND')).toBeUndefined()
    for (const manner of MANNERS.filter((one) => one !== 'BY_HAND')) {
      const answered = said(notice, manner)
      const replies = answered?.held.replies ?? []
      const drawn = replies.flatMap((reply) => (reply.kind === 'ALLOCATION' && reply.amount > 0 ? [reply] : []))
      expect(answered?.credits.map(({ reference, amount }) => [reference, amount])).toEqual(
        drawn.map(({ reference, amount }) => [reference, amount]),
      )
      const sum = drawn.reduce((total, { amount }) => total + amount, 0)
      expect([manner, sum]).toEqual([manner, manner === 'REFUSE' ? 0 : manner === 'TOO_MUCH' ? 1100 : 1000])
      expect([manner, answered?.deliveries.length]).toEqual([
        manner,
        manner === 'SILENT' ? 0 : manner === 'TWICE' || manner === 'IN_PART' ? 2 : 1,
      ])
    }
  })

  it('draws no more than is on the account', () => {
    const answered = answer(held(notice), 'AT_ONCE', { ...holding, balance: 300 }, { nowMs: Date.now(), lateMs: 0 })
    expect(answered?.credits.map(({ amount }) => amount)).toEqual([300])
  })
})

it('the bank answers by itself, keeps what it said over a restart, and lets a tester answer by hand', async () => {
  const bank = await startTestBank()
  try {
    const inquiry: EnforcementRequest = { kind: 'INQUIRY', ...shared }
    const status = async (number = inquiry.request) =>
      EnforcementStatus.parse(await (await bank.call('GET', `/enforcement/${number}`)).json())
    expect((await bank.call('POST', '/enforcement', inquiry, Buffer.alloc(32, 9))).status).toBe(401)
    expect((await bank.call('POST', '/enforcement', { ...inquiry, unit: {} })).status).toBe(400)
    for (const expected of [201, 200]) expect((await bank.call('POST', '/enforcement', inquiry)).status).toBe(expected)
    expect((await bank.call('POST', '/enforcement', { ...inquiry, caseNumber: 'QZ2' })).status).toBe(409)
    const first = await status()
    expect(first).toMatchObject({ state: 'ANSWERED', replies: [{ balance: usualBalance, asOf: today, more: false }] })

    const page = '/rehearsal/enforcement?lang=en'
    expect(await (await bank.open(page)).text()).toContain('甲 &#60;公司&#62;')
    const press = (form: Record<string, string>) => bank.press(page, { account: '', balance: '', ...form })
    expect((await press({ manner: 'AT_ONCE', balance: '1,5' })).status).toBe(400)
    expect((await press({ manner: 'BY_HAND' })).status).toBe(303)
    const drawn = { ...notice, request: 'QZ2026000001-005', account: first.replies[0]?.account ?? '' }
    await bank.call('POST', '/enforcement', drawn)
    expect(await status(drawn.request)).toMatchObject({ state: 'OPEN', replies: [] })
    await press({ manner: 'IN_PART', request: drawn.request })
    expect((await status(drawn.request)).replies.map(({ more }) => more)).toEqual([true, false])
    await bank.startProcess()
    expect((await status(drawn.request)).replies).toHaveLength(2)
    expect(await status()).toEqual(first)
    const csv = await (await bank.call('GET', `/statements/${today}.csv`)).text()
    expect(csv.split('QZ2026000001-005')).toHaveLength(3)
    expect(
      EnforcementStatus.parse(await (await bank.call('POST', `/enforcement/${drawn.request}/withdraw`)).json()).state,
    ).toBe('WITHDRAWN')
    expect((await bank.call('GET', '/enforcement/QZ-unknown-1')).status).toBe(404)
  } finally {
    await bank.close()
  }
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DebitOutcome } from './agreement.ts'
import { dayOf } from './arrival.ts'
import type { Behaviour } from './order.ts'
import { AgreementStatus, OrderStatus } from '@shebao/bank-protocol'
import type { AgreementRequest, DebitRequest } from '@shebao/bank-protocol'
import { account, startTestBank, until } from './testing/test-bank.ts'
import type { TestBank } from './testing/test-bank.ts'

let bank: TestBank
beforeAll(async () => {
  bank = await startTestBank()
})
afterAll(() => bank.close())

let counter = 0
const agreementOf = (change: Partial<AgreementRequest> = {}): AgreementRequest => ({
  agreementNo: `WT20261125${(counter += 1)}`,
  accountHolder: '甲 <公司>',
  payee: account.name,
  returnPath: '/employer/bills/agreement',
  language: 'en',
  ...change,
})
const ask = async (request: AgreementRequest) =>
  AgreementStatus.parse(await (await bank.call('POST', '/agreements', request)).json())
const state = async (agreementNo: string) =>
  AgreementStatus.parse(await (await bank.call('GET', `/agreements/${agreementNo}`)).json())

async function signed(outcome: DebitOutcome = 'PAYS', behaviour: Behaviour = 'ONCE') {
  const request = agreementOf()
  const { signPath } = await ask(request)
  await bank.press(signPath, { action: 'agree', outcome, behaviour })
  return { agreementNo: request.agreementNo, signPath }
}

const debitOf = (agreementNo: string, change: Partial<DebitRequest> = {}): DebitRequest => ({
  key: `debit-${(counter += 1)}-key`,
  amount: 370_300,
  agreementNo,
  payee: account.name,
  noticeNumber: 'JF202611000001',
  period: '2026-11',
  validForSeconds: 3600,
  ...change,
})
const draw = (request: DebitRequest) => bank.call('POST', '/debits', request)
const order = async (key: string) => OrderStatus.parse(await (await bank.call('GET', `/orders/${key}`)).json())
const heardOf = (key: string) => bank.heard.filter((event) => event.key === key)

describe('an agreement', () => {
  it('is asked for once, signed by a person and ended by the office', async () => {
    const request = agreementOf()
    const first = await ask(request)
    expect(first).toMatchObject({ state: 'PENDING', accountMasked: null })
    expect(await ask(request)).toEqual(first)
    expect((await bank.call('POST', '/agreements', { ...request, accountHolder: '乙公司' })).status).toBe(409)
    const html = await (await bank.open(first.signPath)).text()
    expect(html).toContain('Agree and sign')
    expect(html).toContain('甲 &#60;公司&#62;')
    expect(await (await bank.open(`${first.signPath}?lang=zh-CN`)).text()).toContain('同意并签约')

    const back = await bank.press(first.signPath, { action: 'agree' })
    expect([back.status, back.headers.get('location')]).toEqual([303, 'http://127.0.0.1:4000/employer/bills/agreement'])
    expect(await state(request.agreementNo)).toMatchObject({
      state: 'ACTIVE',
      accountMasked: expect.stringMatching(/^\*{12}\d{4}$/),
    })
    await bank.press(first.signPath, { action: 'refuse' })
    expect((await state(request.agreementNo)).state).toBe('ACTIVE')

    for (const _twice of [1, 2])
      expect((await bank.call('POST', `/agreements/${request.agreementNo}/end`)).status).toBe(200)
    await bank.press(first.signPath, { action: 'agree' })
    expect((await state(request.agreementNo)).state).toBe('ENDED')
  })

  it('can be refused or left for later', async () => {
    const request = agreementOf()
    const { signPath } = await ask(request)
    await bank.press(signPath, { action: 'later' })
    expect((await state(request.agreementNo)).state).toBe('PENDING')
    await bank.press(signPath, { action: 'refuse' })
    expect((await state(request.agreementNo)).state).toBe('REFUSED')
  })

  it('is nothing to strangers', async () => {
    const forged = Buffer.alloc(32, 4)
    const { agreementNo } = await signed()
    expect((await bank.call('POST', '/agreements', agreementOf(), forged)).status).toBe(401)
    expect((await bank.call('GET', `/agreements/${agreementNo}`, undefined, forged)).status).toBe(401)
    expect((await bank.call('POST', `/agreements/${agreementNo}/end`, undefined, forged)).status).toBe(401)
    expect((await bank.call('POST', '/debits', debitOf(agreementNo), forged)).status).toBe(401)
    expect((await bank.open('/agree/unknown')).status).toBe(404)
    expect((await bank.call('POST', '/agreements', agreementOf({ returnPath: '//evil.example/' }))).status).toBe(400)
  })
})

describe('a debit', () => {
  it('is drawn once for a key and stands in the day’s statement, also after a kill', async () => {
    const { agreementNo } = await signed()
    const request = debitOf(agreementNo)
    await bank.startProcess()
    expect(OrderStatus.parse(await (await draw(request)).json()).state).toBe('OPEN')
    await bank.kill()
    await bank.startProcess()
    expect((await draw(request)).status).toBe(200)
    expect((await draw({ ...request, amount: 1 })).status).toBe(409)
    await until(() => heardOf(request.key).length > 0)
    const paid = await order(request.key)
    expect(paid).toMatchObject({ state: 'PAID', paidAmount: 370_300 })
    const today = dayOf(Date.now())
    const xml = await (await bank.call('GET', `/statements/${today}`)).text()
    expect(xml.split(`<EndToEndId>${request.key}</EndToEndId>`)).toHaveLength(2)
    expect(xml).toContain('<Cd>IDDT</Cd>')
    // It has no cashier's page.
    expect((await bank.open(paid.payPath)).status).toBe(404)
  })

  it.each(['INSUFFICIENT', 'ACCOUNT_FROZEN'] as const)('of an account that is %s fails', async (outcome) => {
    const { agreementNo } = await signed(outcome)
    const request = debitOf(agreementNo)
    await draw(request)
    await until(() => heardOf(request.key).length === 1)
    expect(heardOf(request.key)).toMatchObject([{ type: 'FAILED', failure: outcome, sequence: 1 }])
    expect(await order(request.key)).toMatchObject({ state: 'FAILED', failure: outcome })
    expect((await state(agreementNo)).state).toBe('ACTIVE')
  })

  it('of an agreement cancelled at the bank, ended or unknown is invalid', async () => {
    const { agreementNo } = await signed('CANCELLED')
    const first = debitOf(agreementNo)
    await draw(first)
    expect((await state(agreementNo)).state).toBe('ENDED')
    const second = debitOf(agreementNo)
    const unknown = debitOf('WT-unknown')
    await draw(second)
    await draw(unknown)
    for (const { key } of [first, second, unknown])
      expect(await order(key)).toMatchObject({ state: 'FAILED', failure: 'AGREEMENT_INVALID' })
  })

  it('is never answered by an account that does not answer, and decided once it does', async () => {
    const { agreementNo, signPath } = await signed('NO_ANSWER')
    const request = debitOf(agreementNo)
    expect((await draw(request)).status).toBe(504)
    expect((await bank.call('GET', `/orders/${request.key}`)).status).toBe(504)
    expect(heardOf(request.key)).toEqual([])
    await bank.press(signPath, { action: 'change', outcome: 'PAYS', behaviour: 'ONCE' })
    await until(() => heardOf(request.key).length === 1)
    expect((await order(request.key)).state).toBe('PAID')
  })

  it.each([
    ['TWICE', [2, 2]],
    ['LATE', [2]],
    ['OUT_OF_ORDER', [2, 1]],
    ['CONTRADICTORY', [2, 3]],
  ] as const)('is reported %s as the account’s rehearsal says', async (behaviour, sequences) => {
    const { agreementNo } = await signed('PAYS', behaviour)
    const request = debitOf(agreementNo)
    await draw(request)
    await until(() => heardOf(request.key).length === sequences.length)
    expect(heardOf(request.key).map(({ sequence }) => sequence)).toEqual(sequences)
  })
})

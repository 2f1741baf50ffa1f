import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Behaviour } from './order.ts'
import { OrderStatus, signMessage } from '@shebao/bank-protocol'
import type { OrderRequest } from '@shebao/bank-protocol'
import { sharedKey, startTestBank, until } from './testing/test-bank.ts'
import type { TestBank } from './testing/test-bank.ts'

const request: OrderRequest = {
  key: 'key-00000001',
  amount: 370_300,
  payee: '示范社保基金 <专户>',
  payer: '示范公司',
  noticeNumber: 'JF202611000001',
  period: '2026-11',
  returnPath: '/employer/bills/1',
  language: 'en',
  validForSeconds: 3600,
}

let bank: TestBank

beforeEach(async () => {
  bank = await startTestBank()
})

afterEach(() => bank.close())

const order = async (change: Partial<OrderRequest> = {}) =>
  OrderStatus.parse(await (await bank.call('POST', '/orders', { ...request, ...change })).json())
const status = async () => OrderStatus.parse(await (await bank.call('GET', `/orders/${request.key}`)).json())
const press = (payPath: string, action: string, behaviour: Behaviour = 'ONCE') =>
  bank.press(payPath, { action, behaviour })

describe('orders', () => {
  it('are created once for a key, and the key cannot be used for another amount', async () => {
    const first = await order()
    expect(first.state).toBe('OPEN')
    expect(await order()).toEqual(first)
    expect((await bank.call('POST', '/orders', { ...request, amount: 1 })).status).toBe(409)
  })

  it('are refused without a good, fresh signature over this very body', async () => {
    expect((await bank.call('POST', '/orders', request, Buffer.alloc(32, 4))).status).toBe(401)
    expect((await bank.call('POST', '/orders', request, sharedKey, Date.now() - 6 * 60_000)).status).toBe(401)
    expect((await bank.open(`/orders/${request.key}`)).status).toBe(401)
    const body = JSON.stringify({ ...request, amount: 1 })
    const headers = signMessage(
      sharedKey,
      { method: 'POST', path: '/orders', body: JSON.stringify(request) },
      Date.now(),
    )
    expect((await fetch(`${bank.address()}/orders`, { method: 'POST', headers, body })).status).toBe(401)
  })

  it('cannot send the clerk to another site', async () => {
    for (const returnPath of ['//evil.example/', 'https://evil.example/', '/\\evil.example']) {
      expect((await bank.call('POST', '/orders', { ...request, returnPath })).status).toBe(400)
    }
  })

  it('survive a killed process, with what was confirmed and with messages not yet delivered', async () => {
    await bank.startProcess()
    const { payPath } = await order()
    bank.office.refusals = 1
    await press(payPath, 'pay', 'LATE')
    await bank.kill()
    appendFileSync(join(bank.folder, 'journal.jsonl'), '{"order":{"key":"half-writ')
    await bank.startProcess()
    expect(await status()).toMatchObject({ state: 'PAID', paidAmount: request.amount })
    await until(() => bank.heard.length === 1)
    expect(bank.heard[0]).toMatchObject({ type: 'PAID', key: request.key, amount: request.amount })
    expect(bank.office.forged).toBe(0)
  })
})

describe('the cashier', () => {
  it('shows what is paid to whom, escaped, in both languages', async () => {
    const { payPath } = await order()
    const english = await (await bank.open(payPath)).text()
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('3,703.00')
    expect(english).toContain('&#60;专户&#62;')
    expect(await (await bank.open(`${payPath}?lang=zh-CN`)).text()).toContain('确认付款')
    expect((await bank.open('/pay/unknown')).status).toBe(404)
  })

  it('leads back after each choice and takes the money once', async () => {
    const { payPath } = await order()
    const later = await press(payPath, 'later')
    expect([later.status, later.headers.get('location')]).toEqual([303, 'http://127.0.0.1:4000/employer/bills/1'])
    expect((await status()).state).toBe('OPEN')
    await press(payPath, 'pay')
    const paid = await status()
    await press(payPath, 'pay')
    expect(await status()).toEqual(paid)
    await until(() => bank.heard.length === 1)
  })

  it('does not take money for an order that has expired', async () => {
    const { payPath } = await order({ validForSeconds: 1 })
    await new Promise((resolve) => setTimeout(resolve, 1050))
    await press(payPath, 'pay')
    expect((await status()).state).toBe('EXPIRED')
  })
})

describe('notifications', () => {
  const expected: Record<Behaviour, [string, number][]> = {
    ONCE: [['PAID', 2]],
    TWICE: [
      ['PAID', 2],
      ['PAID', 2],
    ],
    LATE: [['PAID', 2]],
    OUT_OF_ORDER: [
      ['PAID', 2],
      ['FAILED', 1],
    ],
    CONTRADICTORY: [
      ['PAID', 2],
      ['FAILED', 3],
    ],
    WRONG_AMOUNT: [['PAID', 2]],
    SILENT: [],
  }
  it.each(Object.entries(expected))('%s', async (behaviour, events) => {
    const { payPath } = await order()
    await press(payPath, 'pay', behaviour as Behaviour)
    await until(() => bank.heard.length === events.length)
    expect(bank.heard.map((event) => [event.type, event.sequence])).toEqual(events)
    // The same event has the same id however often it is sent; a different one has its own.
    expect(new Set(bank.heard.map(({ eventId }) => eventId)).size).toBe(new Set(events.map(([type]) => type)).size)
    expect((await status()).paidAmount).toBe(behaviour === 'WRONG_AMOUNT' ? request.amount - 100 : request.amount)
  })

  it('are repeated until the office answers 200', async () => {
    const { payPath } = await order()
    bank.office.refusals = 2
    await press(payPath, 'fail')
    await until(() => bank.heard.length === 1)
    expect(bank.heard[0]).toMatchObject({ type: 'FAILED', failure: 'INSUFFICIENT' })
  })
})

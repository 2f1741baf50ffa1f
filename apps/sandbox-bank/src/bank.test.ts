import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Behaviour } from './order.ts'
import { BankEvent, OrderStatus, signatureProblem, signMessage } from './protocol.ts'
import type { OrderRequest } from './protocol.ts'

const sharedKey = Buffer.alloc(32, 3)
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

let folder: string
let office: Server
let heard: BankEvent[]
let refusals: number
let forged: number
let bank: ChildProcess
let origin: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-bank-'))
  heard = []
  refusals = 0
  forged = 0
  office = createServer((message, answer) => {
    let body = ''
    message.on('data', (part) => {
      body += String(part)
    })
    message.on('end', () => {
      const problem = signatureProblem(
        sharedKey,
        { method: 'POST', path: '/bank/notifications', body },
        message.headers,
        Date.now(),
      )
      const refused = !problem && refusals > 0
      if (problem) forged += 1
      if (refused) refusals -= 1
      if (!problem && !refused) heard.push(BankEvent.parse(JSON.parse(body)))
      answer.writeHead(problem ? 401 : refused ? 503 : 200).end()
    })
  })
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve))
  await startBank()
})

afterEach(async () => {
  await end('SIGTERM')
  office.close()
  rmSync(folder, { recursive: true })
})

async function startBank(): Promise<void> {
  const { port } = office.address() as AddressInfo
  bank = fork(new URL('./main.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    env: {
      ...process.env,
      BANK_PORT: '0',
      BANK_SHARED_KEY: sharedKey.toString('hex'),
      BANK_RETURN_ORIGIN: 'http://127.0.0.1:4000/',
      BANK_NOTIFY_URL: `http://127.0.0.1:${port}/bank/notifications`,
      BANK_DATA_DIR: folder,
      BANK_LATE_SECONDS: '1',
    },
  })
  origin = await new Promise((resolve, reject) => {
    bank.once('message', (message: { port: number }) => resolve(`http://127.0.0.1:${message.port}`))
    bank.once('exit', () => reject(new Error('the bank did not start')))
  })
}

function end(signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    bank.once('exit', () => resolve())
    bank.kill(signal)
  })
}

async function call(
  method: 'GET' | 'POST',
  path: string,
  payload?: unknown,
  key: Uint8Array = sharedKey,
  at = Date.now(),
): Promise<Response> {
  const body = payload === undefined ? '' : JSON.stringify(payload)
  return fetch(origin + path, {
    method,
    headers: {
      ...signMessage(key, { method, path, body }, at),
      ...(payload ? { 'content-type': 'application/json' } : {}),
    },
    ...(payload ? { body } : {}),
  })
}

const order = async (change: Partial<OrderRequest> = {}) =>
  OrderStatus.parse(await (await call('POST', '/orders', { ...request, ...change })).json())
const status = async () => OrderStatus.parse(await (await call('GET', `/orders/${request.key}`)).json())
const press = (payPath: string, action: string, behaviour: Behaviour = 'ONCE') =>
  fetch(origin + payPath, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ action, behaviour }) })

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('orders', () => {
  it('are created once for a key, and the key cannot be used for another amount', async () => {
    const first = await order()
    expect(first.state).toBe('OPEN')
    expect(await order()).toEqual(first)
    expect((await call('POST', '/orders', { ...request, amount: 1 })).status).toBe(409)
  })

  it('are refused without a good, fresh signature over this very body', async () => {
    expect((await call('POST', '/orders', request, Buffer.alloc(32, 4))).status).toBe(401)
    expect((await call('POST', '/orders', request, sharedKey, Date.now() - 6 * 60_000)).status).toBe(401)
    expect((await fetch(`${origin}/orders/${request.key}`)).status).toBe(401)
    const body = JSON.stringify({ ...request, amount: 1 })
    const headers = signMessage(
      sharedKey,
      { method: 'POST', path: '/orders', body: JSON.stringify(request) },
      Date.now(),
    )
    expect((await fetch(`${origin}/orders`, { method: 'POST', headers, body })).status).toBe(401)
  })

  it('cannot send the clerk to another site', async () => {
    for (const returnPath of ['//evil.example/', 'https://evil.example/', '/\\evil.example']) {
      expect((await call('POST', '/orders', { ...request, returnPath })).status).toBe(400)
    }
  })

  it('survive a killed process, with what was confirmed and with messages not yet delivered', async () => {
    const { payPath } = await order()
    refusals = 1
    await press(payPath, 'pay', 'LATE')
    await end('SIGKILL')
    appendFileSync(join(folder, 'journal.jsonl'), '{"order":{"key":"half-writ')
    await startBank()
    expect(await status()).toMatchObject({ state: 'PAID', paidAmount: request.amount })
    await until(() => heard.length === 1)
    expect(heard[0]).toMatchObject({ type: 'PAID', key: request.key, amount: request.amount })
    expect(forged).toBe(0)
  })
})

describe('the cashier', () => {
  it('shows what is paid to whom, escaped, in both languages', async () => {
    const { payPath } = await order()
    const english = await (await fetch(origin + payPath)).text()
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('3,703.00')
    expect(english).toContain('&#60;专户&#62;')
    expect(await (await fetch(`${origin}${payPath}?lang=zh-CN`)).text()).toContain('确认付款')
    expect((await fetch(`${origin}/pay/unknown`)).status).toBe(404)
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
    await until(() => heard.length === 1)
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
    await until(() => heard.length === events.length)
    expect(heard.map((event) => [event.type, event.sequence])).toEqual(events)
    // The same event has the same id however often it is sent; a different one has its own.
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(new Set(events.map(([type]) => type)).size)
    expect((await status()).paidAmount).toBe(behaviour === 'WRONG_AMOUNT' ? request.amount - 100 : request.amount)
  })

  it('are repeated until the office answers 200', async () => {
    const { payPath } = await order()
    refusals = 2
    await press(payPath, 'fail')
    await until(() => heard.length === 1)
    expect(heard[0]).toMatchObject({ type: 'FAILED', failure: 'INSUFFICIENT' })
  })
})

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from './arrival.ts'
import { buildCamt053 } from './camt053.ts'
import { bankStatement } from './day-files.ts'
import { leaveHistory, pastArrival } from './history.ts'
import type { History } from './history.ts'
import { account, startTestBank } from './testing/test-bank.ts'
import type { TestBank } from './testing/test-bank.ts'

const days = ['2024-02-29', '2025-12-31'] as const
const payment = (day: string, reference: string, amount: number) =>
  pastArrival(day, {
    reference,
    key: `history-${reference}`,
    channel: 'E_BANK',
    amount,
    payerName: '甲公司',
    remittance: `JF${reference}`,
  })
const history: History = {
  arrivals: [payment(days[0], 'P1', 370_300), payment(days[1], 'P2', 100), payment(days[1], 'P3', 2_000_50)],
  flaws: [{ kind: 'AMOUNT', day: days[1], reference: 'P2' }],
}

describe('money of before the bank’s first start', () => {
  let bank: TestBank
  const file = async (path: string) => (await bank.call('GET', path)).text()
  const amounts = async (path: string) =>
    (await file(path)).split('\r\n').flatMap((line) => (line.startsWith('ENTRY,') ? [line.split(',')[7]] : []))
  const allFiles = async () =>
    Promise.all(
      days.flatMap((day) => [file(`/statements/${day}`), file(`/statements/${day}.csv`), file(`/treasury/${day}.csv`)]),
    )

  beforeAll(async () => {
    bank = await startTestBank()
    leaveHistory(bank.folder, history)
    await bank.startProcess()
  })
  afterAll(() => bank.close())

  it('stands in the files of its days, with the mistakes that were left with it', async () => {
    expect(await amounts(`/statements/${days[0]}.csv`)).toEqual(['3703.00'])
    expect(await amounts(`/statements/${days[1]}.csv`)).toEqual(['2.00', '2000.50'])
    expect(await amounts(`/treasury/${days[1]}.csv`)).toEqual(['1.00', '2000.50'])
    const xml = await file(`/statements/${days[1]}`)
    expect(xml).toContain('<EndToEndId>history-P2</EndToEndId>')
    expect(xml).toContain('<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">3703.00</Amt>')
    expect(xml).toContain('<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">5705.50</Amt>')
  })

  it('gives the same bytes each time, after new money and after a kill, as they were made of it without a bank', async () => {
    const first = await allFiles()
    expect(first[0]).toBe(buildCamt053(bankStatement(account, history, days[0])))
    expect(first[3]).toBe(buildCamt053(bankStatement(account, history, days[1])))
    expect(await allFiles()).toEqual(first)
    const transfer = { action: 'transfer', payerName: '乙公司', amount: '5', remittance: '社保费' }
    await bank.press(`/rehearsal?day=${dayOf(Date.now())}`, transfer)
    await bank.kill()
    await bank.startProcess()
    expect(await allFiles()).toEqual(first)
    expect(await amounts(`/statements/${dayOf(Date.now())}.csv`)).toEqual(['5.00'])
  })

  it('is taken over once, also when the bank is killed before it has put the file away', async () => {
    const first = await allFiles()
    expect(existsSync(join(bank.folder, 'history.json'))).toBe(false)
    leaveHistory(bank.folder, history)
    await bank.startProcess()
    expect(await allFiles()).toEqual(first)
    expect(existsSync(join(bank.folder, 'history.json'))).toBe(false)
  })

  it('can be mended like a day of today', async () => {
    await bank.press(`/rehearsal?day=${days[1]}`, { action: 'mend' })
    expect(await amounts(`/statements/${days[1]}.csv`)).toEqual(['1.00', '2000.50'])
  })
})

import type { Explanation } from '@shebao/premium'
import { findFalseNodes } from '@shebao/test-support/premium'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { beginPayment, reportPaid } from '../../../testing/money/payment/paid-online.ts'
import { createDesk } from '../../../testing/money/reconciliation/office-day.ts'
import { openScreens, reasonOf, takeFile } from '../../../testing/money/reconciliation/reconciliation-screens.ts'
import type { ShownItem } from '../../../testing/money/reconciliation/reconciliation-screens.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { reconcileDay } from './reconcile-day.ts'
import { finishDays } from './reconciliation-jobs.ts'
import { bankFile, line, treasuryFile } from '../../../testing/money/reconciliation/statement-files.ts'
import { deriveFor, explanationOf } from '../../../testing/ask-derivation.ts'

let fixture: BillingFixture
beforeAll(async () => {
  fixture = await openBillingFixture()
})
afterAll(() => fixture.close())
beforeEach(() => fixture.platform.clock.set('2026-11-25T10:00:00+08:00'))

const officer = staffViewer(['OFFICER'])
const reviewer = staffViewer(['REVIEWER'])
const head = staffViewer(['HEAD'])
const auditor = staffViewer(['AUDITOR'])
/** 10 000.00 yuan in Beijing, class 1 (domain specification, section 2.4). */
const vector = 370_300

type Billed = Awaited<ReturnType<typeof bill>>
const bill = (wages?: readonly number[]) => createDesk(fixture).bill(wages)
const notice = (id: string) => fixture.platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })
const take = (text: string, fileName?: string) => takeFile(fixture.platform, text, officer, fileName)
const begin = (billed: Billed, day: string) => beginPayment(fixture, billed, day)
const report = (key: string, reference: string, day: string, amount = vector) =>
  reportPaid(fixture, key, { reference, day, amount })

/** Begins a payment and lets the bank report it; the money is posted with this reference on this day. */
async function pay(billed: Billed, reference: string, day: string, reported = vector): Promise<string> {
  const key = await begin(billed, day)
  await report(key, reference, day, reported)
  fixture.platform.clock.set('2026-11-25T10:00:00+08:00')
  return key
}

const { itemsOf, itemOf, markFor, resolve, close, confirm, takeBack } = openScreens(() => fixture.platform)

/** Decided and thought better of: the books are what they were, and it can be decided once more. */
async function decideAndTakeBack(input: { itemId: string; resolution: string; otherDay?: string }): Promise<void> {
  const before = (await proveLedger(fixture.platform)).balances
  for (let time = 0; time < 2; time += 1) {
    expect(reasonOf(await resolve(officer, input), 'resolveReconciliationItem')).toBe('ReconciliationItemResolved')
    expect(await takeBack(officer, input.itemId)).toBe('ReconciliationItemResolved')
    const { balances, breaks } = await proveLedger(fixture.platform)
    expect(breaks).toEqual([])
    expect(nonZero(balances)).toEqual(nonZero(before))
  }
}
const nonZero = (balances: ReadonlyMap<string, number>) =>
  Object.fromEntries([...balances].filter(([, amount]) => amount !== 0))

async function expectLedgerHolds(): Promise<void> {
  expect((await proveLedger(fixture.platform)).breaks).toEqual([])
}
const balance = async (code: string) => (await proveLedger(fixture.platform)).balances.get(code) ?? 0

describe('a day on which everything agrees', () => {
  const day = '2026-10-12'
  it('is matched by itself, closes with both files, and its notices are RECONCILED', async () => {
    const billed = await bill()
    const key = await pay(billed, 'R-1', day)
    const bank = [line('R-1', vector, { endToEndId: key })]
    expect(await take(bankFile(day, bank))).toMatchObject({ kind: 'IMPORTED', day, entries: 1 })
    expect(await close(head, day)).toBe('TREASURY_FILE_MISSING')
    expect(await take(treasuryFile(day, bank))).toMatchObject({ kind: 'IMPORTED', source: 'TREASURY' })
    expect(await itemsOf(day)).toMatchObject([
      {
        outcome: 'MATCHED',
        resolution: 'MATCHED',
        systemAmount: vector,
        bankAmount: vector,
        treasuryAmount: vector,
        choices: [],
      },
    ])
    expect(await close(officer, day)).toBe('ReconciliationDayClosed')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'RECONCILED' })
    expect(await close(head, day)).toBe('ALREADY_CLOSED')
    expect(await take(bankFile(day, [...bank, line('R-1b', 100)]))).toMatchObject({
      problems: [{ code: 'DAY_CLOSED' }],
    })
    await expectLedgerHolds()
  })

  it('proves a payment of which the bank never told us', async () => {
    const billed = await bill()
    const other = '2026-10-13'
    const key = await begin(billed, other)
    const outcome = await take(bankFile(other, [line('R-2', vector, { endToEndId: key })]))
    expect(outcome).toMatchObject({ kind: 'IMPORTED', result: { proved: 1, open: 0 } })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    await expectLedgerHolds()
  })
})

describe('a transfer that we did not begin', () => {
  it('becomes a payment of the one employer it names, oldest debt first, and only once', async () => {
    const billed = await bill()
    const day = '2026-10-14'
    const bank = [line('T-1', vector + 500, { remittance: `社保费 ${billed.registrationNo}` })]
    const file = bankFile(day, bank)
    expect(await take(file)).toMatchObject({ result: { newPayments: 1, employers: 1, toIdentify: 0, open: 0 } })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await findEmployerBalance(fixture.platform, billed.employerId)).toEqual({ owed: 0, credit: 500 })
    // As it goes out.
    expect(JSON.parse(JSON.stringify(await take(file)))).toEqual({
      kind: 'REPEATED',
      day: expect.any(String),
      earlier: { fileName: 'file', importedAt: expect.any(String), importedByName: null },
    })
    await reconcileDay(fixture.platform, day)
    expect(await fixture.platform.database.prisma.payment.count({ where: { employerId: billed.employerId } })).toBe(1)
    await expectLedgerHolds()
  })

  it('goes to the notice it names', async () => {
    const billed = await bill()
    const day = '2026-10-15'
    await take(bankFile(day, [line('T-2', vector, { remittance: billed.number.toLowerCase() })]))
    expect(
      await fixture.platform.database.prisma.payment.findFirstOrThrow({ where: { employerId: billed.employerId } }),
    ).toMatchObject({
      noticeId: billed.noticeId,
      channel: 'BANK_TRANSFER',
      valueDate: day,
      bankReference: 'T-2',
    })
  })

  it('that names nobody, or two, waits in suspense until a person assigns it', async () => {
    const [one, two] = [await bill(), await bill()]
    const day = '2026-10-16'
    const before = await balance('SUSPENSE:BANK')
    const unit = await fixture.platform.database.prisma.employer.findUniqueOrThrow({ where: { id: one.employerId } })
    const outcome = await take(
      bankFile(day, [
        line('T-3', vector, { payerName: unit.name, remittance: '十月社保' }),
        line('T-4', 100, { payerName: '某某', remittance: `${one.registrationNo} ${two.registrationNo}` }),
      ]),
    )
    expect(outcome).toMatchObject({ result: { newPayments: 0, toIdentify: 2, open: 2 } })
    expect(await balance('SUSPENSE:BANK')).toBe(before - vector - 100)
    const [suggested, unknown] = (await itemsOf(day)) as [ShownItem, ShownItem]
    expect(suggested).toMatchObject({
      outcome: 'BANK_ONLY',
      employerId: one.employerId,
      choices: ['ASSIGN', 'RETURN_TO_PAYER'],
    })
    expect(unknown.employerId).toBeNull()
    const input = { itemId: suggested.id, resolution: 'ASSIGN', employerId: one.employerId }
    expect(reasonOf(await resolve(officer, { ...input, noticeNumber: two.number }), 'resolveReconciliationItem')).toBe(
      'NOTICE_OF_OTHER',
    )
    expect(reasonOf(await resolve(officer, { ...input, note: ' ' }), 'resolveReconciliationItem')).toBe('NOTE_MISSING')
    // Two people who looked at the same moment: one assigns it, the other hears that it is done.
    const seen = { ...input, decidedOn: await markFor(suggested.id) }
    const both = await Promise.all([resolve(officer, seen), resolve(head, { ...seen, note: '由另一人认定' })])
    expect(both.map((answer) => reasonOf(answer, 'resolveReconciliationItem')).toSorted()).toEqual([
      'ReconciliationItemResolved',
      'StaleDecision',
    ])
    expect(await balance('SUSPENSE:BANK')).toBe(before - 100)
    const returned = await resolve(officer, { itemId: unknown.id, resolution: 'RETURN_TO_PAYER' })
    expect(reasonOf(returned, 'resolveReconciliationItem')).toBe('ReconciliationItemResolved')
    expect(await balance('SUSPENSE:BANK')).toBe(before - 100)
    // Another file of the day: what people decided stays as it is, and the line is in no second item.
    await take(treasuryFile(day, [line('T-3', vector), line('T-4', 100)]))
    expect(
      (await itemsOf(day)).map(({ outcome: name, resolution, treasuryAmount }) => [name, resolution, treasuryAmount]),
    ).toEqual([
      ['BANK_ONLY', 'ASSIGN', vector],
      ['BANK_ONLY', 'RETURN_TO_PAYER', 100],
    ])
    await expectLedgerHolds()
  })
})

describe('a payment that the bank does not list', () => {
  it('is settled by itself when another day’s file shows it', async () => {
    const billed = await bill()
    const [day, next] = ['2026-10-19', '2026-10-20']
    const key = await pay(billed, 'S-1', day)
    await take(bankFile(day, []))
    expect(await itemsOf(day)).toMatchObject([
      { outcome: 'SYSTEM_ONLY', resolution: null, choices: ['BOOKED_OTHER_DAY', 'REVERSE'] },
    ])
    await take(bankFile(next, [line('S-1', vector, { endToEndId: key })]))
    expect(await itemsOf(next)).toMatchObject([{ outcome: 'MATCHED', otherDay: day }])
    expect(await itemsOf(day)).toMatchObject([
      { outcome: 'SYSTEM_ONLY', resolution: 'BOOKED_OTHER_DAY', otherDay: next },
    ])
  })

  it('is taken back by two people: entries mirrored, notice open, months unpaid', async () => {
    const billed = await bill()
    const day = '2026-10-21'
    await pay(billed, 'S-2', day)
    await take(bankFile(day, []))
    const { id } = await itemOf(day, 'SYSTEM_ONLY')
    expect(await confirm(head, id)).toBe('NOT_REQUESTED')
    expect(reasonOf(await resolve(head, { itemId: id, resolution: 'REVERSE' }), 'resolveReconciliationItem')).toBe(
      'ReconciliationItemResolved',
    )
    expect(await confirm(head, id)).toBe('SAME_PERSON')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    const paid = nonZero((await proveLedger(fixture.platform)).balances)
    expect(await confirm(reviewer, id)).toBe('ReconciliationItemResolved')
    // They were wrong: whoever confirmed it does not say so alone, and an officer not at all.
    expect(await takeBack(officer, id)).toBe('FORBIDDEN')
    expect(await takeBack(reviewer, id)).toBe('SAME_PERSON')
    expect(await takeBack(head, id)).toBe('ReconciliationItemResolved')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(nonZero((await proveLedger(fixture.platform)).balances)).toEqual(paid)
    expect(await itemOf(day, 'SYSTEM_ONLY')).toMatchObject({ resolution: null })
    await resolve(head, { itemId: id, resolution: 'REVERSE' })
    expect(await confirm(reviewer, id)).toBe('ReconciliationItemResolved')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID', postedOn: null })
    expect(
      await fixture.platform.database.prisma.premiumPayment.findMany({ where: { noticeId: billed.noticeId } }),
    ).toMatchObject([{ status: 'UNPAID', postedOn: null }])
    expect((await findEmployerBalance(fixture.platform, billed.employerId)).owed).toBe(vector)
    const seen = await ask(
      fixture.platform,
      head,
      'query ($id: ID!) { paymentNotice(id: $id) { payments { id status failure } } }',
      { id: billed.noticeId },
    )
    // What it had settled stays readable.
    const { payments } = seen.data['paymentNotice'] as unknown as { payments: { id: string }[] }
    expect(payments).toMatchObject([{ status: 'FAILED', failure: 'REVERSED' }])
    expect(await deriveFor(fixture.platform, head, { payment: payments[0]?.id })).toMatchObject({
      label: 'PAYMENT',
      result: { value: vector },
    })
    await reconcileDay(fixture.platform, day)
    expect(await itemsOf(day)).toMatchObject([{ outcome: 'SYSTEM_ONLY', resolution: 'REVERSE' }])
    // Should it come after all, it is new money.
    await take(bankFile('2026-10-22', [line('S-2', vector, { remittance: billed.number })]))
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    await expectLedgerHolds()
  })
})

describe('an amount that differs', () => {
  it('stays in suspense when it is not what was asked, until it goes to the employer’s credit', async () => {
    const billed = await bill()
    const day = '2026-10-26'
    const key = await pay(billed, 'D-1', day, vector - 100)
    await take(bankFile(day, [line('D-1', vector - 100, { endToEndId: key })]))
    const item = await itemOf(day, 'AMOUNT_DIFF')
    expect(item).toMatchObject({
      systemAmount: vector,
      bankAmount: vector - 100,
      choices: ['TO_CREDIT', 'RETURN_TO_PAYER'],
    })
    const before = await balance('SUSPENSE:BANK')
    await decideAndTakeBack({ itemId: item.id, resolution: 'TO_CREDIT' })
    await decideAndTakeBack({ itemId: item.id, resolution: 'RETURN_TO_PAYER' })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID' })
    await resolve(officer, { itemId: item.id, resolution: 'TO_CREDIT' })
    expect(await balance('SUSPENSE:BANK')).toBe(before + vector - 100)
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'PARTIALLY_PAID' })
    await expectLedgerHolds()
  })

  it.each([
    ['2026-10-27', 250, 'TO_CREDIT'],
    ['2026-10-28', 250, 'TO_SUSPENSE'],
    ['2026-10-29', -250, 'TO_SUSPENSE'],
    ['2026-10-30', 250, 'BANK_ERROR'],
  ])('of a posted payment (%s): %i fen more at the bank, %s', async (day, difference, resolution) => {
    const billed = await bill()
    const key = await pay(billed, `D-${day}`, day)
    await take(bankFile(day, [line(`D-${day}`, vector + difference, { endToEndId: key })]))
    const item = await itemOf(day, 'AMOUNT_DIFF')
    const before = {
      bank: await balance('BANK:SANDBOX'),
      suspense: await balance('SUSPENSE:BANK'),
      claims: await balance('BANK:CLAIMS'),
    }
    await decideAndTakeBack({ itemId: item.id, resolution })
    expect(reasonOf(await resolve(officer, { itemId: item.id, resolution }), 'resolveReconciliationItem')).toBe(
      'ReconciliationItemResolved',
    )
    const suspended = resolution === 'TO_SUSPENSE'
    expect({
      bank: await balance('BANK:SANDBOX'),
      suspense: await balance('SUSPENSE:BANK'),
      claims: await balance('BANK:CLAIMS'),
    }).toEqual({
      bank: before.bank + (resolution === 'BANK_ERROR' ? 0 : difference),
      suspense: before.suspense - (suspended && difference > 0 ? difference : 0),
      claims: before.claims - (suspended && difference < 0 ? difference : 0),
    })
    expect((await findEmployerBalance(fixture.platform, billed.employerId)).credit).toBe(
      resolution === 'TO_CREDIT' ? difference : 0,
    )
    await expectLedgerHolds()
  })

  it('of a line that the treasury lists a day later was only on its way', async () => {
    const billed = await bill()
    const [day, next] = ['2026-11-02', '2026-11-03']
    const key = await pay(billed, 'D-9', day)
    await take(bankFile(day, [line('D-9', vector, { endToEndId: key })]))
    await take(treasuryFile(day, []))
    expect(await itemsOf(day)).toMatchObject([
      { outcome: 'AMOUNT_DIFF', resolution: null, choices: ['BOOKED_OTHER_DAY', 'BANK_ERROR'] },
    ])
    await take(treasuryFile(next, [line('D-9', vector)]))
    await take(bankFile(next, []))
    expect(await itemsOf(day)).toMatchObject([
      { outcome: 'AMOUNT_DIFF', resolution: 'BOOKED_OTHER_DAY', otherDay: next },
    ])
    expect(await itemsOf(next)).toMatchObject([{ outcome: 'MATCHED', otherDay: day }])
  })
})

describe('a line that comes again', () => {
  it.each(['TO_CREDIT', 'RETURN_TO_PAYER', 'BANK_ERROR'])('is money in suspense: %s', async (resolution) => {
    const billed = await bill()
    const day = `2026-11-0${4 + ['TO_CREDIT', 'RETURN_TO_PAYER', 'BANK_ERROR'].indexOf(resolution)}`
    const key = await pay(billed, `A-${resolution}`, day)
    const before = { suspense: await balance('SUSPENSE:BANK'), bank: await balance('BANK:SANDBOX') }
    const one = line(`A-${resolution}`, vector, { endToEndId: key })
    await take(bankFile(day, [one, one]))
    const item = await itemOf(day, 'DUPLICATE')
    expect(item.choices).toEqual(['TO_CREDIT', 'RETURN_TO_PAYER', 'BANK_ERROR'])
    expect(await balance('SUSPENSE:BANK')).toBe(before.suspense - vector)
    await decideAndTakeBack({ itemId: item.id, resolution })
    await resolve(officer, { itemId: item.id, resolution })
    expect(await balance('SUSPENSE:BANK')).toBe(before.suspense - (resolution === 'RETURN_TO_PAYER' ? vector : 0))
    expect(await balance('BANK:SANDBOX')).toBe(before.bank + (resolution === 'BANK_ERROR' ? 0 : vector))
    expect((await findEmployerBalance(fixture.platform, billed.employerId)).credit).toBe(
      resolution === 'TO_CREDIT' ? vector : 0,
    )
    await expectLedgerHolds()
  })
})

describe('a file', () => {
  it('of a day that has not come, or with the number of another, is refused', async () => {
    expect(await take(bankFile('2026-11-26', []))).toMatchObject({ problems: [{ code: 'DAY_IN_FUTURE' }] })
    const day = '2026-11-09'
    const file = bankFile(day, [line('F-1', 100)])
    await take(file)
    const forged = file.replaceAll('100.00', '200.00').replaceAll('1.00', '2.00')
    expect(forged).not.toBe(file)
    expect(await take(forged)).toMatchObject({ problems: [{ code: 'CONTRADICTS' }] })
  })

  it('in the other format is the same statement', async () => {
    const day = '2026-11-10'
    await take(bankFile(day, [line('F-2', 100)], 0, 'CAMT053'))
    expect(await take(bankFile(day, [line('F-2', 100)]))).toMatchObject({ kind: 'REPEATED' })
  })

  it('that corrects the day may add lines, but not drop one whose money is booked', async () => {
    const day = '2026-11-11'
    await take(bankFile(day, [line('F-3', 100)]))
    const more = await take(bankFile(day, [line('F-3', 100), line('F-4', 200)]))
    expect(more).toMatchObject({ kind: 'IMPORTED', corrects: true, result: { toIdentify: 2 } })
    expect(await take(bankFile(day, [line('F-4', 200)]))).toMatchObject({
      problems: [{ code: 'CORRECTS_BOOKED', field: 'F-3' }],
    })
    await expectLedgerHolds()
  })

  it('is taken in once when two people bring it at the same moment', async () => {
    const billed = await bill()
    const file = bankFile('2026-11-12', [line('F-5', vector, { remittance: billed.number })])
    const outcomes = await Promise.all([take(file), take(file), take(file)])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['IMPORTED', 'REPEATED', 'REPEATED'])
    expect((await findEmployerBalance(fixture.platform, billed.employerId)).credit).toBe(0)
    await expectLedgerHolds()
  })
})

describe('a report that comes after its day was closed', () => {
  it('is the next open day’s to account for, once', async () => {
    const billed = await bill()
    const [day, next, third] = ['2026-11-17', '2026-11-18', '2026-11-19']
    const key = await begin(billed, day)
    fixture.platform.clock.set('2026-11-25T10:00:00+08:00')
    for (const one of [day, next, third]) {
      await take(bankFile(one, []))
      await take(treasuryFile(one, []))
    }
    expect(await close(head, day)).toBe('ReconciliationDayClosed')
    fixture.platform.clock.set('2026-11-25T10:05:00+08:00')
    await report(key, 'L-1', day)
    await finishDays(fixture.platform)
    expect(await itemsOf(day)).toEqual([])
    expect(await itemsOf(next)).toMatchObject([
      { outcome: 'SYSTEM_ONLY', reference: 'L-1', otherDay: day, choices: ['BOOKED_OTHER_DAY', 'REVERSE'] },
    ])
    // What the books say of it opens into the debts that it settled.
    const { id } = await itemOf(next, 'SYSTEM_ONLY')
    const explained = await ask(
      fixture.platform,
      auditor,
      'query ($id: ID!) { reconciliationItem(id: $id) { systemAmount } }',
      { id },
    )
    expect(explained.data['reconciliationItem']).toMatchObject({ systemAmount: vector })
    const subject = { reconciliationItem: { itemId: id, party: 'SYSTEM' } }
    expect(await deriveFor(fixture.platform, auditor, subject)).toMatchObject({
      label: 'PAYMENT',
      result: { value: vector },
    })
    expect(await close(head, next)).toBe('OPEN_ITEMS')
    await resolve(officer, {
      itemId: (await itemOf(next, 'SYSTEM_ONLY')).id,
      resolution: 'BOOKED_OTHER_DAY',
      otherDay: day,
    })
    expect(await close(head, next)).toBe('ReconciliationDayClosed')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'RECONCILED' })
    await reconcileDay(fixture.platform, third)
    expect(await itemsOf(third)).toEqual([])
    await expectLedgerHolds()
  })
})

describe('sums of a day', () => {
  const day = '2026-11-21'
  type Derived = Explanation | null
  interface Sums {
    systemAmount: number
    totals: { outcome: string; system: number; bank: number; treasury: number }[]
    bankStatement: { statementNo: string; creditTotal: number; debitTotal: number }
    items: { edges: { node: { id: string; bankAmount: number } }[] }
  }
  const why = (subject: Record<string, unknown>): Promise<Derived> => explanationOf(fixture.platform, auditor, subject)
  const sumOf = (party: string, outcome?: string) => why({ reconciliationDay: { day, party, outcome } })
  async function read(viewer = auditor): Promise<Sums> {
    const { data, errors } = await ask(
      fixture.platform,
      viewer,
      `query ($day: Date!) { reconciliationDay(day: $day) { systemAmount totals { outcome system bank treasury }
        bankStatement { statementNo creditTotal debitTotal }
        items(first: 20) { edges { node { id bankAmount } } } } }`,
      { day },
    )
    expect(errors).toEqual([])
    return data['reconciliationDay'] as unknown as Sums
  }

  it('open into what they add up, the largest by themselves and all others as one', async () => {
    const billed = await bill()
    const key = await pay(billed, 'SUM-0', day)
    const unknown = Array.from({ length: 12 }, (_, index) => line(`SUM-${index + 1}`, 1000 * (index + 1)))
    await take(bankFile(day, [line('SUM-0', vector, { endToEndId: key }), ...unknown]))
    const sums = await read()
    const total = (side: 'system' | 'bank') => sums.totals.reduce((sum, each) => sum + each[side], 0)
    const receipts = await why({ receipts: day })
    expect(receipts).toMatchObject({ label: 'DAY_RECEIPTS', result: { value: sums.systemAmount } })
    const [system, bank] = [await sumOf('SYSTEM'), await sumOf('BANK')]
    expect([system?.result.value, bank?.result.value]).toEqual([total('system'), total('bank')])
    expect(await sumOf('BANK', 'MATCHED')).toMatchObject({
      result: { value: vector },
      inputs: [{ params: { reference: 'SUM-0' } }],
    })
    const bankOnly = await sumOf('BANK', 'BANK_ONLY')
    const [largest, ...others] = bankOnly?.inputs ?? []
    expect([largest?.params['reference'], others.length]).toEqual(['SUM-12', 10])
    expect(others.at(-1)).toMatchObject({ params: { count: 2 }, result: { value: 1000 + 2000 } })
    const { bankStatement } = sums
    const statement = await why({ statement: { day, source: 'BANK', figure: 'SUM' } })
    expect(statement).toMatchObject({
      params: { number: bankStatement.statementNo, count: 13 },
      result: { value: bankStatement.creditTotal - bankStatement.debitTotal },
    })
    for (const { node } of sums.items.edges) {
      const listed = (party: string) => why({ reconciliationItem: { itemId: node.id, party } })
      expect(await listed('BANK')).toMatchObject({ label: 'STATEMENT_LINE', result: { value: node.bankAmount } })
      expect(await listed('TREASURY')).toBeNull()
    }
    // Nothing is listed by the treasury yet.
    expect(await sumOf('TREASURY')).toBeNull()
    const derived = [receipts, system, bank, bankOnly, statement]
    expect(derived.flatMap((tree) => (tree ? findFalseNodes(tree) : ['missing']))).toEqual([])
  })

  it('a closing balance opens into the opening one and the lines', async () => {
    const other = '2026-11-22'
    await take(bankFile(other, [line('SUM-C1', 700), line('SUM-C2', -200)], 5000, 'CAMT053'))
    const { data, errors } = await ask(
      fixture.platform,
      auditor,
      `{ reconciliationDay(day: "${other}") { bankStatement { openingBalance closingBalance } } }`,
    )
    expect(errors).toEqual([])
    const { bankStatement } = data['reconciliationDay'] as unknown as {
      bankStatement: { openingBalance: number; closingBalance: number }
    }
    const closing = await why({ statement: { day: other, source: 'BANK', figure: 'CLOSING' } })
    expect(bankStatement.closingBalance).toBe(bankStatement.openingBalance + 500)
    expect(closing?.result.value).toBe(bankStatement.closingBalance)
    expect(closing && findFalseNodes(closing)).toEqual([])
  })
})

describe('who may', () => {
  const day = '2026-11-23'
  const queries = {
    reconciliationDays: `{ reconciliationDays { edges { node { day } } } }`,
    reconciliationDay: `{ reconciliationDay(day: "${day}") { day } }`,
    receipts: `{ derivation(subject: { receipts: "${day}" }) { agrees } }`,
    derivation: `{ derivation(subject: { reconciliationDay: { day: "${day}", party: BANK } }) { agrees } }`,
    reconciliationItem: `{ reconciliationItem(id: "${crypto.randomUUID()}") { id } }`,
  }
  const id = crypto.randomUUID()
  const seen = 'decidedOn: "FOUND.0"'
  const mutations = {
    resolve: `mutation { resolveReconciliationItem(input: {itemId: "${id}", resolution: BANK_ERROR, note: "none", ${seen}}) { __typename } }`,
    confirm: `mutation { confirmPaymentReversal(itemId: "${id}", ${seen}) { __typename } }`,
    decline: `mutation { declinePaymentReversal(itemId: "${id}", ${seen}) { __typename } }`,
    confirmClaim: `mutation { confirmReconciliationClaim(itemId: "${id}", ${seen}) { __typename } }`,
    declineClaim: `mutation { declineReconciliationClaim(itemId: "${id}", ${seen}) { __typename } }`,
    takeBack: `mutation { takeBackReconciliationDecision(itemId: "${id}", reason: "none", ${seen}) { __typename } }`,
    release: `mutation { releaseBankStatement(id: "${id}", decidedOn: "HELD.0") { __typename } }`,
    undo: `mutation { undoBankStatement(id: "${id}", decidedOn: "HELD.0", reason: "none") { __typename } }`,
    close: `mutation { closeReconciliationDay(day: "${day}", decidedOn: "OPEN.1") { __typename } }`,
    fetch: `mutation { fetchBankStatements(day: "${day}") { source } }`,
  }
  const errorsOf = async (viewer: Viewer | undefined, source: string) =>
    (await ask(fixture.platform, viewer, source)).errors

  it('look: every member of staff, nobody else', async () => {
    for (const source of Object.values(queries)) {
      expect(await errorsOf(auditor, source)).toEqual(source === queries.reconciliationItem ? ['NOT_FOUND'] : [])
      expect(await errorsOf(employerViewer(crypto.randomUUID()), source)).toEqual(['FORBIDDEN'])
      expect(await errorsOf(undefined, source)).toEqual(['UNAUTHENTICATED'])
    }
  })
  it('decide: no auditor, no employer; an officer confirms no reversal, a reviewer closes no day', async () => {
    for (const source of Object.values(mutations)) {
      expect(await errorsOf(auditor, source)).toEqual(['FORBIDDEN'])
      expect(await errorsOf(employerViewer(crypto.randomUUID()), source)).toEqual(['FORBIDDEN'])
      expect(await errorsOf(undefined, source)).toEqual(['UNAUTHENTICATED'])
    }
    expect(await errorsOf(officer, mutations.confirm)).toEqual(['FORBIDDEN'])
    expect(await errorsOf(officer, mutations.confirmClaim)).toEqual(['FORBIDDEN'])
    expect(await errorsOf(reviewer, mutations.close)).toEqual(['FORBIDDEN'])
  })
  it('closes: nobody who resolved an item of the day, and nobody while one is open or the day goes on', async () => {
    await take(bankFile(day, [line('W-1', 100)]))
    await take(treasuryFile(day, [line('W-1', 100)]))
    expect(await close(head, day)).toBe('OPEN_ITEMS')
    await resolve(head, { itemId: (await itemOf(day, 'BANK_ONLY')).id, resolution: 'RETURN_TO_PAYER' })
    expect(await close(head, day)).toBe('RESOLVED_BY_YOU')
    await take(bankFile('2026-11-25', []))
    expect(await close(officer, '2026-11-25')).toBe('DAY_NOT_OVER')
    expect(await close(officer, day)).toBe('ReconciliationDayClosed')
  })
  it('the database itself lets no open item into a closed day', async () => {
    const { database } = fixture.platform
    await take(bankFile('2026-11-24', [line('W-2', 100), line('W-3', -100)]))
    await expect(
      database.query({ text: `UPDATE reconciliation_day SET status = 'CLOSED' WHERE day = '2026-11-24'` }),
    ).rejects.toThrow(/open items/)
    await expect(
      database.query({ text: `UPDATE statement_entry SET amount = 1 WHERE reference = 'W-2'` }),
    ).rejects.toThrow(/append-only/)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { balance, camtFile, entry, page, sampleStatement } from '../../../testing/money/reconciliation/camt-samples.ts'
import { createDesk } from '../../../testing/money/reconciliation/office-day.ts'
import { bankFile, continuing, line, treasuryFile } from '../../../testing/money/reconciliation/statement-files.ts'
import { demonstrationPayee } from '../../register/office/payee.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { closeDay } from './close-day.ts'
import { readDay } from './read-days.ts'
import { whoMayRelease } from './who-may-next.ts'

let fixture: BillingFixture
let desk: ReturnType<typeof createDesk>
beforeAll(async () => {
  fixture = await openBillingFixture()
  desk = createDesk(fixture)
})
afterAll(() => fixture.close())
beforeEach(() => fixture.platform.clock.set('2026-11-25T10:00:00+08:00'))

const vector = 370_300
const file = async (...given: Parameters<typeof bankFile>) => continuing(fixture.platform, bankFile(...given))
const notice = (id: string) => fixture.platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })
async function balances(...codes: string[]): Promise<number[]> {
  const proof = await proveLedger(fixture.platform)
  expect(proof.breaks).toEqual([])
  return codes.map((code) => proof.balances.get(code) ?? 0)
}
const money = () => balances('BANK:SANDBOX', 'SUSPENSE:BANK')

describe('a file that a person brings', () => {
  it('is money in suspense until somebody else releases it; then it is what a fetched one is at once', async () => {
    const billed = await desk.bill()
    const day = '2026-10-05'
    const [bank = 0, suspense = 0] = await money()
    const taken = await desk.bring(await file(day, [line('H-1', vector, { remittance: billed.number })]))
    expect(taken).toMatchObject({ kind: 'IMPORTED', held: true, result: { newPayments: 0, toIdentify: 1 } })
    expect(await money()).toEqual([bank + vector, suspense - vector])
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID' })
    // Nobody decides about its lines meanwhile, whoever brought it.
    const [item] = await desk.itemsOf(day)
    expect(await desk.claim(item?.id ?? '', billed.employerId, desk.head)).toMatchObject({ reason: 'STATEMENT_HELD' })
    expect(await desk.release(day, desk.officer)).toMatchObject({ reason: 'SAME_PERSON' })
    const mark = { state: 'HELD', sequence: 0 }
    expect(await desk.release(day, desk.reviewer, mark)).toMatchObject({ mark: { state: 'HELD', sequence: 1 } })
    expect(await desk.release(day, desk.reviewer)).toEqual({ kind: 'DONE', day })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await money()).toEqual([bank + vector, suspense])
    expect(await desk.itemsOf(day)).toMatchObject([{ outcome: 'MATCHED' }])
    expect(await desk.release(day, desk.head)).toMatchObject({ reason: 'NOT_IN_STATE' })
  })

  it('proves no payment before it is released, and its day stays open until then', async () => {
    const day = '2026-10-06'
    await desk.bring(await file(day, [line('H-2', 100), line('H-3', -100)]))
    await desk.bring(treasuryFile(day, []))
    expect(await closeDay(fixture.platform, desk.head, { id: day })).toMatchObject({
      kind: 'REFUSED',
      reason: 'FILE_HELD',
    })
  })

  it('names who may release it: everybody of the office who did not bring it', async () => {
    const day = '2026-10-07'
    const { prisma } = fixture.platform.database
    await desk.bring(await file(day, []))
    const office = await prisma.office.create({
      data: { region: '110000', nameZh: '示范', nameEn: 'Demo', phone: '010-12333', addressZh: '', addressEn: '' },
    })
    const names = ['甲', '乙', '丙']
    for (const [index, person] of [desk.officer, desk.reviewer, desk.head].entries()) {
      const displayName = names[index] ?? ''
      await prisma.account.create({
        data: {
          id: person.accountId,
          kind: 'STAFF',
          staffNo: `T${index}`,
          displayName,
          passwordHash: '',
          previousHashes: [],
        },
      })
      await prisma.membership.create({
        data: {
          accountId: person.accountId,
          role: ['OFFICER', 'REVIEWER', 'HEAD'][index] ?? '',
          scopeKind: 'OFFICE',
          scopeId: office.id,
          validFrom: '2026-01-01',
        },
      })
    }
    const statement = await desk.statementOf(day)
    expect(await whoMayRelease(fixture.platform, statement?.id ?? '')).toEqual(names.slice(1).toSorted())
  })
})

describe('balances', () => {
  it('follow the last statement of the account: a missing day is named, and so is a balance that is another', async () => {
    const [first, third] = ['2026-10-08', '2026-10-10']
    await desk.bring(await file(first, [line('B-1', 500)]), desk.officer, 'FETCHED')
    const { closingBalance } = (await desk.statementOf(first)) ?? {}
    const closing = Number(closingBalance)
    const later = bankFile(third, [], closing + 700)
    expect(await desk.bring(later)).toMatchObject({
      problems: [{ code: 'DAY_MISSING', field: '2026-10-09' }],
    })
    expect(await desk.bring(bankFile('2026-10-09', [line('B-2', 100)], closing + 1))).toMatchObject({
      problems: [{ code: 'OPENING_MISMATCH', field: first }],
    })
    expect(await desk.bring(bankFile('2026-10-09', [line('B-2', 700)], closing))).toMatchObject({ kind: 'IMPORTED' })
    expect(await desk.bring(later)).toMatchObject({ kind: 'IMPORTED' })
    // Between two days that follow each other no money has room.
    const more = [line('B-2', 700), line('B-3', 1)]
    expect(await desk.bring(bankFile('2026-10-09', more, closing))).toMatchObject({
      problems: [{ code: 'CLOSING_MISMATCH', field: third }],
    })
  })
})

describe('an import is undone as a whole', () => {
  it('while it is the last of its account and its day is open: reversing entries, payments and months as before', async () => {
    const billed = await desk.bill()
    const [day, next] = ['2026-10-13', '2026-10-14']
    const before = await money()
    const text = await file(day, [line('U-1', vector, { remittance: billed.number }), line('U-2', 900)])
    await desk.bring(text, desk.officer, 'FETCHED')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    await desk.bring(await file(next, []), desk.officer, 'FETCHED')
    expect(await desk.undo(day, desk.officer)).toMatchObject({ reason: 'LATER_STATEMENT' })
    expect(await desk.undo(next, desk.officer)).toEqual({ kind: 'DONE', day: next })
    expect(await desk.undo(day, desk.officer, ' ')).toMatchObject({ reason: 'REASON_MISSING' })
    expect(await desk.undo(day, desk.officer)).toEqual({ kind: 'DONE', day })
    expect(await money()).toEqual(before)
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID', postedOn: null })
    expect(await desk.itemsOf(day)).toEqual([])
    expect(await readDay(fixture.platform, desk.head, day)).toMatchObject({ bankStatement: null, open: 0 })
    const { accountId } = desk.officer
    const trail = await fixture.platform.database.prisma.auditEvent.findMany({ where: { actorId: accountId } })
    expect(trail.map(({ action }) => action)).toContain('STATEMENT_UNDONE')
    // The same bytes may come again, and are new money.
    expect(await desk.bring(text, desk.officer, 'FETCHED')).toMatchObject({
      kind: 'IMPORTED',
      result: { newPayments: 1 },
    })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await money()).toEqual([(before[0] ?? 0) + vector + 900, (before[1] ?? 0) - 900])
  })

  it('takes the decisions about its lines with it, and leaves what the statement before it had', async () => {
    const billed = await desk.bill()
    const day = '2026-10-15'
    const opening = Number((await desk.statementOf('2026-10-13'))?.closingBalance)
    await desk.bring(bankFile(day, [line('U-3', 400)], opening), desk.officer, 'FETCHED')
    const kept = await money()
    const both = [line('U-3', 400), line('U-4', vector, { payerName: billed.name })]
    expect(await desk.bring(bankFile(day, both, opening))).toMatchObject({ corrects: true, held: true })
    await desk.release(day, desk.head)
    const item = (await desk.itemsOf(day)).find(({ reference }) => reference === 'U-4')
    expect(await desk.claim(item?.id ?? '', billed.employerId, desk.officer)).toMatchObject({ kind: 'RESOLVED' })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await desk.undo(day, desk.reviewer)).toEqual({ kind: 'DONE', day })
    expect(await money()).toEqual(kept)
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID' })
    expect(await desk.itemsOf(day)).toMatchObject([{ reference: 'U-3', outcome: 'BANK_ONLY' }])
  })

  it('not once its day is closed, nor by who may not', async () => {
    const day = '2026-10-16'
    await desk.bring(await file(day, []), desk.officer, 'FETCHED')
    await desk.bring(treasuryFile(day, []))
    expect(await closeDay(fixture.platform, desk.head, { id: day })).toMatchObject({ kind: 'CLOSED' })
    expect(await desk.undo(day, desk.officer)).toMatchObject({ reason: 'DAY_CLOSED' })
  })
})

describe('a statement in pages', () => {
  const day = '2026-10-20'
  it('waits until all are there, and is one day then', async () => {
    const opening = Number((await desk.statementOf('2026-10-16'))?.closingBalance)
    const yuan = (fen: number) => (fen / 100).toFixed(2)
    const { number } = demonstrationPayee
    const pageOf = (at: number, last: boolean, amounts: [number, number]) =>
      camtFile(
        sampleStatement({
          id: 'PAGED-1',
          account: number,
          more: page(at, last),
          balances:
            balance('OPBD', yuan(amounts[0]), { inner: at > 1, on: day }) +
            balance('CLBD', yuan(amounts[1]), { inner: !last, on: day }),
          entries: entry({ amount: '50.00', reference: `PG-${at}`, on: day }),
        }),
      )
    const [one, two] = [
      pageOf(1, false, [opening, opening + 5000]),
      pageOf(2, true, [opening + 5000, opening + 10_000]),
    ]
    expect(await desk.bring(two)).toEqual({
      kind: 'WAITING_FOR_PAGES',
      day,
      number: 'PAGED-1',
      here: [2],
      missing: [1],
    })
    expect(await readDay(fixture.platform, desk.head, day)).toMatchObject({
      bankStatement: null,
      waitingStatements: [{ statementNo: 'PAGED-1', numbers: [2], lastKnown: true }],
    })
    expect(await desk.bring(two)).toMatchObject({ kind: 'REPEATED', day })
    // Another page 2 is refused, and the one that waits stays.
    expect(await desk.bring(two.replace('PG-2', 'PG-3'))).toMatchObject({ problems: [{ code: 'PAGES_DIFFER' }] })
    expect(await closeDay(fixture.platform, desk.head, { id: day })).toMatchObject({ reason: 'PAGES_MISSING' })
    expect(await desk.bring(one, desk.head)).toMatchObject({ kind: 'IMPORTED', day, entries: 2, held: true })
    expect(await desk.statementOf(day)).toMatchObject({ entryCount: 2, closingBalance: BigInt(opening + 10_000) })
    // Both who brought a page brought the file.
    expect(await desk.release(day, desk.officer)).toMatchObject({ reason: 'SAME_PERSON' })
    expect(await desk.release(day, desk.head)).toMatchObject({ reason: 'SAME_PERSON' })
    expect(await desk.release(day, desk.reviewer)).toMatchObject({ kind: 'DONE' })
    expect(await desk.bring(one)).toMatchObject({ kind: 'REPEATED' })
    const pages = await fixture.platform.database.prisma.statementPage.findMany()
    expect(pages.map(({ content }) => content)).toEqual([null, null])
    await money()
  })
})

describe('money in suspense is claimed', () => {
  const day = '2026-10-21'
  it('at once for who paid it, by two people for somebody else, and back again while the day is open', async () => {
    const [payer, other] = [await desk.bill(), await desk.bill()]
    await desk.bring(
      await file(day, [line('C-1', vector, { payerName: `${payer.name}　` }), line('C-2', vector)]),
      desk.officer,
      'FETCHED',
    )
    const start = await money()
    const idOf = async (reference: string) =>
      (await desk.itemsOf(day)).find((item) => item.reference === reference)?.id ?? ''
    expect(await desk.claim(await idOf('C-1'), payer.employerId, desk.officer)).toMatchObject({ kind: 'RESOLVED' })
    expect(await notice(payer.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await desk.takeBack(await idOf('C-1'), desk.officer)).toMatchObject({
      kind: 'RESOLVED',
      item: { resolution: null },
    })
    expect(await money()).toEqual(start)
    expect(await notice(payer.noticeId)).toMatchObject({ status: 'UNPAID' })
    expect(await desk.takeBack(await idOf('C-1'), desk.officer)).toMatchObject({ reason: 'NOT_REVERSIBLE' })
    // To the right one after all, as often as it takes.
    for (const employer of [payer, payer]) {
      await desk.claim(await idOf('C-1'), employer.employerId, desk.officer)
      expect((await findEmployerBalance(fixture.platform, employer.employerId)).owed).toBe(0)
      await desk.takeBack(await idOf('C-1'), desk.head)
    }
    const id = await idOf('C-2')
    expect(await desk.claim(id, other.employerId, desk.officer)).toMatchObject({ reason: 'OTHER_PAYER' })
    expect(await desk.claim(id, other.employerId, desk.officer, { asOtherPayer: true })).toMatchObject({
      kind: 'RESOLVED',
    })
    expect(await notice(other.noticeId)).toMatchObject({ status: 'UNPAID' })
    await expect(desk.confirmClaim(id, desk.officer)).rejects.toThrow('This account may not do that.')
    expect(await desk.declineClaim(id, desk.head)).toMatchObject({ kind: 'RESOLVED', item: { claimBy: null } })
    await desk.claim(id, other.employerId, desk.head, { asOtherPayer: true })
    expect(await desk.confirmClaim(id, desk.head)).toMatchObject({ reason: 'SAME_PERSON' })
    expect(await desk.confirmClaim(id, desk.reviewer)).toMatchObject({
      kind: 'RESOLVED',
      item: { resolution: 'ASSIGN' },
    })
    expect(await notice(other.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await money()).toEqual([start[0], (start[1] ?? 0) + vector])
  })
})

describe('an account that was the office’s before', () => {
  it('still brings its statements in: money arrives where notices sent it; another’s does not', async () => {
    const { prisma } = fixture.platform.database
    const now = { number: '1100600000000026', name: '社会保险基金收入户', bank: '示范银行' }
    const { id: officeId } = await prisma.office.findUniqueOrThrow({ where: { region: '110000' } })
    const named = (payee: typeof now | undefined) =>
      prisma.office.update({
        where: { id: officeId },
        data: {
          payeeNumber: payee?.number ?? null,
          payeeName: payee?.name ?? null,
          payeeBank: payee?.bank ?? null,
        },
      })
    await named(now)
    const recordedAt = fixture.platform.clock.now()
    await prisma.officePayee.create({ data: { officeId, fromDay: '2026-11-01', recordedAt, ...now } })
    const day = '2026-10-24'
    const text = await file(day, [line('F-1', 500)])
    const refused = await desk.bring(text, desk.officer, 'FETCHED')
    expect(refused).toMatchObject({ problems: [{ code: 'WRONG_ACCOUNT', expected: now.number }] })
    await prisma.officePayee.create({
      data: { officeId, fromDay: '2020-01-01', recordedAt, ...demonstrationPayee },
    })
    expect(await desk.bring(text, desk.officer, 'FETCHED')).toMatchObject({ kind: 'IMPORTED', day })
    await named(undefined)
  })
})

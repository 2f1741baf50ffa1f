import type { BankEvent } from '@shebao/bank-protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crashBefore, crashesCanBePlayed } from '../../../testing/crash.ts'
import type { CrashEnd } from '../../../testing/crash.ts'
import { findEmployerBalance } from '../ledger/balances.repository.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { changeAgreement, insertAgreement } from '../agreement/agreement.repository.ts'
import { createAgreement } from '../bank/bank-client.ts'
import { applyBankReport } from './apply-bank-report.ts'
import { assessDeclaration } from '../assessment/assess-declaration.ts'
import { debitDueNotices } from './debit-notice.ts'
import { refreshOpenPayments } from './refresh-payment.ts'
import { openAttempt } from './open-attempt.ts'
import { addEmployer, openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { someCompleteDeclaration } from '../../../testing/complete-declaration.ts'
import { demonstrationPayee } from '../../register/office/payee.ts'

let fixture: BillingFixture
beforeAll(async () => {
  fixture = await openBillingFixture()
})
afterAll(() => fixture.close())

/** 10 000.00 yuan in Beijing, class 1 (domain specification, section 2.4). */
const vector = 370_300
const prisma = () => fixture.platform.database.prisma
const notice = (id: string) => prisma().paymentNotice.findUniqueOrThrow({ where: { id } })
const attempts = (noticeId: string) => prisma().payment.findMany({ where: { noticeId } })

async function bill(): Promise<{ employerId: string; noticeId: string; dueOn: string }> {
  const { platform } = fixture
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const { employerId, declarationId } = await addEmployer(platform, [1_000_000])
  const noticeId =
    (await assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() }))?.noticeId ?? ''
  return { employerId, noticeId, dueOn: (await notice(noticeId)).dueOn }
}

describe('a report of the bank', () => {
  it.runIf(crashesCanBePlayed())(
    'is taken in whole or not at all, and after that its repetition, the late failure and a contradiction change nothing',
    { timeout: 600_000 },
    async () => {
      let end: CrashEnd = 'CRASHED'
      const taken: boolean[] = []
      for (let step = 1; end === 'CRASHED'; step += 1) {
        const { employerId, noticeId } = await bill()
        const key = crypto.randomUUID()
        await openAttempt(fixture.platform, {
          noticeId,
          key,
          channel: 'E_BANK',
          actor: { actorKind: 'SYSTEM', origin: 'test' },
          permit: async () => undefined,
        })
        const paid = event(key)
        end = await crashBefore(fixture.platform, 'applyBankReport', step, paid)
        const { status } = await notice(noticeId)
        const done = status === 'POSTED'
        taken.push(done)
        expect(['SENT_TO_BANK', 'POSTED'], `before step ${step}`).toContain(status)
        expect((await findEmployerBalance(fixture.platform, employerId)).owed).toBe(done ? 0 : vector)
        // The bank had no answer and says it again; then come what was late and what is wrong.
        expect(await applyBankReport(fixture.platform, paid)).toBe(done ? 'REPEATED' : 'POSTED')
        expect(await applyBankReport(fixture.platform, event(key, { type: 'FAILED', sequence: 1 }))).toBe('RECORDED')
        expect(await applyBankReport(fixture.platform, event(key, { type: 'FAILED', sequence: 3 }))).toBe('CONTRADICTS')
        expect(await notice(noticeId)).toMatchObject({ status: 'POSTED' })
        expect(await attempts(noticeId)).toMatchObject([{ status: 'SUCCESS' }])
      }
      // Cut before the COMMIT; after it, before the bank had an answer; not at all.
      expect(taken).toEqual([false, true, true])
      expect((await proveLedger(fixture.platform)).breaks).toEqual([])
    },
  )
})

describe('an agreement debit', () => {
  it.runIf(crashesCanBePlayed())(
    'takes the money once wherever the process dies, and the jobs finish what it began',
    { timeout: 600_000 },
    async () => {
      const { platform, bankUrl } = fixture
      let [crashes, end]: [number, CrashEnd] = [0, 'CRASHED']
      for (let step = 1; end === 'CRASHED'; step += 1) {
        const { employerId, noticeId, dueOn } = await bill()
        await agree(employerId)
        platform.clock.set(`${dueOn}T10:00:00+08:00`)
        end = await crashBefore(platform, 'debitDueNotices', step, { bankUrl })
        if (end === 'CRASHED') crashes += 1
        // The next rounds of both jobs, on the same day.
        for (const _round of [1, 2]) {
          await debitDueNotices(platform)
          platform.clock.advance(120_000)
          await refreshOpenPayments(platform, 60)
        }
        expect(await notice(noticeId), `before step ${step}`).toMatchObject({ status: 'POSTED' })
        expect(await attempts(noticeId)).toMatchObject([{ status: 'SUCCESS', amount: BigInt(vector) }])
        expect(await findEmployerBalance(platform, employerId)).toEqual({ owed: 0, credit: 0 })
      }
      expect(crashes).toBeGreaterThan(2)
      expect((await proveLedger(platform)).breaks).toEqual([])
    },
  )
})

/** An agreement signed at the bank, which tells us nothing by itself: everything is found out by asking. */
async function agree(employerId: string): Promise<void> {
  const { platform, bankUrl } = fixture
  const agreementNo = `WT${crypto.randomUUID()}`
  const now = platform.clock.now()
  const { id } = await insertAgreement(platform, { employerId, agreementNo, requestedBy: employerId, createdAt: now })
  const answer = await createAgreement(platform, {
    agreementNo,
    accountHolder: '示例单位',
    payee: demonstrationPayee.name,
    returnPath: '/employer/bills/agreement',
    language: 'en',
  })
  if (answer.kind !== 'AGREEMENT') throw new Error('the bank did not take the agreement')
  await fetch(bankUrl + answer.agreement.signPath, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ action: 'agree', outcome: 'PAYS', behaviour: 'SILENT' }),
  })
  await changeAgreement(platform, id, { status: 'ACTIVE', signedAt: now })
}

function event(key: string, change: Partial<BankEvent> = {}): BankEvent {
  const failed = change.type === 'FAILED'
  return {
    eventId: crypto.randomUUID(),
    key,
    sequence: 2,
    type: 'PAID',
    amount: vector,
    reference: failed ? null : `REF${key}`,
    failure: failed ? 'INSUFFICIENT' : null,
    occurredAt: '2026-11-23T02:00:00.000Z',
    ...change,
  }
}

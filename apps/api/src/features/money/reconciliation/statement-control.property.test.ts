import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import { createDesk } from '../../../testing/money/reconciliation/office-day.ts'
import { bankFile, continuing, line } from '../../../testing/money/reconciliation/statement-files.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { reconcileDay } from './reconcile-day.ts'

let fixture: BillingFixture
beforeAll(async () => {
  fixture = await openBillingFixture()
  fixture.platform.clock.set('2026-11-25T10:00:00+08:00')
})
afterAll(() => fixture.close())

const deeds = [
  'BRING',
  'FETCH',
  'CORRECT',
  'RELEASE',
  'UNDO',
  'CLAIM',
  'CLAIM_OTHER',
  'CONFIRM',
  'DECLINE',
  'TAKE_BACK',
  'AGAIN',
] as const
const press = fc.record({ deed: fc.constantFrom(...deeds), person: fc.nat(2), at: fc.nat(5) })

describe('whatever three people do with the files and the money of a day', () => {
  it('the books balance after each step, the bank account says what the statement says, and suspense holds what nobody has', async () => {
    const { platform } = fixture
    const desk = createDesk(fixture)
    const people = [desk.officer, desk.reviewer, desk.head]
    const employers = [await desk.bill(), await desk.bill()]
    let round = 0
    const balances = async () => {
      const proof = await proveLedger(platform)
      expect(proof.breaks).toEqual([])
      return { bank: proof.balances.get('BANK:SANDBOX') ?? 0, suspense: proof.balances.get('SUSPENSE:BANK') ?? 0 }
    }
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 3, maxLength: 14 }), async (presses) => {
        const day = new Date(Date.UTC(2024, 0, 1 + round)).toISOString().slice(0, 10)
        round += 1
        const before = await balances()
        const [payer, other] = employers
        const lines = [
          line(`P${round}-1`, 1_000, { payerName: payer?.name ?? '' }),
          line(`P${round}-2`, 700),
          line(`P${round}-3`, 90, { remittance: payer?.registrationNo ?? '' }),
        ]
        const file = (count: number) => continuing(platform, bankFile(day, lines.slice(0, count)))
        for (const { deed, person, at } of presses) {
          const who = people[person] ?? desk.officer
          const items = await desk.itemsOf(day)
          const id = items[at % Math.max(1, items.length)]?.id ?? crypto.randomUUID()
          if (deed === 'BRING') await desk.bring(await file(2), who)
          if (deed === 'FETCH') await desk.bring(await file(2), who, 'FETCHED')
          if (deed === 'CORRECT') await desk.bring(await file(3), who)
          if (deed === 'RELEASE' && (await desk.statementOf(day))) await desk.release(day, who)
          if (deed === 'UNDO' && (await desk.statementOf(day))) await desk.undo(day, who)
          if (deed === 'CLAIM') await desk.claim(id, payer?.employerId ?? '', who)
          if (deed === 'CLAIM_OTHER') await desk.claim(id, other?.employerId ?? '', who, { asOtherPayer: true })
          if (deed === 'CONFIRM' && who !== desk.officer) await desk.confirmClaim(id, who)
          if (deed === 'DECLINE') await desk.declineClaim(id, who)
          if (deed === 'TAKE_BACK') await desk.takeBack(id, who)
          if (deed === 'AGAIN') await reconcileDay(platform, day)
          const now = await balances()
          const statement = await desk.statementOf(day)
          const listed = Number(statement ? statement.creditTotal - statement.debitTotal : 0n)
          expect(now.bank - before.bank, `${deed} on ${day}`).toBe(listed)
          const loose = (await desk.itemsOf(day)).filter(
            ({ outcome, resolution, bankAmount }) =>
              outcome !== 'MATCHED' && resolution !== 'ASSIGN' && (bankAmount ?? 0n) > 0n,
          )
          const waiting = loose.reduce((sum, { bankAmount }) => sum + Number(bankAmount), 0)
          expect(before.suspense - now.suspense, `${deed} on ${day}`).toBe(waiting)
        }
      }),
      { numRuns: 15, seed: 20_261_129 },
    )
  })
})

import { period, civilDate } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { getPolicy, paymentDueDate, seedPolicy } from '../policy/policy-in-force.ts'
import { assessDeclaration } from './assess-declaration.ts'
import { assessEmployer } from './assess-employer.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { someCompleteDeclaration } from '../../../testing/complete-declaration.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
})
afterAll(() => platform.close())

const noticeOf = (id: string) =>
  platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id }, include: { lines: true } })

describe('assessing a declaration', () => {
  it('arrives at the Beijing vectors of 2024 to the fen', async () => {
    platform.clock.set('2024-09-02T10:00:00+08:00')
    const { declarationId } = await addEmployer(platform, [1_000_000, 500_000, 5_000_000])
    const assessed = await platform.database.transaction(() =>
      assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() }),
    )
    expect(assessed).toMatchObject({ people: 3, total: 370_300 + 252_678 + 1_305_772, assessedNow: true })
    const notice = await noticeOf(assessed?.noticeId ?? '')
    expect(notice).toMatchObject({
      period: '2024-09',
      issuedOn: '2024-09-02',
      dueOn: '2024-09-25',
      employerTotal: 265_000n + 180_757n + 935_000n,
      personalTotal: 105_300n + 71_921n + 370_772n,
    })
    const medical = notice.lines.find(({ insurance }) => insurance === 'MEDICAL')
    expect(medical).toMatchObject({
      people: 3,
      employer: 98_000n + 66_846n + 345_773n,
      personal: 20_300n + 13_942n + 70_866n,
    })
    expect(notice.lines.some(({ insurance }) => insurance === 'MATERNITY')).toBe(false)
  })

  it('rounds each person, never the total of the unit', async () => {
    platform.clock.set('2024-09-02T10:00:00+08:00')
    const { declarationId } = await addEmployer(platform, [500_000, 500_000, 500_000])
    const assessed = await assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() })
    const { lines } = await noticeOf(assessed?.noticeId ?? '')
    expect(lines.find(({ insurance }) => insurance === 'UNEMPLOYMENT')?.employer).toBe(10_233n)
  })

  it('works on the latest limits until newer ones are published, and says so', async () => {
    const policy = await getPolicy(
      platform,
      { region: '110000', injuryClass: 1, injuryRatePpm: null },
      period('2026-11'),
    )
    expect(policy.carriedOver).toBe(true)
    expect(policy.limits[0]).toMatchObject({ floor: 716_200, ceiling: 3_581_100 })
    const current = await getPolicy(
      platform,
      { region: '110000', injuryClass: 1, injuryRatePpm: null },
      period('2025-08'),
    )
    expect(current.carriedOver).toBe(false)
  })

  it('happens once for an employer and month, also when two accept at the same moment', async () => {
    const { employerId, declarationId } = await addEmployer(platform, [1_000_000])
    platform.clock.set('2026-11-23T10:00:00+08:00')
    const both = await Promise.all(
      [1, 2].map(() => assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() })),
    )
    expect(both.filter((one) => one?.assessedNow)).toHaveLength(1)
    expect(new Set(both.map((one) => one?.noticeId)).size).toBe(1)
    expect(await platform.database.prisma.premiumPayment.count({ where: { employerId } })).toBe(1)
    expect(await proveLedger(platform)).toMatchObject({ holds: true, breaks: [] })
  })

  it('leaves nothing behind when the acceptance fails after it', async () => {
    const { employerId, declarationId } = await addEmployer(platform, [1_000_000])
    const attempt = platform.database.transaction(async () => {
      await assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() })
      throw new Error('the acceptance failed')
    })
    await expect(attempt).rejects.toThrow('the acceptance failed')
    expect(await platform.database.prisma.paymentNotice.count({ where: { employerId } })).toBe(0)
    expect(await platform.database.prisma.ledgerAccount.count({ where: { employerId } })).toBe(0)
  })

  it('issues nothing where nobody is enrolled', async () => {
    const { employerId } = await addEmployer(platform, [1_000_000], '2027-01')
    expect(await assessEmployer(platform, { employerId, period: period('2026-11') })).toBeUndefined()
  })
})

describe('the due date', () => {
  it('is the office’s day, leaves a week, and is never a rest day', async () => {
    const due = (issued: string) => paymentDueDate(platform, '110000', civilDate(issued))
    expect(await due('2026-11-10')).toBe('2026-11-25')
    expect(await due('2026-11-23')).toBe('2026-12-25')
    // 25 January 2026 is a Sunday; 25 September 2026 is Mid-Autumn, followed by the weekend.
    expect(await due('2026-01-05')).toBe('2026-01-26')
    expect(await due('2026-09-02')).toBe('2026-09-28')
  })
})

describe('the ledger proof', () => {
  it('names a notice that no longer agrees with its entries', async () => {
    const { declarationId } = await addEmployer(platform, [900_000])
    const assessed = await assessDeclaration(platform, { declarationId, complete: someCompleteDeclaration() })
    await platform.database.query(
      { text: 'UPDATE payment_notice SET employer_total = employer_total + 1, total = total + 1 WHERE id = $1' },
      [assessed?.noticeId],
    )
    const proof = await proveLedger(platform)
    expect(proof.holds).toBe(false)
    expect(proof.breaks.join()).toContain(assessed?.number)
  })
})

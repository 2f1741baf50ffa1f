import { FIVE_INSURANCES, period } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { completeDraft, declarationNow, givenOffice, givenUnit, submit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { findEmployerBalance } from '../../money/ledger/balances.repository.ts'
import { receiveMoney } from '../../money/settlement/allocate-credit.ts'
import { openInspection } from '../declaration/open-inspection.ts'
import { openUnitForm } from '../declaration/unit-form-store.ts'
import { declarationInFull } from './declaration-view.ts'
import { saveUnitForm } from './save-unit-form.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())

/** What the ledger itself settled of a year's months, read from its entries and from nothing that is kept beside them. */
async function settledByEntries(employerId: string, year: number): Promise<Record<string, number>> {
  const rows = await platform.database.query<{ insurance: string; settled: bigint }>(
    {
      text: `SELECT entry.insurance, -sum(entry.amount)::bigint AS settled FROM ledger_entry entry
      JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id AND transfer.kind = 'ALLOCATION'
      JOIN ledger_account account ON account.id = entry.account_id AND account.kind = 'RECEIVABLE'
      WHERE account.employer_id = $1 AND entry.period LIKE $2 AND entry.insurance IS NOT NULL GROUP BY entry.insurance`,
    },
    [employerId, `${year}-%`],
  )
  return Object.fromEntries(rows.map(({ insurance, settled }) => [insurance, Number(settled)]))
}

/** Four months of 2024 for three people, of which three were paid, and one of 2025 that is paid as well. */
async function unitThatPaid() {
  const unit = await addEmployer(platform, [1_218_333, 500_000, 5_000_001])
  for (const [month, day] of [
    ['2024-07', '2024-07-20'],
    ['2024-08', '2024-08-20'],
    ['2024-12', '2024-12-20'],
    ['2025-01', '2025-01-20'],
  ] as const) {
    platform.clock.set(`${day}T10:00:00+08:00`)
    await assessEmployer(platform, { employerId: unit.employerId, period: period(month) })
    const { owed } = await findEmployerBalance(platform, unit.employerId)
    await receiveMoney(platform, {
      employerId: unit.employerId,
      amount: owed,
      valueDate: day,
      key: crypto.randomUUID(),
    })
  }
  platform.clock.set('2025-02-01T10:00:00+08:00')
  await assessEmployer(platform, { employerId: unit.employerId, period: period('2024-11') })
  platform.clock.set('2025-08-05T10:00:00+08:00')
  return unit
}

it('is filled in from the ledger to the fen, with what is owed and for which months', async () => {
  const { employerId, viewer } = await unitThatPaid()
  const opened = await openInspection(platform, viewer)
  if (opened.kind !== 'opened') throw new Error('not opened')
  const { draft } = openUnitForm(platform.vault, opened.declaration)
  const settled = await settledByEntries(employerId, 2024)
  expect(Object.values(settled).reduce((sum, amount) => sum + amount, 0)).toBeGreaterThan(0)
  expect(draft.paidLastYear).toEqual(Object.fromEntries(FIVE_INSURANCES.map((code) => [code, settled[code] ?? 0])))
  expect(draft).toMatchObject({ paymentStatus: 'ARREARS', paymentStatusMonths: ['2024-11'] })
  const { owed } = await findEmployerBalance(platform, employerId)
  expect(Object.values(draft.arrears ?? {}).reduce((sum, amount) => sum + amount, 0)).toBe(owed)

  // Nobody typed anything, and the rules agree with what was filled in.
  const view = await declarationInFull(platform, viewer, opened.declaration)
  expect(view.unit.paidLastYearByLedger).toEqual(draft.paidLastYear)
  const wrong = view.issues.filter(({ path }) => /^unit\.(paid|arrears|paymentStatus)/.test(path))
  expect(wrong).toEqual([])
})

it('asks for everybody whom last December was paid for, by the months themselves', async () => {
  const { employerId, viewer } = await unitThatPaid()
  const opened = await openInspection(platform, viewer)
  if (opened.kind !== 'opened') throw new Error('not opened')
  const unlisted = async () =>
    (await declarationInFull(platform, viewer, await declarationNow(platform, opened.declaration.id))).issues.filter(
      ({ code }) => code === 'NOT_LISTED',
    ).length
  expect(await unlisted()).toBe(3)
  // Whom December was not paid for, nobody has to explain; the comparison with the roster asks for them all the same.
  const [one] = await platform.database.prisma.premiumPayment.findMany({ where: { employerId, period: '2024-12' } })
  await platform.database.prisma.premiumPayment.updateMany({
    where: { employerId, period: '2024-12', individualId: one?.individualId ?? '' },
    data: { status: 'REFUNDED' },
  })
  await platform.database.prisma.declaration.update({
    where: { id: opened.declaration.id },
    data: { personnelRevision: { increment: 1 } },
  })
  expect(await unlisted()).toBe(2)
})

it('is asked about again when money comes, without a word of the clerk', async () => {
  const { employerId, viewer } = await unitThatPaid()
  const opened = await openInspection(platform, viewer)
  if (opened.kind !== 'opened') throw new Error('not opened')
  const before = await declarationInFull(platform, viewer, opened.declaration)
  const { owed } = await findEmployerBalance(platform, employerId)
  await receiveMoney(platform, { employerId, amount: owed, valueDate: '2025-08-05', key: crypto.randomUUID() })
  const after = await declarationInFull(platform, viewer, await declarationNow(platform, opened.declaration.id))
  const arrears = ({ issues }: typeof before) => issues.filter(({ ruleId }) => ruleId === 'unit.arrears.ledger').length
  expect([arrears(before), arrears(after) > 0]).toEqual([0, true])
  expect(after.unit.paidLastYearByLedger?.PENSION).toBeGreaterThan(before.unit.paidLastYearByLedger?.PENSION ?? 0)
})

it('other than the ledger holds is submitted with its reason only, and staff read both figures', async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const unit = await givenUnit(platform, { seed: 71 })
  const declarationId = await completeDraft(platform, unit)
  const { unitRevision } = await declarationNow(platform, declarationId)
  await saveUnitForm(platform, unit.clerk, {
    declarationId,
    expectedRevision: unitRevision,
    changes: { 'paidLastYear.PENSION': 176_242_200 },
  })
  const refused = await submit(platform, unit, declarationId)
  expect(refused).toMatchObject({ kind: 'incomplete' })
  if (refused.kind !== 'incomplete') return
  expect(refused.issues).toMatchObject([
    { path: 'unit.paidLastYearReason', code: 'REQUIRED' },
    { path: 'unit.paidLastYear.PENSION', params: { statedFen: 176_242_200, ledgerFen: 0 } },
  ])
  await saveUnitForm(platform, unit.clerk, {
    declarationId,
    expectedRevision: unitRevision + 1,
    changes: { paidLastYearReason: '原经办机构收取，历史数据尚未导入' },
  })
  const submitted = await submit(platform, unit, declarationId)
  expect(submitted).toMatchObject({
    kind: 'submitted',
    version: { verdict: 'COMPLETE_WITH_WARNINGS', warnings: [{ ruleId: 'unit.paidLastYear.ledger' }] },
  })
  // What the ledger held then is part of what was frozen.
  if (submitted.kind !== 'submitted') return
  expect(openUnitForm(platform.vault, submitted.version).draft.paidLastYearByLedger?.PENSION).toBe(0)
})

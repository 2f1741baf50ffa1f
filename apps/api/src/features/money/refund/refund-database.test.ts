import { civilDateAt, fen } from '@shebao/kernel'
import { findFalseNodes } from '@shebao/test-support/premium'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { importStatement } from '../reconciliation/import-statement.ts'
import { bankFile, continuing, line } from '../../../testing/money/reconciliation/statement-files.ts'
import { ask } from '../../../testing/ask.ts'
import { bankAccount, bookTransfer, negative, suspense } from '../ledger/ledger.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import {
  addUnit,
  billMonth,
  monthOf,
  openRefundFixture,
  payoutOf,
  refundStep,
  verificationOf,
} from '../../../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../../../testing/money/refund/refund-fixture.ts'
import { deriveFor } from '../../../testing/ask-derivation.ts'

let f: RefundFixture
beforeAll(async () => {
  f = await openRefundFixture()
})
afterAll(() => f.platform.close())
afterEach(async () => {
  const { breaks } = await proveLedger(f.platform)
  if (breaks.length > 0) throw new Error(breaks.join('\n'))
})

const sql = (text: string) => f.platform.database.query({ text })

async function applied(): Promise<{ id: string; individualId: string; set: (change: string) => Promise<unknown> }> {
  const unit = await addUnit(f.platform, [1_000_000])
  await billMonth(f.platform, unit.employerId, '2024-08')
  const individualId = unit.individualIds[0] ?? ''
  const { id } = await refundStep(f.platform, unit.viewer, 'applyForRefund', monthOf(individualId, '2024-08'))
  return { id, individualId, set: (change) => sql(`UPDATE refund SET ${change} WHERE id = '${id}'`) }
}

const somebody = () => `'${crypto.randomUUID()}'`
const verified = (by = somebody()) =>
  `status = 'VERIFIED', benefit_drawn = false, verified_by = ${by}, verified_at = now()`
const approved = (by = somebody()) => `status = 'APPROVED', approved_by = ${by}, approved_at = now()`
const paidOut = (by = somebody()) =>
  `status = 'PAID_OUT', paid_out_by = ${by}, bank_reference = '${crypto.randomUUID()}'`

describe('whatever program writes', () => {
  it('no step is taken by who took another', async () => {
    const { set } = await applied()
    await expect(set(verified('applied_by'))).rejects.toThrow(/refund_four_eyes/)
    await set(verified())
    await expect(set(approved('verified_by'))).rejects.toThrow(/refund_four_eyes/)
    await expect(set(approved('applied_by'))).rejects.toThrow(/refund_four_eyes/)
    await set(approved())
    for (const earlier of ['verified_by', 'approved_by'])
      await expect(set(paidOut(earlier)), earlier).rejects.toThrow(/refund_payout_four_eyes/)
  })

  it('no step is left out, taken back or taken without what it needs', async () => {
    const { set } = await applied()
    for (const change of [
      approved(),
      paidOut(),
      `status = 'VERIFIED'`,
      `status = 'REJECTED'`,
      `status = 'VERIFIED', verified_by = ${somebody()}, benefit_drawn = true`,
    ])
      await expect(set(change), change).rejects.toThrow(/does not go/)
    await set(verified())
    for (const change of [`status = 'APPLIED'`, paidOut(), verified()])
      await expect(set(change), change).rejects.toThrow(/does not go/)
    await set(`status = 'REJECTED', rejected_by = ${somebody()}, rejection_reason = 'no'`)
    for (const change of [verified(), approved(), paidOut(), `receipt_signed = true`])
      await expect(set(change), change).rejects.toThrow(/does not go/)
  })

  it('what was applied for never changes, and nothing goes away', async () => {
    const { id, set } = await applied()
    for (const change of ['amount = 1', `reason = 'DUPLICATE'`, `account_masked = '*1'`, `shares = '[]'`])
      await expect(set(change), change).rejects.toThrow(/never changes/)
    await expect(sql(`DELETE FROM refund WHERE id = '${id}'`)).rejects.toThrow(/change|append/i)
    await expect(
      sql(
        `INSERT INTO refund SELECT (jsonb_populate_record(r, '{"id":"${crypto.randomUUID()}","number":"x","status":"APPROVED"}')).* FROM refund r WHERE id = '${id}'`,
      ),
    ).rejects.toThrow(/begins as APPLIED/)
    await expect(
      sql(
        `INSERT INTO refund SELECT (jsonb_populate_record(r, '{"id":"${crypto.randomUUID()}","number":"y"}')).* FROM refund r WHERE id = '${id}'`,
      ),
    ).rejects.toThrow(/refund_one_live_month/)
  })

  it('no share of a month is refunded beyond what was paid of it', async () => {
    const { individualId } = await applied()
    const row = (kind: string, factor: number) =>
      sql(`INSERT INTO premium_payment SELECT (jsonb_populate_record(p, jsonb_build_object('kind', '${kind}', 'status', 'REFUNDED', 'notice_id', NULL,
        'pension_employer', (p.pension_employer * ${factor})::bigint, 'pension_personal', 0, 'medical_employer', 0, 'medical_personal', 0, 'unemployment_employer', 0,
        'unemployment_personal', 0, 'work_injury_employer', 0, 'maternity_employer', 0))).*
        FROM premium_payment p WHERE individual_id = '${individualId}' AND kind = 'NORMAL'`)
    await expect(row('REFUND', -1.01)).rejects.toThrow(/more would be refunded/)
    await row('REFUND', -1)
  })
})

describe('a payment set aside', () => {
  it('goes back once, by its own payment, and no more of it than waits', async () => {
    const unit = await addUnit(f.platform, [1_000_000])
    const other = await addUnit(f.platform, [1_000_000])
    const noticeId = await billMonth(f.platform, unit.employerId, '2024-08', false)
    const payment = await f.platform.database.prisma.payment.create({
      data: {
        noticeId,
        employerId: unit.employerId,
        idempotencyKey: crypto.randomUUID(),
        amount: 370_300n,
        status: 'FAILED',
        failure: 'AMOUNT_DIFF',
        bankReference: 'B-1',
      },
    })
    await bookTransfer(f.platform, {
      kind: 'SUSPENSE',
      key: `suspense:${payment.id}`,
      occurredOn: '2024-08-03',
      paymentId: payment.id,
      entries: [
        { account: bankAccount, amount: fen(370_000) },
        { account: suspense, amount: negative(fen(370_000)) },
      ],
    })
    const input = { source: 'SUSPENSE', paymentId: payment.id, reason: 'AMOUNT_DIFF', explanation: '金额与账单不符' }
    const apply = (viewer = unit.viewer) => refundStep(f.platform, viewer, 'applyForRefund', { input })
    expect((await apply(other.viewer)).refused).toEqual(['NOT_FOUND'])
    const first = await apply()
    expect(first.amount).toBe(370_000)
    await refundStep(f.platform, f.officer, 'rejectRefund', { id: first.id, reason: '改由工作人员办理' })
    const { id } = await apply(f.officer)
    expect((await apply()).refused).toEqual(['ALREADY_APPLIED'])
    expect((await refundStep(f.platform, f.officer, 'verifyRefund', verificationOf(id))).refused).toEqual([
      'SAME_PERSON',
    ])
    await refundStep(f.platform, f.reviewer, 'verifyRefund', verificationOf(id))
    await refundStep(f.platform, f.head, 'approveRefund', { id })
    const fourth = { ...f.officer, accountId: crypto.randomUUID() }
    expect((await refundStep(f.platform, fourth, 'payOutRefund', payoutOf(id))).state).toBe('PAID_OUT')
    expect((await apply()).refused.toSorted()).toEqual(['ALREADY_APPLIED', 'ALREADY_REFUNDED'])
    expect((await proveLedger(f.platform)).balances.get(suspense.code)).toBe(0)
    expect(await reconciledRefund(id)).toMatchObject([
      { systemAmount: -370_000, systemDerivation: { label: 'PAID_OUT', inputs: [{ label: 'REFUND' }] } },
    ])
  })
})

/** What the books say of a refund once its day is compared with the bank's statement. */
async function reconciledRefund(id: string) {
  const { bankReference, paidOutAt } = await f.platform.database.prisma.refund.findUniqueOrThrow({ where: { id } })
  const day = civilDateAt(paidOutAt ?? new Date(0))
  const text = await continuing(f.platform, bankFile(day, [line(bankReference ?? '', -370_000)], 1_000_000))
  await importStatement(f.platform, {
    bytes: new TextEncoder().encode(text),
    fileName: 'b',
    how: 'FETCHED',
    viewer: f.officer,
    origin: 't',
  })
  const { data, errors } = await ask(
    f.platform,
    f.officer,
    `query ($day: Date!) { reconciliationDay(day: $day) { items { edges { node { id systemAmount } } } } }`,
    { day },
  )
  expect(errors).toEqual([])
  const found = data['reconciliationDay'] as unknown as {
    items: { edges: { node: { id: string; systemAmount: number } }[] }
  }
  const items = await Promise.all(
    found.items.edges.map(async ({ node: { id: itemId, systemAmount } }) => {
      const subject = { reconciliationItem: { itemId, party: 'SYSTEM' } }
      return { systemAmount, systemDerivation: await deriveFor(f.platform, f.officer, subject) }
    }),
  )
  expect(items.flatMap(({ systemDerivation }) => findFalseNodes(systemDerivation))).toEqual([])
  return items
}

describe('money nobody claimed', () => {
  it('goes back to its payer once reconciliation has said so', async () => {
    const day = '2026-11-10'
    f.platform.clock.set('2026-11-25T10:00:00+08:00')
    const taken = await importStatement(f.platform, {
      bytes: new TextEncoder().encode(await continuing(f.platform, bankFile(day, [line('UNKNOWN-1', 12_345)]))),
      fileName: 'bank.csv',
      how: 'FETCHED',
      viewer: f.officer,
      origin: 'test',
    })
    expect(taken).toMatchObject({ kind: 'IMPORTED' })
    const { data } = await ask(
      f.platform,
      f.officer,
      `{ reconciliationDay(day: "${day}") { items(first: 10) { edges { node { id } } } } }`,
    )
    const itemId = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(data))?.[1] ?? ''
    const input = { source: 'SUSPENSE', itemId, reason: 'RETURN_TO_PAYER', explanation: '付款人不明' }
    const apply = () => refundStep(f.platform, f.officer, 'applyForRefund', { input })
    expect((await apply()).refused).toEqual(['NOT_FOUND'])
    await ask(
      f.platform,
      f.reviewer,
      'mutation ($input: ResolveReconciliationItemInput!) { resolveReconciliationItem(input: $input) { __typename } }',
      {
        input: {
          itemId,
          resolution: 'RETURN_TO_PAYER',
          note: '已与银行核对',
          decidedOn: 'FOUND.0',
        },
      },
    )
    const waiting = async () =>
      (await ask(f.platform, f.officer, '{ moneyToReturn { id amount reference payerMasked } }')).data['moneyToReturn']
    expect(await waiting()).toEqual([
      { id: itemId, amount: 12_345, reference: 'UNKNOWN-1', payerMasked: expect.stringMatching(/9012$/) },
    ])
    const { id, amount } = await apply()
    expect(amount).toBe(12_345)
    expect(await waiting()).toEqual([])
    await refundStep(f.platform, f.reviewer, 'verifyRefund', verificationOf(id))
    await refundStep(f.platform, f.head, 'approveRefund', { id })
    const fourth = { ...f.officer, accountId: crypto.randomUUID() }
    expect((await refundStep(f.platform, fourth, 'payOutRefund', payoutOf(id, { accountLast4: '9012' }))).state).toBe(
      'PAID_OUT',
    )
    expect((await apply()).refused).toContain('ALREADY_APPLIED')
    expect((await proveLedger(f.platform)).balances.get(suspense.code)).toBe(0)
  })
})

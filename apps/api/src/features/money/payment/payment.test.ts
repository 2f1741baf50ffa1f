import { findPart, noticeFigure } from '@shebao/premium'
import type { Explanation } from '@shebao/premium'
import type { BankEvent } from '@shebao/bank-protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { assessDeclaration } from '../assessment/assess-declaration.ts'
import { refreshOpenPayments } from './refresh-payment.ts'
import { addEmployer, openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture, TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { someCompleteDeclaration } from '../../../testing/complete-declaration.ts'

let fixture: BillingFixture
beforeAll(async () => {
  fixture = await openBillingFixture()
})
afterAll(() => fixture.close())
beforeEach(() => fixture.platform.clock.set('2026-11-23T10:00:00+08:00'))

const startMutation = `mutation ($noticeId: ID!, $key: String!) {
  startPayment(noticeId: $noticeId, idempotencyKey: $key, language: EN) {
    __typename ... on PaymentStarted { redirectUrl payment { id amount status } } ... on PaymentRefused { reason }
  }
}`

interface Billed extends TestEmployer {
  noticeId: string
}

async function bill(wages: readonly number[] = [1_000_000]): Promise<Billed> {
  const employer = await addEmployer(fixture.platform, wages)
  const assessed = await assessDeclaration(fixture.platform, {
    declarationId: employer.declarationId,
    complete: someCompleteDeclaration(),
  })
  return { ...employer, noticeId: assessed?.noticeId ?? '' }
}

interface Started {
  __typename: string
  reason?: string
  redirectUrl?: string
  payment?: { id: string; amount: number; status: string }
}

async function start(
  { viewer, noticeId }: Billed,
  key: string = crypto.randomUUID(),
): Promise<Started & { key: string }> {
  const { data, errors } = await ask(fixture.platform, viewer, startMutation, { noticeId, key })
  expect(errors).toEqual([])
  return { ...(data['startPayment'] as unknown as Started), key }
}

const paid = (key: string, amount: number, change: Partial<BankEvent> = {}): BankEvent => ({
  eventId: crypto.randomUUID(),
  key,
  sequence: 2,
  type: 'PAID',
  amount,
  reference: `REF${key}`,
  failure: null,
  occurredAt: '2026-11-23T02:00:00.000Z',
  ...change,
})
const failed = (key: string, amount: number, sequence = 1): BankEvent =>
  paid(key, amount, { sequence, type: 'FAILED', reference: null, failure: 'INSUFFICIENT' })

const notice = (id: string) => fixture.platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id } })
const paymentOf = (idempotencyKey: string) =>
  fixture.platform.database.prisma.payment.findUniqueOrThrow({ where: { idempotencyKey } })
const monthsOf = (noticeId: string) => fixture.platform.database.prisma.premiumPayment.findMany({ where: { noticeId } })
const transfers = (noticeId: string) =>
  fixture.platform.database.prisma.ledgerTransfer.findMany({ where: { noticeId }, orderBy: { createdAt: 'asc' } })
const press = (redirectUrl: string, action: string, behaviour = 'SILENT') =>
  fetch(redirectUrl, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ action, behaviour }) })

async function expectLedgerHolds(): Promise<void> {
  expect(await proveLedger(fixture.platform)).toMatchObject({ holds: true, breaks: [] })
}

/** 10 000.00 yuan in Beijing, class 1 (domain specification, section 2.4). */
const vector = 370_300

describe('a notification', () => {
  it('posts the notice, every month and the ledger together', async () => {
    const billed = await bill([1_000_000, 1_000_000])
    const { key } = await start(billed)
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'SENT_TO_BANK', postedOn: null })
    expect(await fixture.notify(paid(key, 2 * vector))).toEqual({ status: 200, outcome: 'POSTED' })
    expect(await notice(billed.noticeId)).toMatchObject({
      status: 'POSTED',
      postedOn: '2026-11-23',
      total: BigInt(2 * vector),
    })
    expect((await monthsOf(billed.noticeId)).map(({ status, postedOn }) => [status, postedOn])).toEqual([
      ['PAID', '2026-11-23'],
      ['PAID', '2026-11-23'],
    ])
    expect(await paymentOf(key)).toMatchObject({ status: 'SUCCESS', bankReference: `REF${key}` })
    const proof = await proveLedger(fixture.platform)
    expect(proof.holds).toBe(true)
    expect(proof.balances.get(`RECEIVABLE:${billed.employerId}`)).toBe(0)
  })

  it('that is repeated changes nothing more, whether as the same event or a new one', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    const event = paid(key, vector)
    expect((await fixture.notify(event)).outcome).toBe('POSTED')
    expect(await fixture.notify(event)).toEqual({ status: 200, outcome: 'REPEATED' })
    expect((await fixture.notify(paid(key, vector))).outcome).toBe('REPEATED')
    expect((await transfers(billed.noticeId)).map(({ kind }) => kind)).toEqual(['CHARGE', 'PAYMENT', 'ALLOCATION'])
    await expectLedgerHolds()
  })

  it('posts once when two arrive at the same moment', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    const outcomes = await Promise.all(
      [paid(key, vector), paid(key, vector), paid(key, vector)].map((event) => fixture.notify(event)),
    )
    expect(outcomes.filter(({ outcome }) => outcome === 'POSTED')).toHaveLength(1)
    expect(outcomes.filter(({ outcome }) => outcome === 'REPEATED')).toHaveLength(2)
    expect((await transfers(billed.noticeId)).filter(({ kind }) => kind === 'PAYMENT')).toHaveLength(1)
    await expectLedgerHolds()
  })

  it('for another amount is kept in suspense, and the notice stays payable', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    const before = (await proveLedger(fixture.platform)).balances.get('SUSPENSE:BANK') ?? 0
    expect((await fixture.notify(paid(key, vector - 100))).outcome).toBe('AMOUNT_DIFF')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID', postedOn: null })
    expect(await paymentOf(key)).toMatchObject({ status: 'FAILED', failure: 'AMOUNT_DIFF' })
    expect((await monthsOf(billed.noticeId)).every(({ status }) => status === 'UNPAID')).toBe(true)
    const proof = await proveLedger(fixture.platform)
    expect(proof.holds).toBe(true)
    expect(proof.balances.get('SUSPENSE:BANK')).toBe(before - (vector - 100))
    const again = await start(billed)
    expect((await fixture.notify(paid(again.key, vector))).outcome).toBe('POSTED')
    await expectLedgerHolds()
  })

  it('without a reference is set aside once; another after it contradicts, whatever amount it names', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    const report = (amount: number) => fixture.notify(paid(key, amount, { reference: null }))
    expect((await report(vector - 100)).outcome).toBe('AMOUNT_DIFF')
    const held = (await proveLedger(fixture.platform)).balances.get('SUSPENSE:BANK')
    fixture.platform.clock.advance(86_400_000)
    for (const amount of [vector - 100, vector - 200, vector])
      expect((await report(amount)).outcome).toBe('CONTRADICTS')
    fixture.platform.clock.advance(-86_400_000)
    const proof = await proveLedger(fixture.platform)
    expect([proof.holds, proof.balances.get('SUSPENSE:BANK')]).toEqual([true, held])
  })

  it('of a failure leaves the notice payable; a success after it still posts', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    expect((await fixture.notify(failed(key, vector))).outcome).toBe('RECORDED')
    expect(await paymentOf(key)).toMatchObject({ status: 'FAILED', failure: 'INSUFFICIENT' })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID' })
    expect((await fixture.notify(paid(key, vector))).outcome).toBe('POSTED')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
  })

  it('of an older failure that arrives after the success is old news; a newer one contradicts and changes nothing', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    await fixture.notify(paid(key, vector))
    expect((await fixture.notify(failed(key, vector, 1))).outcome).toBe('RECORDED')
    expect((await fixture.notify(failed(key, vector, 3))).outcome).toBe('CONTRADICTS')
    expect((await fixture.notify(paid(key, vector + 1))).outcome).toBe('CONTRADICTS')
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    await expectLedgerHolds()
  })

  it('of money for a notice that another payment settled meanwhile is set aside', async () => {
    const billed = await bill()
    const first = await start(billed)
    await fixture.notify(failed(first.key, vector))
    const second = await start(billed)
    await fixture.notify(paid(second.key, vector))
    expect((await fixture.notify(paid(first.key, vector))).outcome).toBe('DUPLICATE')
    expect(await paymentOf(first.key)).toMatchObject({ status: 'FAILED', failure: 'DUPLICATE' })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED', total: BigInt(vector) })
    await expectLedgerHolds()
  })

  it('about nobody’s payment is recorded', async () => {
    const event = paid('no-such-payment', 100)
    expect(await fixture.notify(event)).toEqual({ status: 200, outcome: 'UNKNOWN_PAYMENT' })
    expect(
      await fixture.platform.database.prisma.bankNotification.findFirst({ where: { eventId: event.eventId } }),
    ).toMatchObject({ paymentId: null })
  })

  it('that is forged, altered, too old or malformed is refused and changes nothing', async () => {
    const billed = await bill()
    const { key } = await start(billed)
    const event = paid(key, vector)
    expect((await fixture.notify(event, { key: Buffer.alloc(32, 1) })).status).toBe(401)
    expect((await fixture.notify(event, { at: Date.now() - 301_000 })).status).toBe(401)
    expect((await fixture.notify(event, { body: JSON.stringify({ ...event, amount: 1 }) })).status).toBe(401)
    expect((await fixture.app.inject({ method: 'POST', url: '/bank/notifications', payload: event })).statusCode).toBe(
      401,
    )
    expect((await fixture.notify({ ...event, amount: -1 })).status).toBe(400)
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'SENT_TO_BANK' })
    expect(await fixture.platform.database.prisma.bankNotification.count({ where: { eventId: event.eventId } })).toBe(0)
  })
})

describe('starting a payment', () => {
  it('leads to the bank; pressing again leads to the same order', async () => {
    const billed = await bill()
    const first = await start(billed)
    expect(first).toMatchObject({ __typename: 'PaymentStarted', payment: { amount: vector, status: 'SENT_TO_BANK' } })
    const page = await (await fetch(first.redirectUrl ?? '')).text()
    expect(page).toContain('3,703.00')
    expect((await start(billed, first.key)).redirectUrl).toBe(first.redirectUrl)
    expect((await start(billed)).redirectUrl).toBe(first.redirectUrl)
    expect(await fixture.platform.database.prisma.payment.count({ where: { noticeId: billed.noticeId } })).toBe(1)
  })

  it('is refused once paid, and finds out by itself that it was paid', async () => {
    const billed = await bill()
    const { redirectUrl } = await start(billed)
    await press(redirectUrl ?? '', 'pay')
    expect(await start(billed)).toMatchObject({ __typename: 'PaymentRefused', reason: 'ALREADY_PAID' })
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
    await expectLedgerHolds()
  })

  it('adds the late fee of the day, which the ledger takes in when it posts', async () => {
    const billed = await bill()
    fixture.platform.clock.set('2027-01-05T10:00:00+08:00')
    const { key, payment } = await start(billed)
    // Due 2026-12-25, 11 days: 3 703.00 x 11 x 0.05 % = 20.37 (domain specification, section 3.4).
    expect(payment?.amount).toBe(vector + 2_037)
    await fixture.notify(paid(key, vector + 2_037))
    expect(await notice(billed.noticeId)).toMatchObject({
      lateFee: 2_037n,
      total: BigInt(vector + 2_037),
      postedOn: '2027-01-05',
    })
    expect((await transfers(billed.noticeId)).map(({ kind }) => kind)).toEqual([
      'CHARGE',
      'PAYMENT',
      'LATE_FEE',
      'ALLOCATION',
    ])
    await expectLedgerHolds()
  })

  it('does not know when the bank does not answer, and goes on under the same key', async () => {
    const billed = await bill()
    fixture.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
    const lost = await start(billed)
    fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
    expect(lost).toMatchObject({ __typename: 'PaymentRefused', reason: 'BANK_UNAVAILABLE' })
    expect(await paymentOf(lost.key)).toMatchObject({ status: 'UNKNOWN' })
    expect(await start(billed, lost.key)).toMatchObject({ __typename: 'PaymentStarted' })
    expect(await fixture.platform.database.prisma.payment.count({ where: { noticeId: billed.noticeId } })).toBe(1)
  })

  it('asks anew when the lost attempt is of an earlier day, as the amount may have changed', async () => {
    const billed = await bill()
    fixture.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
    const lost = await start(billed)
    fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
    fixture.platform.clock.set('2027-01-05T10:00:00+08:00')
    expect((await start(billed)).payment?.amount).toBe(vector + 2_037)
    expect(await paymentOf(lost.key)).toMatchObject({ status: 'FAILED', failure: 'EXPIRED' })
  })
})

describe('asking the bank', () => {
  it('posts what the bank never reported, by the clerk or by the job, once', async () => {
    const billed = await bill()
    const { redirectUrl, payment } = await start(billed)
    const refresh = () =>
      ask(fixture.platform, billed.viewer, 'mutation ($id: ID!) { refreshPayment(paymentId: $id) { status total } }', {
        id: payment?.id,
      })
    expect((await refresh()).data['refreshPayment']).toMatchObject({ status: 'SENT_TO_BANK' })
    await press(redirectUrl ?? '', 'pay')
    expect((await refresh()).data['refreshPayment']).toMatchObject({ status: 'POSTED', total: vector })

    const other = await bill()
    const second = await start(other)
    await press(second.redirectUrl ?? '', 'pay')
    fixture.platform.clock.advance(120_000)
    expect(await refreshOpenPayments(fixture.platform, 60)).toBe(1)
    expect(await notice(other.noticeId)).toMatchObject({ status: 'POSTED' })
    expect(await refreshOpenPayments(fixture.platform, 60)).toBe(0)
    await expectLedgerHolds()
  })
})

describe('who may', () => {
  const operations: Record<string, [string, (billed: Billed, paymentId: string) => Record<string, unknown>]> = {
    startPayment: [startMutation, ({ noticeId }) => ({ noticeId, key: crypto.randomUUID() })],
    refreshPayment: ['mutation ($id: ID!) { refreshPayment(paymentId: $id) { id } }', (_billed, id) => ({ id })],
    paymentNotice: [
      'query ($id: ID!) { paymentNotice(id: $id) { id insured { edges { node { name } } } } }',
      ({ noticeId }) => ({ id: noticeId }),
    ],
    explainNotice: ['query ($id: ID!) { explainNotice(noticeId: $id) }', ({ noticeId }) => ({ id: noticeId })],
    explainPremium: [
      'query ($id: ID!) { explainPremium(premiumPaymentId: $id) { agrees } }',
      ({ individualIds, employerId }) => ({ id: `${individualIds[0]}:2026-11:${employerId}:NORMAL` }),
    ],
  }
  it.each(Object.entries(operations))(
    '%s: its employer; nobody else’s row exists, others are refused',
    async (name, [source, variables]) => {
      const billed = await bill()
      const { payment } = await start(billed)
      const stranger = await addEmployer(fixture.platform, [])
      const asked = (viewer: Parameters<typeof ask>[1]) =>
        ask(fixture.platform, viewer, source, variables(billed, payment?.id ?? ''))
      expect((await asked(billed.viewer)).errors).toEqual([])
      expect((await asked(stranger.viewer)).errors).toEqual(['NOT_FOUND'])
      expect((await asked(undefined)).errors).toEqual(['UNAUTHENTICATED'])
      expect((await asked(insuredViewer(crypto.randomUUID()))).errors).toEqual([
        name === 'explainPremium' ? 'NOT_FOUND' : 'FORBIDDEN',
      ])
      expect((await asked({ ...billed.viewer, stage: 'MUST_CHANGE_PASSWORD' })).errors).toEqual(['FORBIDDEN'])
      expect((await asked(staffViewer(['OFFICER']))).errors).toEqual(name.endsWith('Payment') ? ['FORBIDDEN'] : [])
    },
  )

  it('Employer.notices holds one’s own, by page and unpaid only, and people’s names masked for staff', async () => {
    const billed = await bill()
    const source =
      'query ($only: Boolean) { employer { notices(first: 1, unpaidOnly: $only) { edges { node { id insured { edges { node { name idMasked } } } } } pageInfo { hasNextPage } } } }'
    const { data, errors } = await ask(fixture.platform, billed.viewer, source, { only: true })
    expect(errors).toEqual([])
    expect(JSON.stringify(data)).toContain(billed.noticeId)
    expect(JSON.stringify(data)).toContain('王小明')
    const staff = await ask(
      fixture.platform,
      staffViewer(['OFFICER']),
      'query ($id: ID!) { employerById(id: $id) { notices(first: 5) { edges { node { insured(first: 5) { edges { node { name } } } } } } } }',
      { id: billed.employerId },
    )
    expect(JSON.stringify(staff.data)).toContain('王*')
    expect(JSON.stringify(staff.data)).not.toContain('王小明')
    const other = await addEmployer(fixture.platform, [])
    const none = await ask(fixture.platform, employerViewer(other.employerId), source)
    expect(none.data).toEqual({ employer: { notices: { edges: [], pageInfo: { hasNextPage: false } } } })
  })

  it('ids that are no ids do not exist', async () => {
    const { viewer } = await bill()
    for (const id of ['', 'x', 'a:b:c:d', `${crypto.randomUUID()}:2026-11:x:NORMAL`]) {
      expect(
        (await ask(fixture.platform, viewer, 'query ($id: ID!) { paymentNotice(id: $id) { id } }', { id })).errors,
      ).toEqual(['NOT_FOUND'])
      expect(
        (
          await ask(fixture.platform, viewer, 'query ($id: ID!) { explainPremium(premiumPaymentId: $id) { agrees } }', {
            id,
          })
        ).errors,
      ).toEqual(['NOT_FOUND'])
      expect(
        (await ask(fixture.platform, viewer, 'mutation ($id: ID!) { refreshPayment(paymentId: $id) { id } }', { id }))
          .errors,
      ).toEqual(['NOT_FOUND'])
    }
  })
})

describe('derivations', () => {
  it('arrive at the amounts on record', async () => {
    const { viewer, individualIds, employerId, noticeId } = await bill([1_000_000, 500_000, 500_000])
    const month = await ask(
      fixture.platform,
      viewer,
      'query ($id: ID!) { explainPremium(premiumPaymentId: $id) { agrees explanation } }',
      { id: `${individualIds[0]}:2026-11:${employerId}:NORMAL` },
    )
    expect(month.data['explainPremium']).toMatchObject({
      agrees: true,
      explanation: { label: 'TOTAL', result: { kind: 'FEN', value: vector } },
    })
    const asked = await ask(fixture.platform, viewer, 'query ($id: ID!) { explainNotice(noticeId: $id) }', {
      id: noticeId,
    })
    const derivation = asked.data['explainNotice'] as unknown as Explanation
    expect(derivation).toMatchObject({ label: 'OUTSTANDING', result: { kind: 'FEN', value: 370_300 + 2 * 265_294 } })
    // The floor of 2025-07 still holds: 7 162.00 x 0.5 % = 35.81 for two, 10 000.00 x 0.5 % = 50.00 for one.
    const unemployment = { insurance: 'UNEMPLOYMENT', side: 'EMPLOYER' } as const
    const share = noticeFigure(derivation, { label: 'NOTICE_SHARE', ...unemployment })
    expect(share?.inputs.map(({ result, params }) => [params['base'], result.value])).toEqual([
      [716_200, 7_162],
      [1_000_000, 5_000],
    ])
    expect(noticeFigure(derivation, { label: 'BASE_SUM', insurance: 'UNEMPLOYMENT' })?.result.value).toBe(2_432_400)
    const notice = await fixture.platform.database.prisma.paymentNotice.findUniqueOrThrow({ where: { id: noticeId } })
    expect(noticeFigure(derivation, { label: 'EMPLOYER_SHARE' })?.result.value).toBe(Number(notice.employerTotal))
    expect(noticeFigure(derivation, { label: 'PERSONAL_SHARE' })?.result.value).toBe(Number(notice.personalTotal))
    expect(findPart(derivation, { label: 'LATE_FEE' })?.rule).toBe('NOT_LATE')
  })

  it('begin with the wages and months that were declared, as long as the enrolment still has them', async () => {
    const { viewer, individualIds, employerId } = await bill([1_000_000])
    const enrolment = { employerId, individualId: individualIds[0] ?? '' }
    const origin = async () => {
      const month = await ask(
        fixture.platform,
        viewer,
        'query ($id: ID!) { explainPremium(premiumPaymentId: $id) { explanation } }',
        { id: `${individualIds[0]}:2026-11:${employerId}:NORMAL` },
      )
      const { explanation } = month.data['explainPremium'] as unknown as { explanation: Explanation }
      return findPart(explanation, { label: 'AVERAGE_WAGE' })
    }
    expect(await origin()).toMatchObject({ rule: 'DECLARED', inputs: [] })
    const { updateMany } = fixture.platform.database.prisma.enrolment
    await updateMany({ where: enrolment, data: { wagesLastYear: 11_000_000n, monthsWorked: 11 } })
    expect(await origin()).toMatchObject({
      rule: 'WAGES_OVER_MONTHS',
      inputs: [{ result: { value: 11_000_000 } }, { result: { value: 11 } }],
    })
    // Another declaration since: the month ends at the average that it was billed on.
    await updateMany({ where: enrolment, data: { averageWage: 2_000_000n, wagesLastYear: 22_000_000n } })
    expect(await origin()).toMatchObject({ rule: 'DECLARED', result: { value: 1_000_000 } })
  })
})

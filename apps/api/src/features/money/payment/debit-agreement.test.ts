import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { agreementCase } from '../agreement/index.ts'
import { proveLedger } from '../ledger/prove-ledger.ts'
import { debitDueNotices } from './debit-notice.ts'
import { followAgreements } from '../agreement/follow-agreements.ts'
import { assessDeclaration } from '../assessment/assess-declaration.ts'
import { refreshOpenPayments } from './refresh-payment.ts'
import { addEmployer, openBillingFixture } from '../../../testing/money/payment/billing-fixture.ts'
import type { BillingFixture, TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { someCompleteDeclaration } from '../../../testing/complete-declaration.ts'
import { demonstrationPayee } from '../../register/office/payee.ts'

let fixture: BillingFixture
beforeAll(async () => {
  fixture = await openBillingFixture()
})
afterAll(() => fixture.close())
beforeEach(() => {
  fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
  return at('2026-11-23')
})

const at = (day: string) => fixture.platform.clock.set(`${day}T10:00:00+08:00`)
const prisma = () => fixture.platform.database.prisma

const signMutation = `mutation { signDebitAgreement(language: EN) {
  __typename ... on DebitAgreementStarted { redirectUrl agreement { id status } } ... on DebitAgreementRefused { reason }
} }`
const refreshMutation =
  'mutation { refreshDebitAgreement { id status accountMasked signedAt endedAt endedBy endReason } }'
const endMutation =
  'mutation ($id: ID!, $decidedOn: CaseMark!) { endDebitAgreement(id: $id, decidedOn: $decidedOn) { ... on DebitAgreement { id status endedBy } } }'
const debitMutation = `mutation ($noticeId: ID!, $key: String!) { debitNotice(noticeId: $noticeId, idempotencyKey: $key) {
  __typename ... on DebitSent { notice { id status } } ... on PaymentRefused { reason }
} }`

/** The agreement, and what it is now. */
const toEnd = async (id: string) => ({ id, decidedOn: await markNow(fixture.platform, agreementCase, id) })

type Variables = Record<string, unknown>
type Told = Record<string, unknown> & { id: string; status: string }
async function asked<Result>(viewer: TestEmployer['viewer'], source: string, variables = {}): Promise<Result> {
  const { data, errors } = await ask(fixture.platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0] as Result
}

interface Signing {
  __typename: string
  reason?: string
  redirectUrl?: string
  agreement?: Told
}
const sign = ({ viewer }: TestEmployer) => asked<Signing>(viewer, signMutation)
const refresh = ({ viewer }: TestEmployer) => asked<Told | null>(viewer, refreshMutation)
const debitNow = ({ viewer }: TestEmployer, noticeId: string, key: string = crypto.randomUUID()) =>
  asked<Record<string, unknown>>(viewer, debitMutation, { noticeId, key })
const press = (url: string | undefined, form: Record<string, string>) =>
  fetch(url ?? '', { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })

async function signed(employer: TestEmployer, outcome = 'PAYS'): Promise<{ id: string; url: string }> {
  const { redirectUrl = '' } = await sign(employer)
  await press(redirectUrl, { action: 'agree', outcome, behaviour: 'SILENT' })
  const agreement = await refresh(employer)
  expect(agreement).toMatchObject({ status: 'ACTIVE' })
  return { id: agreement?.id ?? '', url: redirectUrl }
}

interface Billed extends TestEmployer {
  noticeId: string
  dueOn: string
}
async function bill(): Promise<Billed> {
  const employer = await addEmployer(fixture.platform, [1_000_000])
  const assessed = await assessDeclaration(fixture.platform, {
    declarationId: employer.declarationId,
    complete: someCompleteDeclaration(),
  })
  const noticeId = assessed?.noticeId ?? ''
  const { dueOn } = await prisma().paymentNotice.findUniqueOrThrow({ where: { id: noticeId } })
  return { ...employer, noticeId, dueOn }
}

const attempts = (noticeId: string) => prisma().payment.findMany({ where: { noticeId }, orderBy: { id: 'asc' } })
const notice = (id: string) => prisma().paymentNotice.findUniqueOrThrow({ where: { id } })
const agreementRow = (id: string) => prisma().debitAgreement.findUniqueOrThrow({ where: { id } })
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** What the minute's job does, once the attempts are old enough. */
async function hearFromBank(): Promise<void> {
  fixture.platform.clock.advance(120_000)
  await refreshOpenPayments(fixture.platform, 60)
}

/** 10 000.00 yuan in Beijing, class 1 (domain specification, section 2.4). */
const vector = 370_300

describe('an agreement', () => {
  it('is signed at the bank, one at a time, and ended by the employer', async () => {
    const employer = await addEmployer(fixture.platform, [])
    const [one, two] = await Promise.all([sign(employer), sign(employer)])
    expect(one.redirectUrl).toBe(two.redirectUrl)
    expect(await prisma().debitAgreement.count({ where: { employerId: employer.employerId } })).toBe(1)
    expect(await refresh(employer)).toMatchObject({ status: 'PENDING', accountMasked: null })

    await press(one.redirectUrl, { action: 'agree' })
    // Pressed again before anyone heard of the signature.
    expect(await sign(employer)).toMatchObject({ reason: 'ALREADY_ACTIVE' })
    const active = await refresh(employer)
    expect(active).toMatchObject({ status: 'ACTIVE', accountMasked: expect.stringMatching(/^\*+\d{4}$/) })

    expect(await asked(employer.viewer, endMutation, await toEnd(active?.id ?? ''))).toMatchObject({
      status: 'ENDED',
      endedBy: 'EMPLOYER',
    })
    expect(await refresh(employer)).toBeNull()
    expect((await sign(employer)).agreement?.id).not.toBe(active?.id)
    const trail = await prisma().auditEvent.findMany({ where: { recordId: active?.id ?? '' }, orderBy: { seq: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual([
      'DEBIT_AGREEMENT_REQUESTED',
      'DEBIT_AGREEMENT_SIGNED',
      'DEBIT_AGREEMENT_ENDED',
    ])
  })

  it('can be refused, and asked for again', async () => {
    const employer = await addEmployer(fixture.platform, [])
    const { redirectUrl, agreement } = await sign(employer)
    await press(redirectUrl, { action: 'refuse' })
    expect((await sign(employer)).redirectUrl).not.toBe(redirectUrl)
    expect(await agreementRow(agreement?.id ?? '')).toMatchObject({
      status: 'REFUSED',
      endReason: 'REFUSED_AT_BANK',
    })
  })

  it('is kept as a wish while the bank does not answer, and its end is told when it does', async () => {
    const employer = await addEmployer(fixture.platform, [])
    fixture.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
    expect(await sign(employer)).toMatchObject({ reason: 'BANK_UNAVAILABLE' })
    fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
    const { id, url } = await signed(employer)

    fixture.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
    expect(await asked(employer.viewer, endMutation, await toEnd(id))).toMatchObject({ status: 'ENDED' })
    expect((await agreementRow(id)).bankToldAt).toBeNull()
    fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
    expect(await (await fetch(`${url}?lang=en`)).text()).toContain('The agreement is in force.')
    await followAgreements(fixture.platform, 'OPEN')
    expect(await (await fetch(`${url}?lang=en`)).text()).toContain('The agreement has ended.')
    expect((await agreementRow(id)).bankToldAt).not.toBeNull()
  })

  it('that nobody signs ends after seven days; one signed meanwhile is heard of', async () => {
    const unsigned = await sign(await addEmployer(fixture.platform, []))
    const signedLater = await sign(await addEmployer(fixture.platform, []))
    at('2026-11-29')
    await followAgreements(fixture.platform, 'OPEN')
    expect(await agreementRow(unsigned.agreement?.id ?? '')).toMatchObject({ status: 'PENDING' })
    await press(signedLater.redirectUrl, { action: 'agree' })
    at('2026-12-01')
    await followAgreements(fixture.platform, 'OPEN')
    expect(await agreementRow(unsigned.agreement?.id ?? '')).toMatchObject({
      status: 'REFUSED',
      endReason: 'NOT_SIGNED',
    })
    expect(await agreementRow(signedLater.agreement?.id ?? '')).toMatchObject({ status: 'ACTIVE' })
  })
})

describe('the job', () => {
  it('debits on the due day, not before, once, and the month is paid', async () => {
    const billed = await bill()
    await signed(billed)
    at(later(billed.dueOn, -1))
    await debitDueNotices(fixture.platform)
    expect(await attempts(billed.noticeId)).toEqual([])

    at(billed.dueOn)
    // Two servers take the same turn.
    await Promise.all([debitDueNotices(fixture.platform), debitDueNotices(fixture.platform)])
    await debitDueNotices(fixture.platform)
    expect(await attempts(billed.noticeId)).toMatchObject([{ channel: 'AGREEMENT_DEBIT', amount: BigInt(vector) }])
    await hearFromBank()
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED', postedOn: billed.dueOn })
    expect((await attempts(billed.noticeId))[0]).toMatchObject({ status: 'SUCCESS' })
    await debitDueNotices(fixture.platform)
    expect(await attempts(billed.noticeId)).toHaveLength(1)
    expect(await proveLedger(fixture.platform)).toMatchObject({ holds: true })
  })

  it('tries again on the next day at that day’s amount, three times in all', async () => {
    const billed = await bill()
    const { url } = await signed(billed, 'INSUFFICIENT')
    for (const days of [0, 0, 1, 2, 3]) {
      at(later(billed.dueOn, days))
      await debitDueNotices(fixture.platform)
      await hearFromBank()
    }
    const tried = await attempts(billed.noticeId)
    // 0.05% of 3 703.00 a day: 1.85, 3.70.
    expect(tried.map(({ amount, failure }) => [Number(amount), failure])).toEqual([
      [vector, 'INSUFFICIENT'],
      [vector + 185, 'INSUFFICIENT'],
      [vector + 370, 'INSUFFICIENT'],
    ])
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'UNPAID' })
    // The employer can still have it debited.
    await press(url, { action: 'change', outcome: 'PAYS', behaviour: 'SILENT' })
    expect(await debitNow(billed, billed.noticeId)).toMatchObject({ __typename: 'DebitSent' })
    await hearFromBank()
    expect(await notice(billed.noticeId)).toMatchObject({ status: 'POSTED' })
  })

  it('takes no second turn while the bank does not answer: unknown is not failed', async () => {
    const billed = await bill()
    const { url } = await signed(billed, 'NO_ANSWER')
    at(billed.dueOn)
    await debitDueNotices(fixture.platform)
    expect(await attempts(billed.noticeId)).toMatchObject([{ status: 'UNKNOWN' }])
    at(later(billed.dueOn, 1))
    await debitDueNotices(fixture.platform)
    await hearFromBank()
    expect(await attempts(billed.noticeId)).toMatchObject([{ status: 'UNKNOWN' }])
    await press(url, { action: 'change', outcome: 'PAYS', behaviour: 'SILENT' })
    await hearFromBank()
    expect(await attempts(billed.noticeId)).toMatchObject([{ status: 'SUCCESS' }])
  })

  it('ends the agreement when the bank calls it invalid', async () => {
    const billed = await bill()
    const { id } = await signed(billed, 'CANCELLED')
    at(billed.dueOn)
    await debitDueNotices(fixture.platform)
    await hearFromBank()
    expect(await agreementRow(id)).toMatchObject({ status: 'ENDED', endedBy: 'BANK', endReason: 'AGREEMENT_INVALID' })
    at(later(billed.dueOn, 1))
    await debitDueNotices(fixture.platform)
    expect(await attempts(billed.noticeId)).toHaveLength(1)
  })

  it('goes by every page of notices, and leaves those whose clerk is at the cashier', async () => {
    const all: [Billed, Billed, Billed] = [await bill(), await bill(), await bill()]
    for (const billed of all) await signed(billed)
    at(all[0].dueOn)
    const [atCashier] = all
    const started = await asked<Record<string, unknown>>(
      atCashier.viewer,
      'mutation ($id: ID!) { startPayment(noticeId: $id, idempotencyKey: "cashier-key-1", language: EN) { __typename } }',
      { id: atCashier.noticeId },
    )
    expect(started).toMatchObject({ __typename: 'PaymentStarted' })
    await debitDueNotices(fixture.platform)
    expect(await debitNow(atCashier, atCashier.noticeId)).toMatchObject({ reason: 'OTHER_PAYMENT_UNDER_WAY' })
    const channels = await Promise.all(all.map(async ({ noticeId }) => attempts(noticeId)))
    expect(channels.map((list) => list.map(({ channel }) => channel))).toEqual([
      ['E_BANK'],
      ['AGREEMENT_DEBIT'],
      ['AGREEMENT_DEBIT'],
    ])
    await hearFromBank()
  })
})

describe('a debit that was opened and not sent', () => {
  it('is sent on the same day, and ends on another', async () => {
    const [today, tomorrow] = [await bill(), await bill()]
    for (const billed of [today, tomorrow]) {
      await signed(billed)
      at(billed.dueOn)
      fixture.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
      await debitNow(billed, billed.noticeId)
      fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
      if (billed === tomorrow) at(later(billed.dueOn, 1))
      await hearFromBank()
      await hearFromBank()
    }
    expect(await attempts(today.noticeId)).toMatchObject([{ status: 'SUCCESS' }])
    expect(await attempts(tomorrow.noticeId)).toMatchObject([{ status: 'FAILED', failure: 'EXPIRED' }])
  })

  it('is not sent after the agreement has ended', async () => {
    const billed = await bill()
    const { id } = await signed(billed)
    fixture.platform.environment.sandboxBankUrl = 'http://127.0.0.1:9'
    await debitNow(billed, billed.noticeId)
    await asked(billed.viewer, endMutation, await toEnd(id))
    fixture.platform.environment.sandboxBankUrl = fixture.bankUrl
    await hearFromBank()
    expect(await attempts(billed.noticeId)).toMatchObject([{ status: 'FAILED', failure: 'AGREEMENT_INVALID' }])
    expect(await agreementRow(id)).toMatchObject({ endedBy: 'EMPLOYER' })
    expect(await debitNow(billed, billed.noticeId)).toMatchObject({ reason: 'NO_AGREEMENT' })
  })
})

describe('debit now', () => {
  it('pressed twice is one debit', async () => {
    const billed = await bill()
    await signed(billed)
    const pressed = await Promise.all([debitNow(billed, billed.noticeId), debitNow(billed, billed.noticeId)])
    expect(pressed.map(({ __typename }) => __typename)).toContain('DebitSent')
    await hearFromBank()
    expect((await attempts(billed.noticeId)).filter(({ status }) => status === 'SUCCESS')).toHaveLength(1)
    expect(await debitNow(billed, billed.noticeId)).toMatchObject({ reason: 'ALREADY_PAID' })
  })
})

describe('what the employer sees', () => {
  const billQuery =
    'query ($id: ID!) { paymentNotice(id: $id) { nextDebitOn payee { name number bank } payments { channel failure } } }'

  it('when the notice will be debited, and where a transfer goes', async () => {
    const billed = await bill()
    const seen = () => asked<Record<string, unknown>>(billed.viewer, billQuery, { id: billed.noticeId })
    expect(await seen()).toEqual({ nextDebitOn: null, payee: demonstrationPayee, payments: [] })
    await signed(billed, 'INSUFFICIENT')
    expect(await seen()).toMatchObject({ nextDebitOn: billed.dueOn })
    at(billed.dueOn)
    expect(await seen()).toMatchObject({ nextDebitOn: billed.dueOn })
    await debitDueNotices(fixture.platform)
    expect(await seen()).toMatchObject({ nextDebitOn: null })
    await hearFromBank()
    expect(await seen()).toMatchObject({
      nextDebitOn: later(billed.dueOn, 1),
      payments: [{ channel: 'AGREEMENT_DEBIT', failure: 'INSUFFICIENT' }],
    })
  })

  it('what is owed and what stays to its credit', async () => {
    const billed = await bill()
    const source = 'query { employer { balance { owed credit } } }'
    expect(await asked(billed.viewer, source)).toEqual({ balance: { owed: vector, credit: 0 } })
  })
})

describe('who may', () => {
  const operations: Record<string, [string, (billed: Billed, agreementId: string) => Variables | Promise<Variables>]> =
    {
      signDebitAgreement: [signMutation, () => ({})],
      refreshDebitAgreement: [refreshMutation, () => ({})],
      endDebitAgreement: [endMutation, (_billed, id) => toEnd(id)],
      debitNotice: [debitMutation, ({ noticeId }) => ({ noticeId, key: crypto.randomUUID() })],
    }
  it.each(Object.entries(operations))(
    '%s: an employer, and for its own rows only',
    async (name, [source, variables]) => {
      const billed = await bill()
      const { id } = await signed(billed)
      const stranger = await addEmployer(fixture.platform, [])
      const errorsOf = async (viewer: Parameters<typeof ask>[1]) =>
        (await ask(fixture.platform, viewer, source, await variables(billed, id))).errors
      const ofARow = name === 'endDebitAgreement' || name === 'debitNotice'
      expect(await errorsOf(stranger.viewer)).toEqual(ofARow ? ['NOT_FOUND'] : [])
      expect(await errorsOf(undefined)).toEqual(['UNAUTHENTICATED'])
      expect(await errorsOf(insuredViewer(crypto.randomUUID()))).toEqual(['FORBIDDEN'])
      expect(await errorsOf(staffViewer(['OFFICER']))).toEqual(['FORBIDDEN'])
      expect(await errorsOf({ ...billed.viewer, stage: 'MUST_CHANGE_PASSWORD' })).toEqual(['FORBIDDEN'])
      // Nothing any of them did reached the employer's own agreement.
      expect(await agreementRow(id)).toMatchObject({ status: 'ACTIVE' })
      expect(await attempts(billed.noticeId)).toEqual([])
      expect(await errorsOf(billed.viewer)).toEqual([])
    },
  )

  it.each(['balance { owed }', 'debitAgreement { id }', 'debitAgreements { edges { node { agreementNo } } }'])(
    'Employer.%s: its own and staff',
    async (field) => {
      const billed = await bill()
      const { id } = await signed(billed)
      const own = await ask(fixture.platform, billed.viewer, `query { employer { ${field} } }`)
      expect(own.errors).toEqual([])
      expect(JSON.stringify(own.data)).toContain(
        field.includes('{ id') ? id : field.includes('owed') ? String(vector) : 'WT2026',
      )
      const byId = `query ($id: ID!) { employerById(id: $id) { ${field} } }`
      const stranger = await addEmployer(fixture.platform, [])
      const errorsOf = async (viewer: Parameters<typeof ask>[1]) =>
        (await ask(fixture.platform, viewer, byId, { id: billed.employerId })).errors
      expect(await errorsOf(stranger.viewer)).toEqual(['NOT_FOUND'])
      expect(await errorsOf(staffViewer(['OFFICER']))).toEqual([])
      expect(await errorsOf(undefined)).toEqual(['UNAUTHENTICATED'])
    },
  )
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../testing/ask.ts'
import { addOffice } from '../testing/readers.ts'
import { askDerivation } from '../testing/ask-derivation.ts'
import { addUnit, billMonth, monthOf, openRefundFixture, refundStep } from '../testing/money/refund/refund-fixture.ts'
import type { RefundFixture } from '../testing/money/refund/refund-fixture.ts'
import type { TestEmployer } from '../testing/money/payment/billing-fixture.ts'
import type { Viewer } from '../access/viewer.ts'
import { derivationSubjects } from './derivation.ts'
import './schema.ts'

let f: RefundFixture
let unit: TestEmployer
let other: TestEmployer
/** What names one amount of each kind; all of them the unit's, or the office's. */
let asked: Record<string, unknown>
const day = '2024-11-20'

beforeAll(async () => {
  f = await openRefundFixture()
  unit = await addUnit(f.platform, [1_000_000])
  other = await addUnit(f.platform, [1_000_000])
  asked = await givenOneOfEach()
})
afterAll(() => f.platform.close())

async function givenOneOfEach(): Promise<Record<string, unknown>> {
  const { prisma } = f.platform.database
  const { employerId, individualIds, viewer } = unit
  await addOffice(f.platform)
  await billMonth(f.platform, employerId, '2024-08')
  const { id: refund } = await refundStep(f.platform, viewer, 'applyForRefund', monthOf(individualIds[0], '2024-08'))
  const notice = await billMonth(f.platform, employerId, '2024-09', false)
  const at = f.platform.clock.now()
  const by = crypto.randomUUID()
  const payment = await prisma.payment.create({
    data: { noticeId: notice, employerId, idempotencyKey: by, channel: 'E_BANK', amount: 370_300n },
  })
  const backPayment = await prisma.backPayment.create({
    data: {
      number: 'BP-1',
      employerId,
      reason: 'LATE_ENROLMENT',
      evidence: ['PAYROLL'],
      evidenceNote: '档案',
      route: 'STAFF_REVIEW',
      status: 'REJECTED',
      people: 1,
      premium: 1n,
      lateFee: 0n,
      appliedBy: by,
      appliedAt: at,
    },
  })
  const writeOff = await prisma.writeOff.create({
    data: {
      noticeId: notice,
      amount: 370_300n,
      ground: 'DEBTOR_ENDED',
      documentNo: '（2024）破1号',
      explanation: '破产终结',
      requestedBy: by,
      requestedAt: at,
    },
  })
  const run = await prisma.billingRun.create({
    data: { region: '110000', period: '2024-09', kind: 'MONTHLY', status: 'DONE', startedAt: at, heartbeatAt: at },
  })
  const { id: proposalId } = await prisma.policyProposal.create({
    data: { region: '110000', title: '方案', rows: [], rowsHash: '', createdBy: by, createdAt: at, updatedAt: at },
  })
  const item = await prisma.reconciliationItem.create({
    data: {
      outcome: 'SYSTEM_ONLY',
      reference: 'R-1',
      paymentId: payment.id,
      employerId,
      systemAmount: 370_300n,
      reconciliation: { create: { day } },
    },
  })
  return {
    month: `${individualIds[0]}:2024-08:${employerId}:NORMAL`,
    notice,
    payment: payment.id,
    balance: { employerId, figure: 'OWED' },
    certificate: { from: '2024-08', to: '2024-08', figure: 'PAID' },
    pensionAccount: { year: 2024, figure: 'CLOSING' },
    refund,
    backPayment: backPayment.id,
    writeOff: writeOff.id,
    run: run.id,
    receipts: day,
    reconciliationDay: { day, party: 'SYSTEM' },
    reconciliationItem: { itemId: item.id, party: 'SYSTEM' },
    statement: { day, source: 'BANK', figure: 'SUM' },
    simulatedTotal: { proposalId, moment: 'BEFORE' },
    simulatedShare: { proposalId, moment: 'AFTER', side: 'PERSONAL', insurance: 'PENSION' },
    simulatedEmployer: { proposalId, moment: 'AFTER', employerId },
    simulatedChange: { proposalId, place: 0 },
  }
}

const viewers = {
  clerk: () => unit.viewer,
  otherClerk: () => other.viewer,
  person: () => insuredViewer(unit.individualIds[0] ?? ''),
  otherPerson: () => insuredViewer(other.individualIds[0] ?? ''),
  officer: () => staffViewer(['OFFICER']),
  reviewer: () => staffViewer(['REVIEWER']),
  head: () => staffViewer(['HEAD']),
  auditor: () => staffViewer(['AUDITOR']),
} satisfies Record<string, () => Viewer>
type Who = keyof typeof viewers
type Answer = 'ANSWERED' | 'FORBIDDEN' | 'NOT_FOUND'

const staff = { officer: 'ANSWERED', reviewer: 'ANSWERED', head: 'ANSWERED', auditor: 'ANSWERED' } as const
const nobodyElse = {
  clerk: 'FORBIDDEN',
  otherClerk: 'FORBIDDEN',
  person: 'FORBIDDEN',
  otherPerson: 'FORBIDDEN',
} as const
const ofTheOffice: Record<Who, Answer> = { ...nobodyElse, ...staff }
const ofAnEmployer: Record<Who, Answer> = { ...ofTheOffice, clerk: 'ANSWERED', otherClerk: 'NOT_FOUND' }

/** Who gets an answer. A certificate is always the asker's own: there is no asking for another's. */
const table: Record<string, Record<Who, Answer>> = {
  month: { ...ofAnEmployer, person: 'ANSWERED', otherPerson: 'NOT_FOUND' },
  notice: ofAnEmployer,
  payment: ofAnEmployer,
  balance: ofAnEmployer,
  refund: ofAnEmployer,
  backPayment: ofAnEmployer,
  certificate: {
    clerk: 'ANSWERED',
    otherClerk: 'ANSWERED',
    person: 'ANSWERED',
    otherPerson: 'ANSWERED',
    officer: 'FORBIDDEN',
    reviewer: 'FORBIDDEN',
    head: 'FORBIDDEN',
    auditor: 'FORBIDDEN',
  },
  pensionAccount: {
    clerk: 'FORBIDDEN',
    otherClerk: 'FORBIDDEN',
    person: 'ANSWERED',
    otherPerson: 'ANSWERED',
    officer: 'FORBIDDEN',
    reviewer: 'FORBIDDEN',
    head: 'FORBIDDEN',
    auditor: 'FORBIDDEN',
  },
  writeOff: ofTheOffice,
  run: ofTheOffice,
  receipts: ofTheOffice,
  reconciliationDay: ofTheOffice,
  reconciliationItem: ofTheOffice,
  statement: ofTheOffice,
  simulatedTotal: ofTheOffice,
  simulatedShare: ofTheOffice,
  simulatedEmployer: ofTheOffice,
  simulatedChange: ofTheOffice,
}

describe('who may ask why', () => {
  it('is said of every subject there is', () => {
    expect(derivationSubjects()).toEqual(Object.keys(table).toSorted())
  })

  it.each(Object.entries(table))('%s', async (name, expected) => {
    const answerTo = async (viewer: Viewer | undefined) => {
      const { errors } = await askDerivation(f.platform, viewer, { [name]: asked[name] })
      return errors.join() || 'ANSWERED'
    }
    const found: Record<string, string> = {}
    for (const [who, viewer] of Object.entries(viewers)) found[who] = await answerTo(viewer())
    expect(found).toEqual(expected)
    expect(await answerTo(undefined)).toBe('UNAUTHENTICATED')
    for (const viewer of [unit.viewer, staffViewer(['HEAD'])])
      expect(await answerTo({ ...viewer, stage: 'MUST_CHANGE_PASSWORD' })).toBe('FORBIDDEN')
  })

  it('what is answered is the amount itself', async () => {
    const amounts = { month: 370_300, notice: 370_300, payment: 370_300, writeOff: 370_300, refund: 370_300 }
    for (const [name, amount] of Object.entries(amounts)) {
      const viewer = name === 'writeOff' ? f.officer : unit.viewer
      const { derivation } = await askDerivation(f.platform, viewer, { [name]: asked[name] })
      expect(derivation?.explanation.result.value, name).toBe(amount)
    }
  })
})

describe('a subject', () => {
  it('is exactly one', async () => {
    for (const subject of [{}, { notice: asked['notice'], payment: asked['payment'] }, { notice: null }]) {
      const { errors, derivation } = await askDerivation(f.platform, f.officer, subject)
      expect([derivation, errors.length]).toEqual([null, 1])
    }
  })

  it('whose id is none does not exist', async () => {
    for (const name of ['month', 'notice', 'payment', 'refund', 'backPayment', 'writeOff', 'run'])
      for (const id of ['', 'x', "1' OR '1'='1"])
        expect((await askDerivation(f.platform, f.officer, { [name]: id })).errors, name).toEqual(['NOT_FOUND'])
    const balance = { employerId: 'x', figure: 'OWED' }
    expect((await askDerivation(f.platform, employerViewer(unit.employerId), { balance })).errors).toEqual([
      'NOT_FOUND',
    ])
  })

  it('costs what its derivation costs: a hundred notices are too many for one operation', async () => {
    const source = (times: number) =>
      `query ($id: ID!) { ${Array.from({ length: times }, (_, index) => `n${index}: derivation(subject: { notice: $id }) { agrees }`).join(' ')} }`
    const refused = await ask(f.platform, other.viewer, source(100), { id: asked['notice'] })
    expect(new Set(refused.errors)).toEqual(new Set(['TOO_LARGE']))
    const taken = await ask(f.platform, other.viewer, source(3), { id: asked['notice'] })
    expect(new Set(taken.errors)).toEqual(new Set(['NOT_FOUND']))
  })
})

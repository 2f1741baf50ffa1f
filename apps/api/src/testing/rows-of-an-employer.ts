import { randomBytes } from 'node:crypto'
import { nothingYet } from '../features/money/enforcement/standing.ts'
import { monthId } from '../features/money/month/explain-month.ts'
import { addUnit, billMonth } from './money/refund/refund-fixture.ts'
import { addClerk } from './readers.ts'
import type { TestPlatform } from './test-platform.ts'

export interface RowsOfEmployer {
  employerId: string
  individualId: string
  declarationId: string
  monthlyId: string
  dutyId: string
  noticeId: string
  monthId: string
  paymentId: string
  refundId: string
  enforcementId: string
  fineId: string
  backPaymentId: string
  agreementId: string
  clerkId: string
  mandateId: string
  particularsChangeId: string
  onlineFilingId: string
  waiverId: string
  employerLockId: string
  cancellationId: string
  receivedMandateId: string
  accessTokenId: string
  printRunId: string
  /** Of the insured person, to somebody whom the register does not know. */
  consentId: string
  /** What the insured person reported of the employer. */
  reportId: string
}

/** What stands in the texts that somebody wrote: of the unit, and of the person without the unit. */
interface Words {
  unit: string
  person: string
}

/** One row of everything that belongs to an employer; whose they are counts, and what stands in them only where it is told. */
export async function addRowsOfEmployer(platform: TestPlatform, words?: Words): Promise<RowsOfEmployer> {
  const unit = (usual: string) => words?.unit ?? usual
  const person = (usual: string) => words?.person ?? usual
  const { prisma } = platform.database
  const { employerId, declarationId, individualIds } = await addUnit(platform, [1_000_000])
  const [individualId = ''] = individualIds
  const other = await addUnit(platform, [1_000_000])
  const noticeId = await billMonth(platform, employerId, '2026-10')
  const month = await prisma.premiumPayment.findFirstOrThrow({ where: { noticeId } })
  const [appliedBy, appliedAt] = [crypto.randomUUID(), platform.clock.now()]
  const payment = await prisma.payment.create({
    data: { noticeId, employerId, idempotencyKey: crypto.randomUUID(), amount: 1n, status: 'FAILED' },
  })
  // Handed in once: before, it would be its employer's alone.
  await prisma.declaration.update({ where: { id: declarationId }, data: { submittedAt: appliedAt } })
  const monthly = await prisma.declaration.create({
    data: {
      employerId,
      kind: 'MONTHLY',
      year: 2026,
      period: '2026-10',
      status: 'DRAFT',
      opensOn: '2026-10-01',
      dueOn: '2026-10-31',
      submittedAt: appliedAt,
    },
  })
  const duty = await prisma.unemployedListDuty.create({
    data: { declarationId: monthly.id, employerId, dueOn: '2026-11-15', people: 1 },
  })
  const common = { employerId, number: crypto.randomUUID(), appliedBy, appliedAt }
  const refund = await prisma.refund.create({
    data: { ...common, source: 'CREDIT', reason: 'OVERPAID', explanation: unit('多缴'), amount: 1n },
  })
  const backPayment = await prisma.backPayment.create({
    data: { ...common, reason: unit('漏缴'), evidence: [], route: 'STAFF_REVIEW', people: 1, premium: 1n, lateFee: 0n },
  })
  const agreement = await prisma.debitAgreement.create({
    data: { employerId, agreementNo: crypto.randomUUID(), requestedBy: appliedBy, createdAt: appliedAt },
  })
  const maker = await prisma.account.create({ data: { kind: 'EMPLOYER', displayName: '经办人', passwordHash: '' } })
  const accessToken = await prisma.accessToken.create({
    data: {
      employerId,
      accountId: maker.id,
      name: unit('工资系统'),
      secretHash: new Uint8Array(randomBytes(32)),
      hint: 'abcd',
      scopes: ['READ'],
      test: false,
      createdAt: appliedAt,
      windowStart: appliedAt,
      expiresAt: new Date(appliedAt.getTime() + 86_400_000),
    },
  })
  const printRun = await prisma.printRun.create({
    data: { employerId, accountId: appliedBy, language: 'en', papers: 1, createdAt: appliedAt },
  })
  return {
    employerId,
    individualId,
    declarationId,
    monthlyId: monthly.id,
    dutyId: duty.id,
    noticeId,
    monthId: monthId({ ...month, kind: 'NORMAL' }),
    paymentId: payment.id,
    refundId: refund.id,
    ...(await addEnforcement(platform, employerId, unit('逾期未缴'))),
    backPaymentId: backPayment.id,
    agreementId: agreement.id,
    particularsChangeId: await addChange(platform, employerId, unit),
    onlineFilingId: (await prisma.onlineFiling.findFirstOrThrow({ where: { employerId } })).id,
    waiverId: await addWaiver(platform, employerId, unit('政策规定')),
    employerLockId: await addLock(platform, employerId, unit('登记核查')),
    cancellationId: await addCancellation(platform, employerId, unit('解散')),
    mandateId: await addMandate(platform, employerId, other.employerId),
    receivedMandateId: await addMandate(platform, other.employerId, employerId),
    printRunId: printRun.id,
    clerkId: (await addClerk(platform, employerId)).accountId,
    accessTokenId: accessToken.id,
    consentId: await addConsent(platform, individualId, person),
    reportId: await addReport(platform, employerId, individualId, person('没有缴费')),
  }
}

async function addWaiver({ database, clock }: TestPlatform, employerId: string, explanation: string): Promise<string> {
  const { id } = await database.prisma.waiver.create({
    data: {
      number: `HM${employerId.slice(-8)}`,
      employerId,
      kind: 'FILING_DEADLINE',
      ground: 'POLICY',
      documentNo: '京社会〔2024〕9号',
      explanation,
      period: '2024-01',
      // As a proposal writes it: left out it would be no list at all.
      noticeIds: [],
      fromOn: '2024-01-01',
      toOn: '2024-02-20',
      status: 'STANDING',
      proposedBy: crypto.randomUUID(),
      proposedAt: clock.now(),
      decidedBy: crypto.randomUUID(),
      decidedAt: clock.now(),
    },
  })
  return id
}

async function addLock({ database, clock }: TestPlatform, employerId: string, explanation: string): Promise<string> {
  const { id } = await database.prisma.employerLock.create({
    data: {
      number: `SD${employerId.slice(-8)}`,
      employerId,
      ground: 'REGISTRATION_CHECK',
      explanation,
      status: 'RELEASED',
      lockedOn: '2024-01-02',
      releasedOn: '2024-01-03',
      proposedBy: crypto.randomUUID(),
      proposedAt: clock.now(),
      decidedBy: crypto.randomUUID(),
      decidedAt: clock.now(),
    },
  })
  return id
}

async function addEnforcement({ database, clock }: TestPlatform, employerId: string, reasons: string) {
  const amounts = { principal: 1n, lateFee: 0n, settled: 0n, computedOn: clock.today() }
  const { id } = await database.prisma.enforcementCase.create({
    data: {
      ...amounts,
      employerId,
      number: crypto.randomUUID(),
      openedAt: clock.now(),
      changedAt: clock.now(),
      standing: nothingYet,
    },
  })
  const fine = await database.prisma.fineCase.create({
    data: {
      employerId,
      enforcementId: id,
      number: crypto.randomUUID(),
      status: 'NOTICED',
      openedOn: clock.today(),
      changedAt: clock.now(),
      arrears: 1n,
      standing: { stated: [], notice: { on: clock.today(), amount: 1, reasons } },
    },
  })
  return { enforcementId: id, fineId: fine.id }
}

async function addReport(
  { database, clock, vault }: TestPlatform,
  employerId: string,
  individualId: string,
  words: string,
) {
  const { id } = await database.prisma.employerReport.create({
    data: {
      number: crypto.randomUUID(),
      kind: 'UNDERPAID',
      employerId,
      unitName: '甲公司',
      fromPeriod: '2026-01',
      toPeriod: '2026-02',
      receivedAt: clock.now(),
    },
  })
  await database.prisma.employerReportReporter.create({
    data: {
      reportId: id,
      requestKey: crypto.randomUUID(),
      reporterHash: vault.lookupHash('employer-reporter', individualId),
      sealed: vault.seal({ individualId, words, saidBase: null, sheet: [] }),
    },
  })
  return id
}

type Said = (usual: string) => string

async function addConsent({ database, clock, vault }: TestPlatform, granterId: string, said: Said): Promise<string> {
  const reader = {
    readerHash: vault.lookupHash('person-id', crypto.randomUUID()),
    reader: vault.seal({ name: said('李四') }),
  }
  const { id } = await database.prisma.recordConsent.create({
    data: {
      granterId,
      ...reader,
      readerMasked: said('***'),
      relation: 'OTHER',
      validTo: '2029-12-31',
      givenAt: clock.now(),
    },
  })
  return id
}

async function addMandate({ database, clock }: TestPlatform, employerId: string, agencyId: string): Promise<string> {
  const days = { validFrom: '2020-01-01', validTo: '2029-12-31' }
  const { id } = await database.prisma.mandate.create({
    data: { employerId, agencyId, duties: [], ...days, createdAt: clock.now() },
  })
  return id
}

async function addCancellation({ database, clock }: TestPlatform, employerId: string, reason: string): Promise<string> {
  const asked = { requestedBy: crypto.randomUUID(), requestedAt: clock.now(), reason, lastDay: '2026-10-31' }
  const { id } = await database.prisma.cancellation.create({
    data: { ...asked, employerId, number: crypto.randomUUID() },
  })
  return id
}

async function addChange({ database, clock, vault }: TestPlatform, employerId: string, said: Said): Promise<string> {
  const sealed = { wanted: vault.seal({ NAME: said('新名称') }), held: vault.seal({ NAME: said('旧名称') }) }
  const asked = {
    requestedBy: crypto.randomUUID(),
    requestedAt: clock.now(),
    reason: said('更名'),
    validFrom: '2026-10-01',
  }
  const { id } = await database.prisma.particularsChange.create({
    data: { ...sealed, ...asked, employerId, number: crypto.randomUUID(), kind: 'NAME' },
  })
  return id
}

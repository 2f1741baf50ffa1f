import { fen, period } from '@shebao/kernel'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../ask.ts'
import { markNow } from '../../mark-now.ts'
import { refundCase } from '../../../features/money/refund/refund-case.ts'
import { openTestPlatform } from '../../test-platform.ts'
import type { TestPlatform } from '../../test-platform.ts'
import { assessEmployer } from '../../../features/money/assessment/assess-employer.ts'
import { receiveMoney } from '../../../features/money/settlement/allocate-credit.ts'
import { addEmployer } from '../payment/billing-fixture.ts'
import type { TestEmployer } from '../payment/billing-fixture.ts'
import { seedPolicy } from '../../../features/money/policy/policy-in-force.ts'

export interface RefundFixture {
  platform: TestPlatform
  officer: Viewer
  reviewer: Viewer
  head: Viewer
  auditor: Viewer
}

export async function openRefundFixture(): Promise<RefundFixture> {
  const platform = await openTestPlatform()
  await seedPolicy(platform)
  return {
    platform,
    officer: staffViewer(['OFFICER']),
    reviewer: staffViewer(['REVIEWER']),
    head: staffViewer(['HEAD', 'REVIEWER']),
    auditor: staffViewer(['AUDITOR']),
  }
}

/** Bills a month on its second day; pays it on the third unless told otherwise. */
export async function billMonth(
  platform: TestPlatform,
  employerId: string,
  month: string,
  paid: { extra?: number } | false = {},
): Promise<string> {
  platform.clock.set(`${month}-02T10:00:00+08:00`)
  const assessed = await assessEmployer(platform, { employerId, period: period(month) })
  if (!assessed) throw new Error('Nobody is enrolled.')
  platform.clock.set(`${month}-03T10:00:00+08:00`)
  if (paid !== false)
    await receiveMoney(platform, {
      employerId,
      amount: fen(assessed.total + (paid.extra ?? 0)),
      valueDate: `${month}-03`,
      key: crypto.randomUUID(),
    })
  return assessed.noticeId
}

/** The test's employer has an account whose last four digits can be compared. */
export async function addUnit(platform: TestPlatform, wages: readonly number[]): Promise<TestEmployer> {
  const unit = await addEmployer(platform, wages)
  await platform.database.prisma.employer.update({
    where: { id: unit.employerId },
    data: { bankAccountMasked: '************6789' },
  })
  return unit
}

const result = `{ __typename ... on RefundStepTaken { refund { id number state amount personalShare shares { insurance side amount } } }
  ... on RefundRefused { problems { code amount reference } } }`

const operations = {
  applyForRefund: `mutation ($input: RefundApplicationInput!) { applyForRefund(input: $input) ${result} }`,
  confirmRefundReceipt: `mutation ($id: ID!, $decidedOn: CaseMark!) { confirmRefundReceipt(id: $id, decidedOn: $decidedOn) ${result} }`,
  verifyRefund: `mutation ($id: ID!, $decidedOn: CaseMark!, $benefitDrawn: Boolean!, $evidence: String!, $files: [ID!]) {
    verifyRefund(id: $id, decidedOn: $decidedOn, benefitDrawn: $benefitDrawn, evidence: $evidence, files: $files) ${result} }`,
  approveRefund: `mutation ($id: ID!, $decidedOn: CaseMark!) { approveRefund(id: $id, decidedOn: $decidedOn) ${result} }`,
  payOutRefund: `mutation ($id: ID!, $decidedOn: CaseMark!, $bankReference: String!, $accountLast4: String!) {
    payOutRefund(id: $id, decidedOn: $decidedOn, bankReference: $bankReference, accountLast4: $accountLast4) ${result} }`,
  rejectRefund: `mutation ($id: ID!, $decidedOn: CaseMark!, $reason: String!) { rejectRefund(id: $id, decidedOn: $decidedOn, reason: $reason) ${result} }`,
} as const

export interface RefundAnswer {
  id: string
  state: string | undefined
  amount: number
  personalShare: number
  shares: { insurance: string; side: string; amount: number }[]
  /** Codes of the problems, or of errors. */
  refused: string[]
  problems: { code: string; amount: number | null; reference: string | null }[]
}

interface RawOutcome {
  refund?: { id: string; state: string; amount: number; personalShare: number; shares: RefundAnswer['shares'] }
  problems?: RefundAnswer['problems']
}

/** One mutation through the whole schema, on what the refund is now. */
export async function refundStep(
  platform: TestPlatform,
  viewer: Viewer | undefined,
  name: keyof typeof operations,
  variables: Record<string, unknown>,
): Promise<RefundAnswer> {
  const { id } = variables
  const decidedOn = typeof id === 'string' ? { decidedOn: await markNow(platform, refundCase, id) } : {}
  const { data, errors } = await ask(platform, viewer, operations[name], { ...decidedOn, ...variables })
  const outcome: RawOutcome = (data[name] as RawOutcome | undefined) ?? {}
  const problems = outcome.problems ?? []
  return {
    id: outcome.refund?.id ?? '',
    state: outcome.refund?.state,
    amount: outcome.refund?.amount ?? 0,
    personalShare: outcome.refund?.personalShare ?? 0,
    shares: outcome.refund?.shares ?? [],
    refused: [...errors, ...problems.map(({ code }) => code)],
    problems,
  }
}

export const monthOf = (individualId: string | undefined, month: string, given: Record<string, unknown> = {}) => ({
  input: {
    source: 'MONTH',
    individualId,
    period: month,
    reason: 'WRONG_PERSON',
    explanation: '申报时选错了人',
    receiptSigned: true,
    ...given,
  },
})

let references = 0
export const payoutOf = (id: string, given: Record<string, unknown> = {}) => ({
  id,
  bankReference: `OUT-${String((references += 1)).padStart(6, '0')}`,
  accountLast4: '6789',
  ...given,
})

export const verificationOf = (id: string, given: Record<string, unknown> = {}) => ({
  id,
  benefitDrawn: false,
  evidence: '已核对劳动合同',
  ...given,
})

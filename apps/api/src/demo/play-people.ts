import { addMonths, fen, period } from '@shebao/kernel'
import type { DemoEnrolment, DemoUnit, TeachingCase, TeachingPerson } from '@shebao/prisma/seed'
import { applyForBackPayment, approveBackPayment, checkBackPayment } from '../features/money/back-payment/index.ts'
import {
  applyForRefund,
  approveRefund,
  payOutRefund,
  readRefund,
  verifyRefund,
} from '../features/money/refund/index.ts'
import type { RefundApplication } from '../features/money/refund/index.ts'
import { makeStatements } from '../features/desk/rights/index.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'
import { payNotice } from './play-money.ts'

interface Seeded {
  units: readonly DemoUnit[]
  teaching: readonly TeachingPerson[]
  wageIndex: number
  firstPeriod: string
}

const origin = 'demo'
const eventful = ['EVENTFUL', 'EVENTFUL_ABROAD'] as const

/** What became of people's months: one paid twice and refunded, some left out and paid later, one that waits to be verified. */
export async function playPeople(platform: Platform, seeded: Seeded, current: string): Promise<void> {
  const month = (back: number) => addMonths(period(current), -back)
  await refundDuplicate(platform, seeded, 'TWO_EMPLOYERS', { from: 0, month: month(4) })
  await payLeftOut(platform, seeded, [{ shows: 'LEFT_OUT', at: 0 }], { first: month(8), last: month(7) })
  for (const shows of eventful) await refundDuplicate(platform, seeded, shows, { from: 1, month: month(4) })
  await payLeftOut(
    platform,
    seeded,
    eventful.map((shows) => ({ shows, at: 1 })),
    { first: month(10), last: month(10) },
  )
  await applyForLess(platform, seeded, month(2))
  await makePastStatements(platform, seeded, Number(current.slice(0, 4)))
}

/** Those whose record tells something have their statements of the last two years. */
async function makePastStatements(platform: Platform, { teaching }: Seeded, year: number): Promise<void> {
  const ids = teaching.map(({ person }) => person.id)
  for (const past of [year - 2, year - 1])
    await platform.database.transaction(() => makeStatements(platform, past, ids))
}

/** Both employers paid for the month of the change: the first gets its money back, by three pairs of eyes. */
async function refundDuplicate(
  platform: Platform,
  seeded: Seeded,
  shows: TeachingCase,
  { from, month: duplicate }: { from: number; month: string },
): Promise<void> {
  const { clerk, person } = await partiesOf(platform, seeded, { shows, at: from })
  const { officer, reviewer, head } = await staffOf(platform)
  const id = await apply(platform, clerk, {
    source: 'MONTH',
    individualId: person.id,
    period: duplicate,
    reason: 'DUPLICATE',
    explanation: '职工当月已由新单位参保缴费，本单位重复缴纳。',
    receiptSigned: true,
  })
  const evidence = '解除劳动合同证明；新单位当月缴费记录。'
  done(await verifyRefund(platform, officer, { id, benefitDrawn: false, evidence }, origin))
  done(await approveRefund(platform, reviewer, { id }, origin))
  const { number, accountMasked } = await readRefund(platform, head, id)
  const bankReference = `TK${number}`
  done(await payOutRefund(platform, head, { id, bankReference, accountLast4: accountMasked.slice(-4) }, origin))
}

interface LeftOut {
  shows: TeachingCase
  /** Which of their employers left the months out. */
  at: number
}

/** Hired before anybody declared them, by the same employer: those months are billed after two people have looked, and paid. */
async function payLeftOut(
  platform: Platform,
  seeded: Seeded,
  people: readonly LeftOut[],
  months: { first: string; last: string },
): Promise<void> {
  const parties = await Promise.all(people.map((one) => partiesOf(platform, seeded, one)))
  const clerk = parties[0]?.clerk
  // A demo made in the first months of which there are parameters has none that were left out.
  if (!clerk || months.first < seeded.firstPeriod) return
  const { officer, reviewer } = await staffOf(platform)
  const wageOf = ({ wagesByPaymentYear }: DemoEnrolment) => fen(wagesByPaymentYear[seeded.wageIndex] ?? 0)
  const applied = await applyForBackPayment(
    platform,
    clerk,
    {
      reason: '入职后未及时申报参保。',
      evidence: ['CONTRACT', 'PAYROLL'],
      evidenceNote: '劳动合同第3号，工资发放表',
      lines: parties.map(({ person, enrolment }) => ({
        idNumber: person.idNumber,
        ...months,
        wage: wageOf(enrolment),
      })),
    },
    origin,
  )
  if (applied.kind !== 'DONE') throw new Error(`The demo's back payment was refused: ${JSON.stringify(applied)}`)
  const id = applied.backPaymentId
  done(await checkBackPayment(platform, officer, { id, finding: '合同与工资发放表相符。' }, origin))
  done(await approveBackPayment(platform, reviewer, { id }, origin))
  const notices = await platform.database.query<{ id: string }>(
    { text: `SELECT id FROM payment_notice WHERE employer_id = $1 AND kind = 'BACK_PAYMENT' ORDER BY period` },
    [clerk.kind === 'EMPLOYER' ? clerk.employerId : ''],
  )
  for (const notice of notices) await payNotice(platform, clerk, notice.id)
}

/** A wage declared too high; the office has not looked at it yet. */
async function applyForLess(platform: Platform, { units, wageIndex }: Seeded, month: string): Promise<void> {
  const unit = units.find(({ registrationNo }) => registrationNo === '1101090014')
  const wageOf = (enrolment: DemoEnrolment) => enrolment.wagesByPaymentYear[wageIndex] ?? 0
  const somebody = unit?.enrolments.find(
    (one) => one.toPeriod === null && one.fromPeriod < month && wageOf(one) > 1_500_000 && wageOf(one) < 3_000_000,
  )
  if (!unit || !somebody) return
  await apply(platform, await findDemoViewer(platform, { employerId: unit.id }), {
    source: 'MONTH',
    individualId: somebody.person.id,
    period: month,
    reason: 'OVER_DECLARED',
    explanation: '工资表录入有误，多报了当月工资。',
    correctedWage: fen(1_200_000),
    receiptSigned: true,
  })
}

async function apply(platform: Platform, clerk: Viewer, application: RefundApplication): Promise<string> {
  const applied = await applyForRefund(platform, clerk, application, origin)
  if (applied.kind !== 'DONE') throw new Error(`The demo's refund was refused: ${JSON.stringify(applied)}`)
  return applied.refundId
}

/** The person of a case, and the clerk and enrolment of one of their employers. */
async function partiesOf(platform: Platform, { units, teaching }: Seeded, { shows, at }: LeftOut) {
  const found = teaching.find((one) => one.shows === shows)
  const unit = units.find(({ registrationNo }) => registrationNo === found?.at[at])
  const enrolment = unit?.enrolments.find(({ person }) => person.id === found?.person.id)
  if (!found || !unit || !enrolment) throw new Error(`Nobody in the demo shows ${shows}.`)
  return { person: found.person, enrolment, clerk: await findDemoViewer(platform, { employerId: unit.id }) }
}

async function staffOf(platform: Platform) {
  return {
    officer: await findDemoViewer(platform, { staffNo: 'S1001' }),
    reviewer: await findDemoViewer(platform, { staffNo: 'S1002' }),
    head: await findDemoViewer(platform, { staffNo: 'S1003' }),
  }
}

function done(outcome: { kind: string }): void {
  if (outcome.kind !== 'DONE') throw new Error(`A step of the demo was refused: ${JSON.stringify(outcome)}`)
}

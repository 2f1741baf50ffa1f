import type { DemoPerson, DemoUnit, TeachingCase, TeachingPerson } from '@shebao/prisma/seed'
import { addMonths, period } from '@shebao/kernel'
import {
  acceptTransfer,
  applyForTransfer,
  closeTransfer,
  confirmFunds,
  enterFunds,
  handInVoucher,
  issueVoucher,
  OpeningRefused,
  recordInformation,
  TransferRefused,
} from '../features/desk/transfer/index.ts'
import type { VoucherInput } from '../features/desk/transfer/index.ts'
import { keepAttachment } from '../features/register/attachment/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer, findInsured } from './demo-viewer.ts'
import { whitePoint } from './play-register.ts'

const origin = 'demo'
const guangzhou = { region: '440000', agency: '广州市社会保险基金管理中心' }
const chengdu = { region: '510000', agency: '成都市社会保险事业管理局' }
/** Whose people were billed and paid for all along. */
const paidUp = '1101060004'

/** Insurance that moves: one that came and counts, one whose money waits for a second person, one that leaves with its voucher. */
export async function playTransfers(
  platform: Platform,
  units: readonly DemoUnit[],
  teaching: readonly TeachingPerson[],
  { firstPeriod, current }: { firstPeriod: string; current: string },
): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const reviewer = await findDemoViewer(platform, { staffNo: 'S1002' })
  const month = (back: number) => addMonths(period(current), -back)
  const today = platform.clock.today()

  // Months before the records here begin: they count once the money is confirmed.
  const came = await arrive(platform, personOf(teaching, 'MOVED'), {
    ...guangzhou,
    voucherNo: 'GZ-003817',
    from: addMonths(period(firstPeriod), -30),
    to: addMonths(period(firstPeriod), -1),
    principal: 1_728_000,
    interest: 124_416,
    pooled: 2_592_000,
  })
  const money = { on: today, account: 1_852_416, pooled: 2_592_000 }
  await done(enterFunds(platform, officer, origin, { id: came, ...money, reference: 'ICBC-DEMO-0001' }))
  await done(confirmFunds(platform, reviewer, origin, { id: came }))
  await done(closeTransfer(platform, officer, origin, { id: came }))

  // Two months that count here as well: their part of the account goes back. A few yuan are missing.
  const waits = await arrive(platform, personOf(teaching, 'LEFT_OUT'), {
    ...chengdu,
    voucherNo: 'CD-2026-120044',
    from: month(20),
    to: month(7),
    principal: 964_000,
    interest: 69_408,
    pooled: 1_440_000,
  })
  const short = { on: today, account: 1_033_308, pooled: 1_440_000, refund: 96_000 }
  await done(enterFunds(platform, officer, origin, { id: waits, ...short, reference: 'ABC-DEMO-0002' }))

  const leaver = whoLeft(units, current)
  if (!leaver) return
  const insured = await findInsured(platform, leaver)
  const leaves = await opened(
    applyForTransfer(platform, insured, origin, { askingKey: crypto.randomUUID(), ...chengdu }),
  )
  await done(issueVoucher(platform, officer, origin, { id: leaves }))
}

/** Handed in on the phone, accepted, and the other region's information is here. */
async function arrive(
  platform: Platform,
  person: DemoPerson,
  {
    from,
    to,
    ...voucher
  }: Pick<VoucherInput, 'region' | 'agency' | 'voucherNo' | 'principal' | 'interest' | 'pooled'> & {
    from: string
    to: string
  },
): Promise<string> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const insured = await findInsured(platform, person)
  const months = (['PENSION', 'MEDICAL', 'UNEMPLOYMENT'] as const).map((insurance) => ({ insurance, from, to }))
  const id = await opened(
    handInVoucher(platform, insured, origin, {
      askingKey: crypto.randomUUID(),
      ...voucher,
      months,
      files: [await paper(platform, insured)],
    }),
  )
  await done(acceptTransfer(platform, officer, origin, { id }))
  await done(recordInformation(platform, officer, origin, { id, ...voucher, months, files: [] }))
  return id
}

/** Somebody of a unit that pays whose employment there ended, and who has no other. */
function whoLeft(units: readonly DemoUnit[], current: string): DemoPerson | undefined {
  const all = units.flatMap(({ enrolments }) => enrolments)
  const stays = new Set(all.flatMap(({ person, toPeriod: to }) => (to === null || to >= current ? [person.id] : [])))
  return units
    .find(({ registrationNo }) => registrationNo === paidUp)
    ?.enrolments.find(({ person, stopReason }) => !stays.has(person.id) && stopReason !== 'STOP_RETIRED')?.person
}

function personOf(teaching: readonly TeachingPerson[], which: TeachingCase): DemoPerson {
  const found = teaching.find(({ shows }) => shows === which)
  if (!found) throw new Error(`Nobody in the demo shows ${which}.`)
  return found.person
}

async function paper(platform: Platform, insured: Awaited<ReturnType<typeof findInsured>>): Promise<string> {
  const bytes = Buffer.from(whitePoint, 'base64')
  const kept = await keepAttachment(platform, insured, { bytes, name: '参保缴费凭证.png', origin })
  if (kept.kind !== 'kept') throw new Error(`The demo's voucher was refused: ${kept.code}`)
  return kept.attachment.id
}

async function opened(opening: ReturnType<typeof applyForTransfer>): Promise<string> {
  const outcome = await opening
  if (outcome instanceof OpeningRefused) throw new Error(`A transfer of the demo was refused: ${outcome.reason}`)
  return outcome.id
}

async function done(step: ReturnType<typeof recordInformation>): Promise<void> {
  const outcome = await step
  if (outcome instanceof OpeningRefused) throw new Error(`A step of the demo was refused: ${outcome.reason}`)
  if (outcome instanceof TransferRefused)
    throw new Error(`A step of the demo was refused: ${outcome.problems.join(', ')}`)
}

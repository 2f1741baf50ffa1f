import { addDays, addMonths, civilDate, period } from '@shebao/kernel'
import type { DemoUnit } from '@shebao/prisma/seed'
import type { Viewer } from '../access/viewer.ts'
import { proposeLock, stepLock } from '../features/money/employer-lock/index.ts'
import type { LockStep } from '../features/money/employer-lock/index.ts'
import { decideWaiver, proposeWaiver } from '../features/money/waiver/index.ts'
import type { WaiverGround, WaiverStep } from '../features/money/waiver/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'

/** What the officer wrote: of the ground that is named, and of nobody else's fault. */
const explanations: Readonly<Record<Exception['kind'], Readonly<Record<WaiverGround, string>>>> = {
  LATE_FEE: {
    FORCE_MAJEURE: '已核实：受灾期间停电停产，无法办理缴费（示范）。',
    AGENCY_ERROR: '单位称经办机构未按期送达缴费通知（示范）。',
    POLICY: '按已公布的缓缴措施办理（示范）。',
  },
  FILING_DEADLINE: {
    FORCE_MAJEURE: '已核实：受灾期间停电停网，无法按期申报（示范）。',
    AGENCY_ERROR: '已核实：经办机构申报系统故障，单位无法按期申报（示范）。',
    POLICY: '按已公布的延期申报措施办理（示范）。',
  },
}
const reasons: Readonly<Record<Exclude<WaiverStep, 'APPROVE'>, string>> = {
  REFUSE: '经核查，缴费通知已按期送达（示范）。',
  REVOKE: '申报系统已恢复，情形已不存在（示范）。',
  END: '情形已不存在（示范）。',
}

interface Exception {
  kind: 'LATE_FEE' | 'FILING_DEADLINE'
  ground: WaiverGround
  /** What the head did after it was proposed. */
  steps: readonly WaiverStep[]
}

/** One exception in each state; the enforced units owe what a late fee is waived of. */
const exceptions: Readonly<Record<string, Exception>> = {
  '1101090028': { kind: 'LATE_FEE', ground: 'FORCE_MAJEURE', steps: ['APPROVE'] },
  '1101060017': { kind: 'LATE_FEE', ground: 'FORCE_MAJEURE', steps: [] },
  '1101090030': { kind: 'LATE_FEE', ground: 'AGENCY_ERROR', steps: ['REFUSE'] },
  '1101090036': { kind: 'FILING_DEADLINE', ground: 'FORCE_MAJEURE', steps: ['APPROVE'] },
  '1101090029': { kind: 'FILING_DEADLINE', ground: 'POLICY', steps: ['APPROVE', 'END'] },
  '1101090037': { kind: 'FILING_DEADLINE', ground: 'AGENCY_ERROR', steps: ['APPROVE', 'REVOKE'] },
}

/** By whom and what after it was proposed, one employer in each state of a lock. */
const locks: Readonly<Record<string, readonly LockStep[]>> = {
  '1101090033': ['APPROVE'],
  '1101090040': [],
  '1101090031': ['REFUSE'],
  '1101090041': ['APPROVE', 'PROPOSE_RELEASE'],
  '1101090043': ['APPROVE', 'PROPOSE_RELEASE', 'RELEASE'],
}

/** What the office leaves a unit in spite of the rule, and which units it keeps from some services: each in every state. */
export async function playExceptions(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const head = await findDemoViewer(platform, { staffNo: 'S1003' })
  for (const unit of units) {
    const exception = exceptions[unit.registrationNo]
    if (exception) await playException(platform, { officer, head, unit }, exception)
    const steps = locks[unit.registrationNo]
    if (steps) await playLock(platform, { officer, head, unit }, steps)
  }
}

interface Stage {
  officer: Viewer
  head: Viewer
  unit: DemoUnit
}

async function playException(
  platform: Platform,
  { officer, head, unit }: Stage,
  { kind, ground, steps }: Exception,
): Promise<void> {
  const about = kind === 'LATE_FEE' ? await lateDays(platform, unit) : nextMonth(platform)
  // A demo made in the first months of which there are parameters has no bill that is late.
  if (!about) return
  const given = await proposeWaiver(platform, officer, origin, {
    employerId: unit.id,
    kind,
    ground,
    ...about,
    documentNo: `示社保〔2026〕${unit.registrationNo.slice(-2)}号`,
    explanation: explanations[kind][ground],
  })
  if (typeof given === 'string') throw new Error(`The demo's exception of ${unit.registrationNo}: ${given}`)
  for (const event of steps) {
    const reason = event === 'APPROVE' ? undefined : reasons[event]
    const decided = await decideWaiver(platform, head, origin, event, { id: given.id, reason })
    if (typeof decided === 'string') throw new Error(`The demo's ${event} of ${unit.registrationNo}: ${decided}`)
  }
}

/** The first ten days on which its oldest open bill was late. */
async function lateDays(platform: Platform, { id: employerId }: DemoUnit) {
  const notice = await platform.database.prisma.paymentNotice.findFirst({
    where: { employerId, postedOn: null, dueOn: { lt: platform.clock.today() } },
    orderBy: { dueOn: 'asc' },
    select: { id: true, dueOn: true },
  })
  if (!notice) return undefined
  const due = civilDate(notice.dueOn)
  return { noticeIds: [notice.id], fromOn: addDays(due, 1), toOn: addDays(due, 10) }
}

/** This month, until the tenth of the next. */
function nextMonth({ clock }: Platform) {
  const month = period(clock.today().slice(0, 7))
  return { period: month, toOn: `${addMonths(month, 1)}-10` }
}

async function playLock(platform: Platform, { officer, head, unit }: Stage, steps: readonly LockStep[]): Promise<void> {
  const explanation = '多次催缴未缴，限制部分业务（示范）。'
  const given = await proposeLock(platform, officer, origin, { employerId: unit.id, ground: 'ARREARS', explanation })
  // Nothing overdue in a demo of the first months: nobody is locked.
  if (given === 'NOTHING_OVERDUE') return
  if (typeof given === 'string') throw new Error(`The demo's lock of ${unit.registrationNo}: ${given}`)
  for (const event of steps) {
    const actor = event === 'PROPOSE_RELEASE' ? officer : head
    const reason = event === 'APPROVE' || event === 'RELEASE' ? undefined : '单位已提出缴费计划（示范）。'
    const taken = await stepLock(platform, actor, origin, event, { id: given.id, reason })
    if (typeof taken === 'string') throw new Error(`The demo's ${event} of ${unit.registrationNo}: ${taken}`)
  }
}

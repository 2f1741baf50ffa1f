import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { addMonths, civilDate, period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { DemoUnit } from '@shebao/prisma/seed'
import type { Viewer } from '../access/viewer.ts'
import { findMonthly } from '../features/filing/declaration/index.ts'
import type { DeclarationVersionRow } from '../features/filing/declaration/index.ts'
import { receivePaper } from '../features/filing/paper-copy/index.ts'
import {
  acceptMonthly,
  openMonthly,
  recommendMonthly,
  returnMonthly,
  saveMonthlyChanges,
  startMonthlyReview,
  submitMonthly,
} from '../features/filing/monthly/index.ts'
import { createAudit } from '../platform/audit.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'
import { drawnName } from './drawn-name.ts'
import { base, join, newMobile, stop } from './monthly-changes.ts'
import { playMonthlyConfirmations } from './play-confirmations.ts'
import type { Reader } from './play-confirmations.ts'

const origin = 'demo'
type Target = 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED'

interface Filing {
  registrationNo: string
  target: Target
  changes(unit: DemoUnit, month: Period): readonly MonthlyChangeDraft[]
  /** What people said who were asked to confirm their own change, by its row. */
  said?: Readonly<Record<number, Reader['answer']>>
}

/** Of months that are over: what changed about people and not about money, since their bills are in the past already. */
const past: readonly Filing[] = ['1101080001', '1101060004', '1101020009'].map((registrationNo) => ({
  registrationNo,
  target: 'ACCEPTED',
  changes: (unit, month) => [newMobile(unit, month, 0), newMobile(unit, month, 1)],
}))
const monthsAgo = [3, 2, 1]

/** Of the month that is declared now: one of each kind of waiting. */
const now: readonly Filing[] = [
  {
    registrationNo: '1101060004',
    target: 'ACCEPTED',
    changes: (unit, month) => [
      join('陆新程', '110105199603147727', month, 960_000),
      stop(unit, month, 0, 'STOP_CONTRACT_END'),
      base(unit, month, 1),
    ],
  },
  {
    registrationNo: '1101020009',
    target: 'RETURNED',
    changes: (unit, month) => [
      join('顾一鸣', '110108199807225087', month, 720_000),
      stop(unit, month, 0, 'STOP_RESIGN'),
    ],
  },
  {
    registrationNo: '1101090014',
    target: 'SUBMITTED',
    // One signed with a finger; the other has not answered.
    said: { 1: { signature: drawnName(9), disagreements: [] } },
    changes: (unit, month) => [
      join('章若水', '110102199411096313', month, 1_180_000),
      stop(unit, month, 0, 'STOP_RESIGN'),
      stop(unit, month, 1, 'STOP_RETIRED'),
      base(unit, month, 2),
    ],
  },
  {
    registrationNo: '1101160012',
    target: 'DRAFT',
    said: { 1: { disagreements: [{ field: 'MONTHLY_WAGE', amount: 880_000 }] } },
    changes: (unit, month) => {
      const { hireDate: _hired, monthlyWage: _wage, ...unfinished } = join('方可', '110112200102184465', month, 1)
      return [unfinished, stop(unit, month, 0, 'STOP_CONTRACT_END')]
    },
  },
]

/** Months that are over are declared, reviewed and accepted in their own time, before anything of today happens. */
export async function playPastMonths(
  platform: Platform,
  units: readonly DemoUnit[],
  firstPeriod: string,
): Promise<void> {
  const current = period(platform.clock.today().slice(0, 7))
  for (const back of monthsAgo) {
    const month = addMonths(current, -back)
    // A demo made in the first months of which there are parameters has none before.
    if (month < firstPeriod) continue
    for (const filing of past) {
      const then = inMonth(platform, month)
      const filed = await play(then, units, filing, month)
      if (filed) await bringPaper(then, filed)
    }
  }
}

export async function playThisMonth(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const month = period(platform.clock.today().slice(0, 7))
  for (const filing of now) await play(platform, units, filing, month)
}

/** The same office on the twelfth of a month. */
function inMonth(platform: Platform, month: Period): Platform {
  const at = new Date(`${month}-12T10:00:00+08:00`)
  const clock = { now: () => at, today: () => civilDate(`${month}-12`) }
  return { ...platform, clock, audit: createAudit(platform.database, clock) }
}

/** The sealed cover of a month that is over came in, too. */
async function bringPaper(
  platform: Platform,
  { declarationId, version, contentHash }: DeclarationVersionRow,
): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const received = await receivePaper(platform, officer, {
    declarationId,
    version,
    hash: contentHash,
    receivedOn: platform.clock.today(),
    pages: 1,
    sealOk: true,
    signatureOk: true,
    materials: 'ALL',
    origin,
  })
  if (received.kind !== 'done') throw new Error(`The demo's paper was not received: ${received.code}`)
}

/** The version that was handed in, if it came so far. */
async function play(
  platform: Platform,
  units: readonly DemoUnit[],
  filing: Filing,
  month: Period,
): Promise<DeclarationVersionRow | undefined> {
  const unit = units.find(({ registrationNo }) => registrationNo === filing.registrationNo)
  if (!unit) return undefined
  const clerk = await findDemoViewer(platform, { employerId: unit.id })
  const opened = await openMonthly(platform, clerk, { filing: 'REGULAR', period: month, origin })
  if (opened.kind !== 'opened') throw new Error(`The demo's month ${month} was not opened (${opened.reason}).`)
  const { id } = opened.declaration
  const saved = await saveMonthlyChanges(platform, clerk, {
    declarationId: id,
    expectedRevision: opened.declaration.personnelRevision,
    changes: filing.changes(unit, month).map((draft) => ({ draft })),
    origin,
  })
  if (saved.kind !== 'saved') throw new Error(`The demo's changes of ${month} were not saved.`)
  if (filing.said) {
    const readers = Object.entries(filing.said).map(([row, answer]) => {
      const rowNo = Number(row)
      return { rowNo, idNumber: filing.changes(unit, month)[rowNo - 1]?.idNumber, answer }
    })
    await playMonthlyConfirmations(platform, clerk, id, readers)
  }
  if (filing.target === 'DRAFT') return undefined
  const submitted = await submitMonthly(platform, clerk, {
    declarationId: id,
    revision: saved.revision,
    idempotencyKey: crypto.randomUUID(),
    truthDeclared: true,
    signer: unit.legalRepName,
    origin,
  })
  if (submitted.kind !== 'submitted')
    throw new Error(`The demo's month was not submitted: ${JSON.stringify(submitted)}`)
  if (filing.target !== 'SUBMITTED') await review(platform, id, filing.target)
  return submitted.version
}

async function review(platform: Platform, id: string, target: Target): Promise<void> {
  const [officer, reviewer]: [Viewer, Viewer] = [
    await findDemoViewer(platform, { staffNo: 'S1001' }),
    await findDemoViewer(platform, { staffNo: 'S1002' }),
  ]
  const version = (await findMonthly(platform, id))?.version ?? 0
  const input = { declarationId: id, version, origin }
  await startMonthlyReview(platform, officer, input)
  if (target === 'RETURNED') {
    const notes = [
      { path: 'change[1].hireDate', text: '入职日期与劳动合同载明的日期不一致，请核对后更正。' },
      { path: 'change[1].monthlyWage', text: '月工资低于同岗位水平，请附工资约定说明或更正。' },
    ]
    await returnMonthly(platform, officer, { ...input, notes })
    return
  }
  await recommendMonthly(platform, officer, input)
  const accepted = await acceptMonthly(platform, reviewer, input)
  if (accepted.kind !== 'done') throw new Error(`The demo's month was not accepted: ${JSON.stringify(accepted)}`)
}

import { addDays, addMonths, civilDate, fen, period } from '@shebao/kernel'
import type { CivilDate, Fen } from '@shebao/kernel'
import { isWorkingDay, nextWorkingDay } from '@shebao/premium'
import type { PreparedCalendar } from '@shebao/premium'
import type { DemoUnit } from '@shebao/prisma/seed'
import type { Actor } from '../access/viewer.ts'
import {
  dueOf,
  evidenceOf,
  evidenceTitles,
  proposeEnforcements,
  readDebts,
  stepAs,
} from '../features/money/enforcement/index.ts'
import type { EnforcedDebt, GivenEvidence, StepInput } from '../features/money/enforcement/index.ts'
import { receiveTransfer } from '../features/money/payment/index.ts'
import { proposeFines } from '../features/money/fine/index.ts'
import { keepAttachment } from '../features/register/attachment/index.ts'
import { workingCalendar } from '../features/register/calendar/index.ts'
import { createAudit } from '../platform/audit.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'
import { enforcedUnits } from './enforcement-route.ts'
import type { RouteStep, Taker } from './enforcement-route.ts'
import { whitePoint } from './play-register.ts'

const origin = 'demo'
/** The last step of each case was taken so many days ago. */
const lastStepAgo = 2

interface Deed {
  unit: DemoUnit
  step: RouteStep
  on: CivilDate
}
/** What every deed needs and none changes, read once. */
interface Stage {
  actors: ReadonlyMap<Taker, Actor>
  bankId: string
  caseOf: ReadonlyMap<string, string>
}

/** Bills that were never paid, each with its case of SIL 63 as far as it has come: every step in its own time, by who may take it. */
export async function playEnforcement(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const calendar = await workingCalendar(platform)
  const today = platform.clock.today()
  const enforced = units.filter(({ registrationNo }) => registrationNo in enforcedUnits)
  const deeds = enforced
    .flatMap((unit) => deedsOf(unit, today, calendar))
    .toSorted((one, other) => one.on.localeCompare(other.on))
  for (const day of daysAfterDue(enforced, today)) await proposeEnforcements(onDay(platform, day))
  const stage = await setStage(platform, enforced)
  for (const deed of deeds) await take(onDay(platform, deed.on), deed, stage)
  // Whoever else owes has a case since this morning.
  await proposeEnforcements(platform)
  // Where an order has run out, the department has a fine before it.
  await proposeFines(platform)
}

/** On which the bills that were never paid became cases, the earliest first. */
function daysAfterDue(units: readonly DemoUnit[], today: CivilDate): CivilDate[] {
  const months = new Set(units.map(({ unpaidMonthsAgo = 0 }) => addMonths(period(today.slice(0, 7)), -unpaidMonthsAgo)))
  return [...months].toSorted().map((month) => civilDate(`${month}-26`))
}

async function setStage(platform: Platform, units: readonly DemoUnit[]): Promise<Stage> {
  const { prisma } = platform.database
  const cases = await prisma.enforcementCase.findMany({
    where: { employerId: { in: units.map(({ id }) => id) } },
    select: { id: true, employerId: true },
  })
  const bank = await prisma.partner.findUniqueOrThrow({ where: { number: 'YH01' } })
  const actors = new Map<Taker, Actor>([['JOB', { kind: 'SYSTEM', job: 'enforcement' }]])
  for (const staffNo of ['S1001', 'S1002', 'S1003'] as const)
    actors.set(staffNo, await findDemoViewer(platform, { staffNo }))
  for (const [body, operatorNo] of operators) actors.set(body, await findDemoViewer(platform, { operatorNo }))
  return { actors, bankId: bank.id, caseOf: new Map(cases.map(({ id, employerId }) => [employerId, id])) }
}

const operators = [
  ['DEPARTMENT', 'D1001'],
  ['COURT', 'F1001'],
  ['BANK', 'C1001'],
] as const

function deedsOf(unit: DemoUnit, today: CivilDate, calendar: PreparedCalendar): Deed[] {
  const steps = enforcedUnits[unit.registrationNo] ?? []
  const last = steps.at(-1)?.day ?? 0
  const latest = lastWorkingDay(calendar, today)
  return steps.map((step) => {
    const day = nextWorkingDay(calendar, addDays(today, step.day - last - lastStepAgo))
    return { unit, step, on: day < latest ? day : latest }
  })
}

/** Up to a day: within a holiday no step waits for its end. */
function lastWorkingDay(calendar: PreparedCalendar, day: CivilDate): CivilDate {
  return isWorkingDay(calendar, day) ? day : lastWorkingDay(calendar, addDays(day, -1))
}

/** The same office at ten on a day. */
function onDay(platform: Platform, day: CivilDate): Platform {
  const at = new Date(`${day}T10:00:00+08:00`)
  const clock = { now: () => at, today: () => civilDate(day) }
  return { ...platform, clock, audit: createAudit(platform.database, clock) }
}

async function take(platform: Platform, { unit, step }: Deed, { actors, bankId, caseOf }: Stage): Promise<void> {
  const id = caseOf.get(unit.id)
  const actor = actors.get(step.by)
  // A demo made in the first months of which there are parameters has no bill so long ago.
  if (!id || !actor) return
  const debts = step.counts || step.paid ? await readDebts(platform, id) : []
  const due = dueOf(debts)
  const owed = fen(due.principal + due.lateFee)
  if (step.paid) await pay(platform, unit, owed, debts)
  const input = step.input({ owed, today: platform.clock.today(), bankId, key: unit.registrationNo })
  const evidence = await scansFor(platform, actor, input)
  const outcome = await stepAs(platform, actor, origin, { id, input, evidence })
  if (outcome.kind === 'REFUSED')
    throw new Error(`The demo's ${input.event} of ${unit.registrationNo}: ${outcome.reasons[0]?.code}`)
}

/** The scans that a step is not taken without. */
async function scansFor(platform: Platform, actor: Actor, input: StepInput): Promise<GivenEvidence[]> {
  if (actor.kind === 'SYSTEM') return []
  const scans: GivenEvidence[] = []
  for (const kind of evidenceOf(input).needs) {
    const bytes = Buffer.from(whitePoint, 'base64')
    const kept = await keepAttachment(platform, actor, { bytes, name: `${evidenceTitles[kind]}.png`, origin })
    if (kept.kind === 'refused') throw new Error(`A scan of the demo was refused: ${kept.code}.`)
    scans.push({ kind, files: [kept.attachment.id] })
  }
  return scans
}

/** All it owes, sent by itself. */
async function pay(platform: Platform, unit: DemoUnit, amount: Fen, debts: readonly EnforcedDebt[]): Promise<void> {
  const key = `demo-enforced-${unit.registrationNo}`
  await receiveTransfer(platform, {
    employerId: unit.id,
    amount,
    valueDate: platform.clock.today(),
    key,
    bankReference: `ZZ-${unit.registrationNo}`,
    noticeIds: debts.map(({ noticeId }) => noticeId),
  })
}

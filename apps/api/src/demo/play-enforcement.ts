import { addDays, civilDate } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { nextWorkingDay } from '@shebao/premium'
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
import type { GivenEvidence, StepInput } from '../features/money/enforcement/index.ts'
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

/** Bills that were never paid, each with its case of SIL 63 as far as it has come: every step in its own time, by who may take it. */
export async function playEnforcement(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const calendar = await workingCalendar(platform)
  const deeds = units
    .flatMap((unit) => deedsOf(unit, platform.clock.today(), calendar))
    .toSorted((one, other) => one.on.localeCompare(other.on))
  for (const deed of deeds) await take(onDay(platform, deed.on), deed)
  // Whoever else owes has a case since this morning.
  await proposeEnforcements(platform)
}

function deedsOf(unit: DemoUnit, today: CivilDate, calendar: PreparedCalendar): Deed[] {
  const steps = enforcedUnits[unit.registrationNo] ?? []
  const last = steps.at(-1)?.day ?? 0
  return steps.map((step) => {
    const day = nextWorkingDay(calendar, addDays(today, step.day - last - lastStepAgo))
    return { unit, step, on: day < today ? day : today }
  })
}

/** The same office at ten on a day. */
function onDay(platform: Platform, day: CivilDate): Platform {
  const at = new Date(`${day}T10:00:00+08:00`)
  const clock = { now: () => at, today: () => civilDate(day) }
  return { ...platform, clock, audit: createAudit(platform.database, clock) }
}

async function take(platform: Platform, { unit, step }: Deed): Promise<void> {
  const find = () => platform.database.prisma.enforcementCase.findFirst({ where: { employerId: unit.id } })
  if (!(await find())) await proposeEnforcements(platform)
  const row = await find()
  // A demo made in the first months of which there are parameters has no bill so long ago.
  if (!row) return
  const due = dueOf(await readDebts(platform, row.id))
  const bank = await platform.database.prisma.partner.findFirstOrThrow({ where: { kind: 'BANK' } })
  const of = {
    owed: due.principal + due.lateFee,
    today: platform.clock.today(),
    bankId: bank.id,
    key: unit.registrationNo,
  }
  const [actor, input] = [await actorOf(platform, step.by), step.input(of)]
  const outcome = await stepAs(platform, actor, origin, {
    id: row.id,
    input,
    evidence: await scansFor(platform, actor, input),
  })
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

const operators = { DEPARTMENT: 'D1001', COURT: 'F1001', BANK: 'C1001' } as const

function actorOf(platform: Platform, by: Taker): Actor | Promise<Actor> {
  if (by === 'JOB') return { kind: 'SYSTEM', job: 'enforcement' }
  if (by === 'S1001' || by === 'S1002' || by === 'S1003') return findDemoViewer(platform, { staffNo: by })
  return findDemoViewer(platform, { operatorNo: operators[by] })
}

import fc from 'fast-check'
import { addDays, civilDate, period } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { recordParticulars } from '../../register/employer/index.ts'
import { changeTermsOf, endSpellsOf, insertEnrolments } from '../../register/enrolment/index.ts'
import { readInsuredPeople, readParticulars } from '../../register/history/read-history.ts'
import { findPerson } from '../search/find-person.ts'
import { listTimeline } from './employer-view.repository.ts'
import { knownUntil } from '../../register/history/index.ts'

let platform: TestPlatform
let accountId = ''
const officer = staffViewer(['OFFICER'])
const origin = 'test'

beforeAll(async () => {
  platform = await openTestPlatform()
  const account = await platform.database.prisma.account.create({
    data: { kind: 'STAFF', staffNo: 'S700', displayName: '林经办', passwordHash: '-', previousHashes: [] },
  })
  accountId = account.id
})
afterAll(() => platform.close())

const months = ['2025-03', '2025-09', '2026-01', '2026-05', '2026-09'] as const
const month = fc.constantFrom(...months)
/** What is done on a day: every change of the register may reach back before it, or ahead. */
const deed = fc.oneof(
  fc.record({ what: fc.constant('CLASS' as const), to: fc.integer({ min: 1, max: 8 }), from: month }),
  fc.record({ what: fc.constant('ADDRESS' as const), to: fc.constantFrom('东街', '西街', '南街'), from: month }),
  fc.record({
    what: fc.constant('WAGE' as const),
    who: fc.nat({ max: 1 }),
    to: fc.constantFrom(700_000, 800_000),
    from: month,
  }),
  fc.record({ what: fc.constant('LEAVE' as const), who: fc.nat({ max: 1 }), from: month }),
  fc.record({ what: fc.constant('RETURN' as const), who: fc.nat({ max: 1 }) }),
  fc.record({ what: fc.constant('STEP' as const), event: fc.constantFrom('SUBMIT', 'RETURN') }),
)
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never
const days = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 40 }), deeds: fc.array(deed, { minLength: 1, maxLength: 3 }) }),
  {
    minLength: 4,
    maxLength: 7,
  },
)

async function perform(unit: TestEmployer, one: Deed, seq: number): Promise<void> {
  const at = platform.clock.now()
  const { employerId, declarationId } = unit
  const source = { kind: 'DECLARATION', id: declarationId, version: 1, by: accountId, at } as const
  const accepted = { declarationId, version: 1, employerId, acceptedBy: accountId, acceptedAt: at }
  const person = 'who' in one ? (unit.individualIds[one.who] ?? '') : ''
  if (one.what === 'CLASS' || one.what === 'ADDRESS') {
    const stated = one.what === 'CLASS' ? { injuryClass: one.to } : { registeredAddress: one.to }
    await platform.database.transaction(() =>
      recordParticulars(platform, employerId, stated, { from: civilDate(`${one.from}-01`), source }),
    )
  }
  if (one.what === 'WAGE')
    await changeTermsOf(platform, accepted, period(one.from), {
      what: 'WAGE',
      people: [{ individualId: person, averageWage: one.to }],
    })
  if (one.what === 'LEAVE')
    await endSpellsOf(platform, accepted, [
      { individualId: person, lastMonth: period(one.from), leaveDate: null, reason: 'STOP_RESIGN' },
    ])
  if (one.what === 'RETURN') await comeBack(employerId, person, source)
  if (one.what === 'STEP')
    await platform.database.prisma.caseEvent.create({
      data: {
        lifecycle: 'annual-declaration',
        caseId: declarationId,
        seq,
        event: one.event,
        toState: one.event,
        actorKind: 'STAFF',
        accountId,
        at,
      },
    })
}

/** Somebody who is not there now begins in the month after their last. */
async function comeBack(
  employerId: string,
  individualId: string,
  source: Parameters<typeof insertEnrolments>[1],
): Promise<void> {
  const rows = await platform.database.prisma.enrolment.findMany({
    where: { employerId, individualId, supersededAt: null },
    orderBy: { fromPeriod: 'desc' },
  })
  const [last] = rows
  if (!last || last.toPeriod === null) return
  const {
    id: _id,
    source: _s,
    sourceId: _i,
    sourceVersion: _v,
    recordedAt: _r,
    recordedBy: _b,
    supersededAt: _u,
    ...terms
  } = last
  const wage = (value: bigint | null) => (value === null ? null : Number(value))
  await insertEnrolments(platform, source, [
    {
      ...terms,
      spellId: crypto.randomUUID(),
      fromPeriod: period(last.toPeriod),
      toPeriod: null,
      averageWage: 650_000,
      wagesLastYear: wage(last.wagesLastYear),
      firstMonthWage: wage(last.firstMonthWage),
    },
  ])
}

/** Everything that can be asked of a day, without what is said of later: since when something is known better. */
async function view(unit: TestEmployer, number: string, asKnownOn: CivilDate | undefined) {
  const { employerId } = unit
  const people = await Promise.all(
    months.map((one) =>
      readInsuredPeople(platform, officer, employerId, { period: one, asKnownOn, first: 50 }, { origin }),
    ),
  )
  const person = await findPerson(platform, officer, { number, origin, asKnownOn })
  return {
    particulars: (await readParticulars(platform, officer, employerId, asKnownOn)).map(
      ({ supersededAt: _, ...row }) => row,
    ),
    people: people.map((rows) => rows.map(({ supersededAt: _, rows: _rows, ...row }) => row)),
    spells: person?.spells,
    timeline: await listTimeline(platform, employerId, undefined, 100, asKnownOn && knownUntil(asKnownOn)),
  }
}

async function liveOnce(plan: readonly { gap: number; deeds: readonly Deed[] }[], run: number): Promise<void> {
  platform.clock.set('2026-01-10T09:00:00+08:00')
  const unit = await addEmployer(platform, [1_000_000, 900_000], '2024-01')
  const number = `1101011990030${String(80_000 + run).slice(-5)}`
  const idHash = Uint8Array.from(platform.vault.lookupHash('person-id', number))
  const { prisma } = platform.database
  await prisma.individual.update({ where: { id: unit.individualIds[0] ?? '' }, data: { idHash } })
  await prisma.enrolment.updateMany({
    where: { employerId: unit.employerId },
    data: { recordedAt: new Date('2025-01-05T02:00:00Z') },
  })
  await prisma.employer.update({
    where: { id: unit.employerId },
    data: { createdAt: new Date('2025-01-01T02:00:00Z') },
  })
  // What such a fixture's unit stated when it was registered is written down with its first change only.
  await perform(unit, { what: 'CLASS', to: 2, from: '2026-01' }, 0)
  const answers: { day: CivilDate; said: unknown }[] = []
  let [day, seq] = [civilDate('2026-01-10'), 0]
  for (const { gap, deeds } of plan) {
    day = addDays(day, gap)
    for (const [hour, one] of deeds.entries()) {
      platform.clock.set(`${day}T${String(9 + hour * 7).padStart(2, '0')}:30:00+08:00`)
      await perform(unit, one, (seq += 1))
    }
    platform.clock.set(`${day}T23:59:59+08:00`)
    answers.push({ day, said: await view(unit, number, undefined) })
  }
  for (const { day: then, said } of answers) expect(await view(unit, number, then), `as known on ${then}`).toEqual(said)
}

it('what was known on any day is what the office answered on that day, whatever was done and corrected since', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(days, (plan) => liveOnce(plan, (run += 1))),
    { numRuns: 3, endOnFailure: true },
  )
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { completeDraft, givenOffice, givenUnit, submit } from '../../../testing/inspection-scenario.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { remindOfInspections } from './remind-inspection.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({}, { calendarsTo: '2027-06-01' })
  await givenOffice(platform)
})
afterAll(() => platform.close())

const told = async (accountId: string) => {
  const rows = await platform.database.prisma.notification.findMany({
    where: { accountId, kind: 'INSPECTION_DUE_SOON' },
  })
  return rows.map(({ params }) => params)
}

it('an employer that has submitted nothing is reminded twice before the window closes, on working days, once each', async () => {
  const late = await givenUnit(platform, { seed: 71 })
  const clerk = await addClerk(platform, late.employerId)
  const done = await givenUnit(platform, { seed: 72 })
  const doneClerk = await addClerk(platform, done.employerId)
  await submit(platform, { ...done, clerk: doneClerk }, await completeDraft(platform, { ...done, clerk: doneClerk }))
  const on = async (day: string) => {
    platform.clock.set(`${day}T09:00:00+08:00`)
    await remindOfInspections(platform)
    return (await told(clerk.accountId)).length
  }
  // The window closes on Thursday 31 December, ten working days after the 17th and three after the 28th; the 19th is a Saturday.
  expect(await on('2026-12-16')).toBe(0)
  expect(await on('2026-12-19')).toBe(0)
  expect(await on('2026-12-21')).toBe(1)
  expect(await on('2026-12-25')).toBe(1)
  expect(await on('2026-12-28')).toBe(2)
  expect(await on('2026-12-31')).toBe(2)
  expect(await told(clerk.accountId)).toContainEqual({ year: 2026, closesOn: '2026-12-31' })
  expect(await told(doneClerk.accountId)).toEqual([])
})

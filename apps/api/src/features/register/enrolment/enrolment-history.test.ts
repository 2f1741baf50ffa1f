import { period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { RegisterSource } from '../employer/index.ts'
import { insertEnrolments, withdrawEnrolments } from './enrolment-terms.repository.ts'
import type { NewEnrolment } from './enrolment-terms.repository.ts'

let platform: TestPlatform
let unit: TestEmployer
let other: TestEmployer
beforeAll(async () => {
  platform = await openTestPlatform()
  unit = await addEmployer(platform, [1_000_000])
  other = await addEmployer(platform, [])
})
afterAll(() => platform.close())

const importOf = (id = crypto.randomUUID()): RegisterSource & { id: string } => ({
  kind: 'IMPORT',
  id,
  version: null,
  by: null,
  at: platform.clock.now(),
})
const stretch = (
  spellId: string,
  from: string,
  to: string | null,
  change: Partial<NewEnrolment> = {},
): NewEnrolment => ({
  spellId,
  employerId: other.employerId,
  individualId: unit.individualIds[0] ?? '',
  fromPeriod: period(from),
  toPeriod: to === null ? null : period(to),
  employmentForm: 'CONTRACT',
  householdType: 'LOCAL_URBAN',
  hireDate: '2024-01-05',
  leaveDate: null,
  stopReason: null,
  averageWage: 900_000,
  wagesLastYear: null,
  monthsWorked: null,
  firstMonthWage: null,
  pension: true,
  medical: true,
  unemployment: true,
  workInjury: true,
  maternity: true,
  ...change,
})
const current = () =>
  platform.database.prisma.enrolment.findMany({
    where: { employerId: other.employerId, supersededAt: null },
    orderBy: { fromPeriod: 'asc' },
  })

describe('the database', () => {
  const spell = crypto.randomUUID()

  it('takes a spell in stretches, and refuses another that holds in one of its months', async () => {
    await insertEnrolments(platform, importOf(), [
      stretch(spell, '2024-01', '2024-06'),
      stretch(spell, '2024-07', null, { averageWage: 950_000 }),
    ])
    expect((await current()).map((row) => [row.fromPeriod, row.toPeriod, row.averageWage, row.source])).toEqual([
      ['2024-01', '2024-06', 900_000n, 'IMPORT'],
      ['2024-07', null, 950_000n, 'IMPORT'],
    ])
    for (const [from, to] of [
      ['2024-06', '2024-06'],
      ['2023-01', '2024-01'],
      ['2026-01', '2026-02'],
    ] as const)
      await expect(insertEnrolments(platform, importOf(), [stretch(spell, from, to)]), from).rejects.toMatchObject({
        code: '23P01',
      })
  })

  it('refuses somebody who would be there twice, and months in the wrong order', async () => {
    const twice = insertEnrolments(platform, importOf(), [stretch(crypto.randomUUID(), '2025-01', null)])
    await expect(twice).rejects.toMatchObject({ code: '23505' })
    const backwards = insertEnrolments(platform, importOf(), [stretch(crypto.randomUUID(), '2023-05', '2023-04')])
    await expect(backwards).rejects.toMatchObject({ code: '23514' })
  })

  it('takes another spell that begins in the month in which the one before ends', async () => {
    await insertEnrolments(platform, importOf(), [
      stretch(crypto.randomUUID(), '2022-01', '2022-03'),
      stretch(crypto.randomUUID(), '2022-03', '2022-05'),
    ])
    expect(await current()).toHaveLength(4)
  })

  it('keeps what was known before as it was known', async () => {
    const source = importOf()
    await insertEnrolments(platform, source, [stretch(crypto.randomUUID(), '2021-01', '2021-02')])
    expect(await withdrawEnrolments(platform, source)).toBe(1)
    expect(await current()).toHaveLength(4)
    const [gone] = await platform.database.prisma.enrolment.findMany({ where: { sourceId: source.id } })
    expect(gone?.supersededAt).not.toBeNull()
    const { prisma } = platform.database
    await expect(
      prisma.enrolment.update({ where: { id: gone?.id ?? '' }, data: { supersededAt: null } }),
    ).rejects.toThrow(/append-only/)
    await expect(prisma.enrolment.delete({ where: { id: gone?.id ?? '' } })).rejects.toThrow(/append-only/)
  })
})

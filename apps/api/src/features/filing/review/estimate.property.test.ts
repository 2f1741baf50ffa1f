import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit, Somebody } from '../../../testing/filing/review/review-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { acceptDeclaration } from './accept-declaration.ts'
import { startReview } from './review-declaration.ts'

// What the irreversible question says, and what the notice says after it: one computation, over drawn changes of a list.

let platform: TestPlatform
let officer: Viewer
beforeAll(async () => {
  platform = await openTestPlatform()
  officer = await addStaff(platform, '何经办', ['OFFICER'])
})
afterAll(() => platform.close())

interface Estimate {
  people: number
  leavers: number
  total: number
  employerTotal: number
  personalTotal: number
  noticeNumber: string | null
}

async function estimateOf({ declarationId: id }: ReviewedUnit): Promise<Estimate> {
  const source = `query ($id: ID!) { declarationReview(id: $id) { estimate { people leavers total employerTotal personalTotal noticeNumber } } }`
  const { data, errors } = await ask(platform, officer, source, { id })
  expect(errors).toEqual([])
  return (data as unknown as { declarationReview: { estimate: Estimate } }).declarationReview.estimate
}

/** A unit whose list says these things of its people, before the office. */
async function submitted(registered: readonly Somebody[], listed: readonly Somebody[]): Promise<ReviewedUnit> {
  const unit = await addUnit(platform, registered)
  await submitVersion(platform, unit, listed, makeCompleteDeclaration(1, listed.length).unit)
  return unit
}

async function noticeOf(unit: ReviewedUnit) {
  const input = { declarationId: unit.declarationId, version: 1, origin: 'test' }
  await startReview(platform, officer, input)
  expect(await acceptDeclaration(platform, staffViewer(['REVIEWER']), input)).toMatchObject({ kind: 'done' })
  const period = platform.clock.today().slice(0, 7)
  const where = { employerId: unit.employerId, kind: 'NORMAL', period }
  return platform.database.prisma.paymentNotice.findFirstOrThrow({ where })
}

const registerOf = async () => [
  await platform.database.prisma.enrolment.count(),
  await platform.database.prisma.individual.count(),
  await platform.database.prisma.paymentNotice.count(),
]

/** What the list can say of a person: as registered, another wage, left this month, or not registered so far. */
const changes = ['STAYS', 'RAISED', 'LEAVES', 'NEW'] as const
let drawn = 100

function people(kinds: readonly (typeof changes)[number][], leaveDate: string) {
  const all = kinds.map((kind) => ({ kind, person: somebody((drawn += 1), '王芳', 700_000 + (drawn % 9) * 150_000) }))
  return {
    registered: all.filter(({ kind }) => kind !== 'NEW').map(({ person }) => person),
    listed: all.map(({ kind, person }) => ({
      ...person,
      ...(kind === 'RAISED' ? { wage: person.wage + 123_400 } : {}),
      ...(kind === 'LEAVES' ? { leaveDate } : {}),
    })),
  }
}

it(
  'says the same before acceptance as the notice does after it, and changes nothing by asking',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...changes), { minLength: 1, maxLength: 5 }), async (kinds) => {
        const { registered, listed } = people(kinds, platform.clock.today())
        const unit = await submitted(registered, listed)
        const before = await registerOf()
        const estimate = await estimateOf(unit)
        expect(await registerOf()).toEqual(before)
        const notice = await noticeOf(unit)
        expect({ ...estimate, noticeNumber: null }).toMatchObject({
          people: notice.people,
          total: Number(notice.total),
          employerTotal: Number(notice.employerTotal),
          personalTotal: Number(notice.personalTotal),
        })
        expect(estimate.leavers).toBe(kinds.filter((kind) => kind === 'LEAVES').length)
        // Afterwards the page shows what was billed, and by which notice.
        expect(await estimateOf(unit)).toEqual({ ...estimate, noticeNumber: notice.number })
      }),
      { numRuns: 8 },
    )
  },
)

it('counts who stopped this month: their month is still owed', async () => {
  const [stays, leaves] = [somebody(11, '王芳', 1_000_000), somebody(12, '李四', 1_000_000)]
  const unit = await submitted([stays, leaves], [stays, { ...leaves, leaveDate: platform.clock.today() }])
  expect(await estimateOf(unit)).toMatchObject({ people: 2, leavers: 1, total: 2 * 370_300 })
  const { id } = await noticeOf(unit)
  const asked = await ask(platform, officer, `query ($id: ID!) { paymentNotice(id: $id) { people leavers } }`, { id })
  expect(asked.data).toEqual({ paymentNotice: { people: 2, leavers: 1 } })
})

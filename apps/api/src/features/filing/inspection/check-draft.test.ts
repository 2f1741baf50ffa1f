import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import {
  completeDraft,
  declarationNow,
  givenOffice,
  givenUnit,
  openDraft,
  submit,
} from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { acceptDeclaration } from '../review/accept-declaration.ts'
import { startReview } from '../review/review-declaration.ts'

let platform: TestPlatform
const origin = 'test'
beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())

const query = `{ inspection { check {
  changeCounts { different new left }
  persons(kind: NEW) { edges { node { idMasked kinds } } }
  settledDifferences { edges { node { kind resolution } } }
  nextBill { people total noticeNumber lastNumber lastTotal lines { insurance next last } }
} } }`

interface Check {
  nextBill: { people: number; total: number; lines: { insurance: string; next: number }[] } | null
}

async function checkOf(viewer: Parameters<typeof ask>[1]) {
  const { data, errors } = await ask(platform, viewer, query)
  expect(errors).toEqual([])
  return (data as unknown as { inspection: { check: Check } }).inspection.check
}

it('says before submitting what the notice says after acceptance, by insurance, and changes nothing by asking', async () => {
  const unit = await givenUnit(platform, { seed: 301 })
  const declarationId = await completeDraft(platform, unit)
  const before = await declarationNow(platform, declarationId)
  const check = await checkOf(unit.clerk)
  expect(check).toMatchObject({
    changeCounts: { different: 3, new: 3, left: 0 },
    settledDifferences: { edges: unit.people.map(() => ({ node: { kind: 'EXTRA_IN_UNIT', resolution: 'ADD' } })) },
    nextBill: { people: 3, noticeNumber: null, lastNumber: null, lastTotal: null },
  })
  expect(await declarationNow(platform, declarationId)).toEqual(before)
  expect(await platform.database.prisma.declarationVersion.count({ where: { declarationId } })).toBe(0)
  expect(await platform.database.prisma.enrolment.count({ where: { employerId: unit.employerId } })).toBe(0)

  await submit(platform, unit, declarationId)
  const review = { declarationId, version: 1, origin }
  await startReview(platform, staffViewer(['OFFICER']), review)
  await acceptDeclaration(platform, staffViewer(['REVIEWER']), review)
  const notice = await platform.database.prisma.paymentNotice.findFirstOrThrow({
    where: { declarationId },
    include: { lines: true },
  })
  const { nextBill } = check
  expect([nextBill?.people, nextBill?.total]).toEqual([notice.people, Number(notice.total)])
  const billed = Object.fromEntries(notice.lines.map((line) => [line.insurance, Number(line.employer + line.personal)]))
  expect(Object.fromEntries((nextBill?.lines ?? []).map((line) => [line.insurance, line.next]))).toEqual(billed)
})

it('has no bill for a draft that is incomplete, and is there for its own employer alone', async () => {
  const unit = await givenUnit(platform, { seed: 302 })
  const declarationId = await openDraft(platform, unit)
  expect(await checkOf(unit.clerk)).toMatchObject({ nextBill: null, persons: { edges: [] } })
  const one = `{ declaration(id: "${declarationId}") { check { id } } }`
  const { errors } = await ask(platform, employerViewer(crypto.randomUUID()), one)
  expect(errors).toEqual(['NOT_FOUND'])
})

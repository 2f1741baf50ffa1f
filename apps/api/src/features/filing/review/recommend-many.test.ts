import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, staffViewer } from '../../../testing/ask.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'
import { findRegisteredEmployer } from '../../register/employer/index.ts'
import { sealUnitForm } from '../declaration/index.ts'
import { registeredAnswers } from './compare-unit-form.ts'
import { sumRegister } from './review.repository.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform | undefined
let officer: Viewer
let clear: ReviewedUnit
let outlier: ReviewedUnit
let warned: ReviewedUnit
const people = [somebody(31, '张三', 1_000_000)]
const opened = async () => (platform ??= await openTestPlatform())

/** Submitted with what the register has, so that nothing differs; the rules warned of nothing unless they are left to. */
async function submitted(listed = people, warnings = false): Promise<ReviewedUnit> {
  const here = await opened()
  const unit = await addUnit(here, people)
  await submitVersion(here, unit, listed)
  const employer = await findRegisteredEmployer(here, unit.employerId)
  if (!employer) throw new Error('It was just added.')
  const figures = await sumRegister(here, unit.employerId, 2026)
  const form = sealUnitForm(here.vault, { draft: registeredAnswers(employer, 2026, figures), changedIn: {} })
  // Versions are frozen: what the fixture says of the unit is put in order where it comes from.
  await here.database.query({ text: 'ALTER TABLE declaration_version DISABLE TRIGGER USER' })
  await here.database.prisma.declarationVersion.update({
    where: { declarationId_version: { declarationId: unit.declarationId, version: 1 } },
    data: {
      verdict: warnings ? 'COMPLETE_WITH_WARNINGS' : 'COMPLETE',
      ...form,
      ...(warnings ? {} : { warnings: [] }),
    },
  })
  await here.database.query({ text: 'ALTER TABLE declaration_version ENABLE TRIGGER USER' })
  return unit
}

beforeEach(async () => {
  officer = await addStaff(await opened(), '何经办', ['OFFICER'])
  clear = await submitted()
  outlier = await submitted([somebody(31, '张三', 9_000_000)])
  warned = await submitted(people, true)
})
afterAll(() => platform?.close())

const rowFields = '{ declarationId employerName outcome people fields changed warnings }'
const outlook = `query ($seen: [SeenDeclarationInput!]!) { recommendationOutlook(declarations: $seen) ${rowFields} }`
const recommend = `mutation ($seen: [SeenDeclarationInput!]!) { recommendDeclarations(declarations: $seen) ${rowFields} }`
interface Row {
  declarationId: string
  outcome: string
  fields: number
  changed: number
  warnings: number
}
const seenOf = (units: readonly ReviewedUnit[], version = 1) =>
  units.map(({ declarationId }) => ({ declarationId, version }))
async function rows(source: string, seen: unknown, viewer: Viewer = officer): Promise<Row[]> {
  const { data, errors } = await ask(await opened(), viewer, source, { seen })
  expect(errors).toEqual([])
  return Object.values(data)[0] as unknown as Row[]
}
const eventsOf = async ({ declarationId }: ReviewedUnit) =>
  (
    await (
      await opened()
    ).database.prisma.caseEvent.findMany({ where: { caseId: declarationId }, orderBy: { seq: 'asc' } })
  ).map(({ event, accountId }) => `${event} ${accountId === officer.accountId}`)

describe('recommending many at once', () => {
  it('says beforehand what each would meet, and writes nothing', async () => {
    const [first, second, third] = await rows(outlook, seenOf([clear, outlier, warned]))
    expect(first).toMatchObject({ outcome: 'CLEAR', fields: 0, changed: 0, warnings: 0 })
    expect(second).toMatchObject({ outcome: 'DIFFERS', changed: 1 })
    expect(third).toMatchObject({ outcome: 'DIFFERS', changed: 0, warnings: 1 })
    expect(await eventsOf(clear)).toEqual(['SUBMIT false'])
  })

  it('recommends what is clear and leaves the others, each with its reason', async () => {
    const done = await rows(recommend, seenOf([clear, outlier, warned]))
    expect(done.map(({ outcome }) => outcome)).toEqual(['RECOMMENDED', 'DIFFERS', 'DIFFERS'])
    expect(await eventsOf(clear)).toEqual(['SUBMIT false', 'START_REVIEW true', 'RECOMMEND true'])
    expect(await eventsOf(outlier)).toEqual(['SUBMIT false'])
    expect((await rows(recommend, seenOf([clear]))).map(({ outcome }) => outcome)).toEqual(['NOT_WAITING'])
  })

  it('decides on the version that was seen, and leaves no half of it', async () => {
    const nobody = { declarationId: crypto.randomUUID(), version: 1 }
    const done = await rows(recommend, [...seenOf([clear], 2), nobody, ...seenOf([warned])])
    expect(done.map(({ outcome }) => outcome)).toEqual(['VERSION_CHANGED', 'NOT_FOUND', 'DIFFERS'])
    expect(await eventsOf(clear)).toEqual(['SUBMIT false'])
  })

  it('takes 1 to 50, from those who review', async () => {
    const here = await opened()
    const many = Array.from({ length: 51 }, () => ({ declarationId: crypto.randomUUID(), version: 1 }))
    for (const seen of [[], many]) {
      expect((await ask(here, officer, recommend, { seen })).errors).toEqual(['BAD_USER_INPUT'])
      expect((await ask(here, officer, outlook, { seen })).errors).toEqual(['BAD_USER_INPUT'])
    }
    for (const viewer of [staffViewer(['AUDITOR']), employerViewer(clear.employerId)])
      for (const source of [outlook, recommend])
        expect((await ask(here, viewer, source, { seen: seenOf([clear]) })).errors).toEqual(['FORBIDDEN'])
    expect(await eventsOf(clear)).toEqual(['SUBMIT false'])
  })
})

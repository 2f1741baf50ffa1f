import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer } from '../../../testing/ask.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { declarationCase } from '../declaration/index.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'

let platform: TestPlatform | undefined
let officer: Viewer
let reviewer: Viewer
let unit: ReviewedUnit
const people = [somebody(31, '张三', 1_000_000)]

async function opened(): Promise<TestPlatform> {
  platform ??= await openTestPlatform()
  return platform
}
beforeEach(async () => {
  const here = await opened()
  officer = await addStaff(here, '何经办', ['OFFICER'])
  reviewer = await addStaff(here, '周复核', ['REVIEWER'])
  unit = await addUnit(here, people)
  await submitVersion(here, unit, people, makeCompleteDeclaration(1, people.length).unit)
})
afterAll(() => platform?.close())

/** The declaration, and what it is at the moment. */
async function now() {
  const { declarationId } = unit
  return { declarationId, decidedOn: await markNow(await opened(), declarationCase, declarationId) }
}
async function step(who: Viewer, name: string, more = '', inputType = 'ReviewDeclarationInput'): Promise<string> {
  const source = `mutation ($input: ${inputType}!) { ${name}(input: $input${more}) { __typename
    ... on DeclarationRefused { reason } ... on DeclarationChanged { declaration { status } } } }`
  return outcome(who, name, source, { input: { ...(await now()), version: 1 } })
}
async function staffStep(who: Viewer, name: string, input: object = {}): Promise<string> {
  const type = name === 'registerPaper' ? 'RegisterPaperInput' : 'DeclarationVersionInput'
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename
    ... on StaffStepRefused { reason: code } ... on StaffStepDone { declaration { status } } } }`
  return outcome(who, name, source, { input: { ...(await now()), version: 1, ...input } })
}
async function outcome(who: Viewer, name: string, source: string, variables: Record<string, unknown>): Promise<string> {
  const { data, errors } = await ask(await opened(), who, source, variables)
  if (errors.length > 0) return errors.join()
  const result = (data as unknown as Record<string, { reason?: string; declaration?: { status: string } }>)[name]
  return result?.reason ?? result?.declaration?.status ?? ''
}
const paper = (more: object = {}) => ({
  receivedOn: '2026-11-23',
  pages: 3,
  sealOk: true,
  hash: '1'.repeat(64),
  ...more,
})

describe('accepting takes two people', () => {
  it('one reviews and recommends, another accepts', async () => {
    expect(await step(officer, 'startReview')).toBe('UNDER_REVIEW')
    expect(await staffStep(officer, 'recommendAcceptance')).toBe('UNDER_REVIEW')
    expect(await step(reviewer, 'acceptDeclaration')).toBe('APPROVED')
    const events = await (
      await opened()
    ).database.prisma.caseEvent.findMany({
      where: { caseId: unit.declarationId, lifecycle: 'annual-declaration' },
      orderBy: { seq: 'asc' },
    })
    expect(events.map(({ event, accountId }) => [event, accountId])).toEqual([
      ['SUBMIT', unit.clerkId],
      ['START_REVIEW', officer.accountId],
      ['RECOMMEND', officer.accountId],
      ['APPROVE', reviewer.accountId],
    ])
  })

  it('refuses the same person, whichever first step it was, also a head', async () => {
    const head = await addStaff(await opened(), '郑主任', ['HEAD', 'REVIEWER', 'OFFICER'])
    await step(officer, 'startReview')
    await staffStep(head, 'recommendAcceptance')
    expect(await step(head, 'acceptDeclaration')).toBe('SAME_PERSON')
    expect(await step(reviewer, 'acceptDeclaration')).toBe('APPROVED')
  })

  it('refuses who began the review', async () => {
    await step(reviewer, 'startReview')
    expect(await step(reviewer, 'acceptDeclaration')).toBe('SAME_PERSON')
  })

  it('refuses an officer, who may only recommend, and anyone outside', async () => {
    await step(reviewer, 'startReview')
    expect(await step(officer, 'acceptDeclaration')).toBe('ROLE_NOT_ALLOWED')
    const auditor = await addStaff(await opened(), '沈审计', ['AUDITOR'])
    for (const other of [auditor, employerViewer(unit.employerId), insuredViewer(crypto.randomUUID())]) {
      expect(await step(other, 'acceptDeclaration')).toBe('FORBIDDEN')
      expect(await staffStep(other, 'recommendAcceptance')).toBe('FORBIDDEN')
      expect(await staffStep(other, 'registerPaper', paper())).toBe('FORBIDDEN')
    }
  })

  it('refuses a recommendation before the review and for another version', async () => {
    expect(await staffStep(officer, 'recommendAcceptance')).toBe('ILLEGAL_TRANSITION')
    await step(officer, 'startReview')
    expect(await staffStep(officer, 'recommendAcceptance', { version: 2 })).toBe('VERSION_CHANGED')
  })
})

describe('paper', () => {
  const approve = async () => {
    await step(officer, 'startReview')
    expect(await step(reviewer, 'acceptDeclaration')).toBe('APPROVED')
  }

  it('of the version in force is filed and then closed; the beginning of the hash is enough', async () => {
    await approve()
    expect(await staffStep(officer, 'closeDeclaration')).toBe('ILLEGAL_TRANSITION')
    expect(await staffStep(officer, 'registerPaper', paper({ hash: '1111-1111-1111' }))).toBe('PAPER_FILED')
    expect(await staffStep(officer, 'closeDeclaration')).toBe('CLOSED')
  })

  it('of another version goes back with a note', async () => {
    await approve()
    expect(await staffStep(officer, 'registerPaper', paper({ hash: 'ab'.repeat(32) }))).toBe('RETURNED')
    const notes = await (
      await opened()
    ).database.prisma.reviewNote.findMany({ where: { declarationId: unit.declarationId } })
    expect(notes).toHaveLength(1)
  })

  it('without seal, of the future, before acceptance or with a hash too short is refused and changes nothing', async () => {
    expect(await staffStep(officer, 'registerPaper', paper())).toBe('ILLEGAL_TRANSITION')
    await approve()
    expect(await staffStep(officer, 'registerPaper', paper({ sealOk: false }))).toBe('SEAL_MISSING')
    expect(await staffStep(officer, 'registerPaper', paper({ receivedOn: '2026-11-24' }))).toBe('BAD_USER_INPUT')
    expect(await staffStep(officer, 'registerPaper', paper({ hash: '1111' }))).toBe('BAD_USER_INPUT')
    expect(await staffStep(officer, 'registerPaper', paper({ pages: 0 }))).toBe('BAD_USER_INPUT')
    const row = await (
      await opened()
    ).database.prisma.declaration.findUniqueOrThrow({ where: { id: unit.declarationId } })
    expect([row.status, row.paperReceivedOn]).toEqual(['APPROVED', null])
  })
})

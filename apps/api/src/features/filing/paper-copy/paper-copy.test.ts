import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeCompleteDeclaration } from '@shebao/test-support/declaration'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer } from '../../../testing/ask.ts'
import { addStaff, addUnit, somebody, submitVersion } from '../../../testing/filing/review/review-fixture.ts'
import type { ReviewedUnit } from '../../../testing/filing/review/review-fixture.ts'
import { findPaperRule } from './paper-rule.repository.ts'
import { defaultPaperRules } from './paper-rule.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { acceptDeclaration, startReview } from '../review/index.ts'
import { printCover } from './print-cover.ts'
import { findPausingPaper } from './pause-filing.ts'
import { remindOfPapers } from './remind-papers.ts'

let platform: TestPlatform
let officer: Viewer
let reviewer: Viewer
let head: Viewer
let unit: ReviewedUnit
let clerk: Viewer
let hash = ''
const people = [somebody(41, '张三', 1_000_000)]
beforeAll(async () => {
  platform = await openTestPlatform()
  const names = { nameZh: '示范社保中心', nameEn: 'Demonstration Office', addressZh: '北京', addressEn: 'Beijing' }
  const { office } = platform.database.prisma
  if ((await office.count()) === 0) await office.create({ data: { region: '110000', phone: '12333', ...names } })
  officer = await addStaff(platform, '何经办', ['OFFICER'])
  reviewer = await addStaff(platform, '周复核', ['REVIEWER'])
  head = await addStaff(platform, '郑主任', ['HEAD'])
})
afterAll(async () => {
  await platform.close()
})
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  unit = await addUnit(platform, people)
  hash = randomBytes(32).toString('hex')
  await submitVersion(platform, unit, people, makeCompleteDeclaration(1, people.length).unit, hash)
  const { declarationId } = unit
  const input = { declarationId, version: 1, origin: 'test' }
  await startReview(platform, officer, input)
  await acceptDeclaration(platform, reviewer, input)
  const act = { accountId: unit.clerkId, scopeKind: 'EMPLOYER', scopeId: unit.employerId, validFrom: '2020-01-01' }
  const { membership } = platform.database.prisma
  if ((await membership.count({ where: { accountId: unit.clerkId } })) === 0)
    await membership.create({ data: { ...act, role: 'CLERK' } })
  clerk = employerViewer(unit.employerId, { accountId: unit.clerkId })
})

const copy = () => platform.database.prisma.paperCopy.findUnique({ where: { declarationId: unit.declarationId } })
const field = <Result>(data: unknown, name: string) => (data as Record<string, Result | undefined>)[name]

async function receive(given: object = {}): Promise<string | undefined> {
  const { data, errors } = await ask(
    platform,
    officer,
    `mutation ($input: ReceivePaperInput!) { receivePaper(input: $input) { __typename
      ... on PaperReceived { declaration { status } } ... on PaperRefused { code } } }`,
    {
      input: {
        declarationId: unit.declarationId,
        version: 1,
        scanned: hash,
        receivedOn: '2026-11-23',
        pages: 4,
        sealOk: true,
        signatureOk: true,
        materials: ['FORM', 'ROSTER'],
        ...given,
      },
    },
  )
  const result = field<{ code?: string; declaration?: { status: string } }>(data, 'receivePaper')
  return errors[0] ?? result?.code ?? result?.declaration?.status
}

async function changeRule(who: Viewer, consequence: string) {
  const rule = {
    workingDays: 5,
    remindDays: 2,
    keepYears: 10,
    consequence,
    materials: [{ code: 'FORM', zh: '申报表', en: 'Form', required: true }],
  }
  return ask(
    platform,
    who,
    `mutation ($rule: PaperRuleInput!) { changePaperRule(kind: ANNUAL_INSPECTION, rule: $rule) { workingDays } }`,
    { rule },
  )
}

describe('paper copies', () => {
  it('are awaited from acceptance on, in working days, and the employer sees by when', async () => {
    expect(await copy()).toMatchObject({ status: 'AWAITED', dueOn: '2026-12-14', keepUntil: '2126-12-31', version: 1 })
    const { data } = await ask(platform, clerk, '{ paperCopies { formNo dueOn late materials { code required } } }')
    expect(field(data, 'paperCopies')).toEqual([expect.objectContaining({ dueOn: '2026-12-14', late: false })])
    const { number } = await printCover(platform, clerk, { declarationId: unit.declarationId, language: 'en' })
    expect(number).toMatch(/-cover$/)
    const stranger = employerViewer(crypto.randomUUID())
    await expect(
      printCover(platform, stranger, { declarationId: unit.declarationId, language: 'en' }),
    ).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })

  it('are taken in by a scan when they are of the version filed, whole, sealed and signed', async () => {
    const { data } = await ask(
      platform,
      officer,
      'query ($text: String!) { scannedPaper(text: $text) { version copy { formNo version } } }',
      { text: `${hash}\n` },
    )
    expect(field(data, 'scannedPaper')).toMatchObject({ version: 1, copy: { version: 1 } })
    expect(await receive({ signatureOk: false })).toBe('SEAL_MISSING')
    expect(await receive({ materials: ['FORM'] })).toBe('MATERIALS_MISSING')
    expect((await copy())?.status).toBe('AWAITED')
    expect(await receive()).toBe('PAPER_FILED')
    expect(await copy()).toMatchObject({ status: 'RECEIVED', pages: 4, receivedBy: officer.accountId })
    const told = await platform.database.prisma.notification.findMany({
      where: { employerId: unit.employerId, kind: 'PAPER_RECEIVED' },
    })
    expect(told.map(({ params }) => params)).toEqual([expect.objectContaining({ receivedOn: '2026-11-23', pages: 4 })])
    expect(await receive()).toBe('ILLEGAL_TRANSITION')
  })

  it('of another version go back with the declaration, and are awaited again when the next one is accepted', async () => {
    expect(await receive({ scanned: 'ab'.repeat(32) })).toBe('RETURNED')
    expect((await copy())?.status).toBe('RETURNED')
  })

  it('are asked for before and after their day, once, and listed when they are late', async () => {
    const kinds = async () => {
      const rows = await platform.database.prisma.notification.findMany({
        where: { employerId: unit.employerId, kind: { startsWith: 'PAPER_' } },
        orderBy: { createdAt: 'asc' },
      })
      return rows.map(({ kind }) => kind)
    }
    platform.clock.set('2026-12-09T09:00:00+08:00')
    await remindOfPapers(platform)
    await remindOfPapers(platform)
    expect(await kinds()).toEqual(['PAPER_DUE_SOON'])
    for (const day of ['2026-12-15', '2026-12-16']) {
      platform.clock.set(`${day}T09:00:00+08:00`)
      await remindOfPapers(platform)
    }
    expect(await kinds()).toEqual(['PAPER_DUE_SOON', 'PAPER_OVERDUE'])
    const { data } = await ask(
      platform,
      officer,
      '{ paperList(filter: LATE, first: 100) { edges { node { declarationId } } } }',
    )
    const list = field<{ edges: { node: { declarationId: string } }[] }>(data, 'paperList')
    expect(list?.edges.map(({ node }) => node.declarationId)).toContain(unit.declarationId)
  })

  it('follow the rule that the head sets: other days, and filing paused until they come', async () => {
    expect((await changeRule(officer, 'PAUSE_FILING')).errors).toEqual(['FORBIDDEN'])
    platform.clock.set('2026-12-15T09:00:00+08:00')
    expect(await findPausingPaper(platform, unit.employerId)).toBeUndefined()
    expect((await changeRule(head, 'PAUSE_FILING')).errors).toEqual([])
    expect(await findPausingPaper(platform, unit.employerId)).toMatchObject({ dueOn: '2026-12-14' })
    expect(await receive({ materials: ['FORM'], receivedOn: '2026-12-15' })).toBe('PAPER_FILED')
    expect(await findPausingPaper(platform, unit.employerId)).toBeUndefined()
    await changeRule(head, 'REMIND_ONLY')
  })
})

it('days that the office had set before there were rules go on holding, and are not set again over a later rule', async () => {
  const { office, paperRule } = platform.database.prisma
  const folder = join(import.meta.dirname, '../../../../../../prisma/migrations')
  const name = readdirSync(folder).find((one) => one.endsWith('_paper_days_of_the_office')) ?? ''
  const upgrade = () => platform.database.query({ text: readFileSync(join(folder, name, 'migration.sql'), 'utf8') })
  await paperRule.deleteMany()
  await office.updateMany({ data: { settings: { inspection: { paperDays: 30 } } } })
  await upgrade()
  await upgrade()
  expect(await paperRule.count()).toBe(1)
  expect(await findPaperRule(platform, 'ANNUAL_INSPECTION')).toEqual({
    ...defaultPaperRules.ANNUAL_INSPECTION,
    workingDays: 30,
  })
  await paperRule.deleteMany()
})

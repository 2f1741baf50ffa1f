import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { completeDraft, givenOffice, givenUnit, openDraft, submit } from '../../../testing/inspection-scenario.ts'
import type { GivenUnit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { acceptDeclaration } from '../../filing/review/accept-declaration.ts'
import { answerNote } from '../../filing/inspection/answer-note.ts'
import { saveUnitForm } from '../../filing/inspection/save-unit-form.ts'
import { returnDeclaration, startReview } from '../../filing/review/review-declaration.ts'

let platform: TestPlatform
let unit: GivenUnit
let seed = 20

beforeAll(async () => {
  platform = await openTestPlatform()
  await givenOffice(platform)
})
afterAll(() => platform.close())
beforeEach(async () => {
  platform.clock.set('2026-11-23T10:00:00+08:00')
  unit = await givenUnit(platform, { seed: (seed += 1) })
})

const home = `{ employer { dueItems { kind dueOn overdue amount partPaid late { days fee underWay } count targetId concerning } yearAtAGlance { period state total noticeId } } }`
const dueOf = async () =>
  (await ask(platform, unit.clerk, home)).data as unknown as {
    employer: { dueItems: Record<string, unknown>[]; yearAtAGlance: Record<string, unknown>[] }
  }
const kinds = async () => (await dueOf()).employer.dueItems.map(({ kind }) => kind)

async function giveNotice(period: string, dueOn: string, status: string, total: bigint) {
  return platform.database.prisma.paymentNotice.create({
    data: {
      number: `T${seed}${period}`,
      employerId: unit.employerId,
      period,
      people: 3,
      employerTotal: total,
      personalTotal: 0n,
      total,
      status,
      issuedOn: `${period}-10`,
      dueOn,
      postedOn: status === 'POSTED' ? dueOn : null,
    },
  })
}

describe('what is due', () => {
  it('begins with the inspection, then says what is missing in it', async () => {
    expect((await dueOf()).employer.dueItems).toEqual([
      {
        kind: 'FILE_INSPECTION',
        dueOn: '2026-12-31',
        overdue: false,
        amount: null,
        partPaid: false,
        late: null,
        count: null,
        targetId: null,
        concerning: '2026',
      },
    ])
    const targetId = await openDraft(platform, unit)
    const [item] = (await dueOf()).employer.dueItems
    expect(item).toMatchObject({ kind: 'FILE_INSPECTION', targetId })
    expect(item?.['count']).toBeGreaterThan(20)
    platform.clock.set('2027-01-01T00:00:00+08:00')
    // A new year, a new inspection; last year's draft is not this year's.
    expect((await dueOf()).employer.dueItems[0]).toMatchObject({ concerning: '2027', targetId: null })
  })

  it('puts what is overdue first, then goes by date', async () => {
    await giveNotice('2026-09', '2026-10-09', 'UNPAID', 300n)
    await giveNotice('2026-10', '2026-11-25', 'UNPAID', 200n)
    await giveNotice('2026-08', '2026-09-25', 'POSTED', 100n)
    const { dueItems } = (await dueOf()).employer
    expect(dueItems.map(({ kind, overdue, amount }) => [kind, overdue, amount])).toEqual([
      // With the late fee of today.
      ['OVERDUE_NOTICE', true, 307],
      ['PAY_NOTICE', false, 200],
      ['FILE_INSPECTION', false, null],
    ])
  })

  it('says of a notice that was paid in part that the rest is asked', async () => {
    await giveNotice('2026-09', '2026-10-09', 'PARTIALLY_PAID', 300n)
    await giveNotice('2026-10', '2026-11-25', 'UNPAID', 200n)
    const { dueItems } = (await dueOf()).employer
    expect(dueItems.map(({ kind, partPaid }) => [kind, partPaid])).toEqual([
      ['OVERDUE_NOTICE', true],
      ['PAY_NOTICE', false],
      ['FILE_INSPECTION', false],
    ])
  })

  it('keeps what was sent to the bank in time out of sight, and brings it back when it is late', async () => {
    await giveNotice('2026-09', '2026-10-09', 'SENT_TO_BANK', 300n)
    await giveNotice('2026-10', '2026-11-25', 'SENT_TO_BANK', 200n)
    await giveNotice('2026-08', '2026-09-25', 'WRITTEN_OFF', 100n)
    const { dueItems } = (await dueOf()).employer
    expect(dueItems.filter(({ kind }) => kind !== 'FILE_INSPECTION')).toMatchObject([
      { kind: 'OVERDUE_NOTICE', concerning: '2026-09', amount: 307, late: { fee: 7, underWay: true } },
    ])
  })

  it('follows the declaration: with the office, returned, accepted', async () => {
    const declarationId = await completeDraft(platform, unit)
    expect((await dueOf()).employer.dueItems[0]).toMatchObject({ kind: 'FILE_INSPECTION', count: 0 })
    await submit(platform, unit, declarationId)
    expect(await kinds()).toEqual([])
    const review = { declarationId, version: 1, origin: 'test' }
    await startReview(platform, staffViewer(['OFFICER']), review)
    await returnDeclaration(platform, staffViewer(['OFFICER']), {
      ...review,
      notes: [
        { path: 'unit.retirees', text: '请核对' },
        { path: 'unit.bankName', text: '请说明' },
      ],
    })
    const returned = (count: number) => [{ kind: 'FIX_RETURNED', count, targetId: declarationId }]
    expect((await dueOf()).employer.dueItems).toMatchObject(returned(2))
    await saveUnitForm(platform, unit.clerk, { declarationId, expectedRevision: 1, changes: { retirees: 1 } })
    expect((await dueOf()).employer.dueItems).toMatchObject(returned(1))
    const [, other] = await platform.database.prisma.reviewNote.findMany({
      where: { declarationId },
      orderBy: { path: 'desc' },
    })
    await answerNote(platform, unit.clerk, { declarationId, noteId: other?.id ?? '', answer: '属实', was: '' })
    expect((await dueOf()).employer.dueItems).toMatchObject(returned(0))
    await submit(platform, unit, declarationId)
    await startReview(platform, staffViewer(['OFFICER']), { ...review, version: 2 })
    await acceptDeclaration(platform, staffViewer(['REVIEWER']), { ...review, version: 2 })
    const { dueItems } = (await dueOf()).employer
    expect(dueItems.map(({ kind, dueOn }) => [kind, dueOn])).toContainEqual(['FILE_PAPER', '2026-12-14'])
    expect(dueItems.map(({ kind }) => kind)).toContain('PAY_NOTICE')
  })
})

describe('the office', () => {
  const office = '{ office { nameZh nameEn phone addressZh region } }'

  it('is told to anyone, and to an employer the one of its region', async () => {
    const { prisma } = platform.database
    const given = await prisma.office.findFirstOrThrow()
    const { id: _id, ...other } = given
    const data = { ...other, settings: {}, region: '999999', nameZh: '另一经办机构' }
    const { id } = await prisma.office.create({ data })
    try {
      for (const asker of [undefined, unit.clerk, insuredViewer(crypto.randomUUID()), staffViewer(['AUDITOR'])]) {
        expect((await ask(platform, asker, office)).data).toMatchObject({
          office: { nameZh: given.nameZh, phone: given.phone },
        })
      }
      await prisma.employer.update({ where: { id: unit.employerId }, data: { region: '999999' } })
      expect((await ask(platform, unit.clerk, office)).data).toMatchObject({ office: { nameZh: '另一经办机构' } })
    } finally {
      await prisma.employer.update({ where: { id: unit.employerId }, data: { region: given.region } })
      await prisma.office.delete({ where: { id } })
    }
  })
})

describe('the year at a glance', () => {
  it('has twelve months, each in its state', async () => {
    const paid = await giveNotice('2026-01', '2026-02-25', 'POSTED', 100n)
    await giveNotice('2026-02', '2026-03-25', 'UNPAID', 200n)
    await giveNotice('2026-03', '2026-04-25', 'WRITTEN_OFF', 200n)
    await giveNotice('2026-04', '2026-05-25', 'SENT_TO_BANK', 200n)
    await giveNotice('2026-11', '2026-12-25', 'SENT_TO_BANK', 300n)
    const { yearAtAGlance } = (await dueOf()).employer
    expect(yearAtAGlance.map(({ state }) => state)).toEqual([
      'PAID',
      'OVERDUE',
      'WRITTEN_OFF',
      'OVERDUE',
      ...Array<string>(6).fill('NOT_BILLED'),
      'IN_PROGRESS',
      'AHEAD',
    ])
    expect(yearAtAGlance[0]).toEqual({ period: '2026-01', state: 'PAID', total: 100, noticeId: paid.id })
  })

  it('refuses a year that cannot be', async () => {
    expect((await ask(platform, unit.clerk, `{ employer { yearAtAGlance(year: 99999) { period } } }`)).errors).toEqual([
      'BAD_USER_INPUT',
    ])
  })
})

describe('who sees an employer', () => {
  const byId = `query($id: ID!) { employerById(id: $id) { name legalRepId bankAccount } }`

  it('itself in full, staff masked, others not at all', async () => {
    const own = await ask(platform, unit.clerk, byId, { id: unit.employerId })
    expect(own.data).toMatchObject({ employerById: { legalRepId: unit.answers['legalRepresentativeIdNumber'] } })
    const staff = await ask(platform, staffViewer(['OFFICER']), byId, { id: unit.employerId })
    expect(JSON.stringify(staff.data)).not.toContain(unit.answers['legalRepresentativeIdNumber'])
    expect(staff.errors).toEqual([])
    expect((await ask(platform, employerViewer(crypto.randomUUID()), byId, { id: unit.employerId })).errors).toEqual([
      'NOT_FOUND',
    ])
    expect((await ask(platform, staffViewer(['OFFICER']), byId, { id: crypto.randomUUID() })).errors).toEqual([
      'NOT_FOUND',
    ])
    expect((await ask(platform, staffViewer(['OFFICER']), byId, { id: "x' OR 1=1" })).errors).toEqual(['NOT_FOUND'])
    expect((await ask(platform, insuredViewer(crypto.randomUUID()), byId, { id: unit.employerId })).errors).toEqual([
      'FORBIDDEN',
    ])
    expect((await ask(platform, undefined, `{ employer { id } }`)).errors).toEqual(['UNAUTHENTICATED'])
  })
})

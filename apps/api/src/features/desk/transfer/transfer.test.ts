import { period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { createServer } from '../../../server.ts'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { handInFile } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'
import { verifyDocument } from '../../register/paper/verify-document.ts'
import { makeStatements } from '../rights/index.ts'
import { relationTransferCase } from './relation-transfer-case.ts'
import { addTransferPapers } from './transfer.route.ts'

let platform: TestPlatform
let app: Awaited<ReturnType<typeof createServer>>
let viewer: Viewer | undefined
let [stays, leaves, stranger] = ['', '', '']
const officer = staffViewer(['OFFICER'])
const reviewer = staffViewer(['REVIEWER'])
const head = staffViewer(['HEAD'])
const me = (id: string) => insuredViewer(id)

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  const unit = await addEmployer(platform, [1_000_000, 1_000_000, 1_000_000])
  ;[stays = '', leaves = '', stranger = ''] = unit.individualIds
  for (const month of ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'])
    await assessEmployer(platform, { employerId: unit.employerId, period: period(month), issuedOn: `${month}-05` })
  await platform.database.query({ text: `UPDATE premium_payment SET status = 'PAID', posted_on = period || '-20'` })
  await platform.database.prisma.office.create({
    data: {
      region: '110000',
      nameZh: '示范社保中心',
      nameEn: 'Office',
      phone: '12333',
      addressZh: '北京',
      addressEn: 'Beijing',
    },
  })
  const idHash = Buffer.from(platform.vault.lookupHash('person-id', '110101199003078670'))
  await platform.database.prisma.individual.update({ where: { id: leaves }, data: { idHash } })
  app = await createServer(platform, { findViewer: async () => viewer, routes: [addTransferPapers] })
  platform.clock.set('2024-08-12T10:00:00+08:00')
})
afterAll(async () => {
  await app.close()
  await platform.close()
})

type Answer = Record<string, unknown> & { __typename: string }
const shown = `... on RelationTransfer { id state turn dueOn doubled { insurance from to } differenceAccount }
  ... on TransferOpeningRefused { reason rows { row code } }`
const opening = ['applyForTransfer', 'handInTransferVoucher']

async function press(by: Viewer, name: string, args: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const declared = { input: inputs[name], files: '[ID!]!' }
  const used = Object.entries(declared).filter(([key]) => key in variables)
  const head = used.length > 0 ? `(${used.map(([key, type]) => `$${key}: ${type}`).join(', ')})` : ''
  const refused = opening.includes(name) ? '' : '... on RelationTransferRefused { problems }'
  const asked = `mutation ${head} { ${name}(${args}) { __typename ${shown} ${refused} } }`
  const { data, errors } = await ask(platform, by, asked, variables)
  if (errors.length > 0) return { __typename: errors.join() }
  return data[name] as unknown as Answer
}
const inputs: Record<string, string> = {
  applyForTransfer: 'ApplyForTransferInput!',
  handInTransferVoucher: 'HandInVoucherInput!',
  recordTransferInformation: 'TransferInformationInput!',
  enterTransferFunds: 'TransferFundsInput!',
}
const give = (by: Viewer, name: string, input: Record<string, unknown>) => press(by, name, 'input: $input', { input })
const mark = (id: string) => markNow(platform, relationTransferCase, id)
const step = async (by: Viewer, name: string, id: string, more = '') =>
  press(by, name, `id: "${id}", decidedOn: "${await mark(id)}"${more}`)
const funds = async (by: Viewer, id: string, input: Record<string, unknown>) =>
  give(by, 'enterTransferFunds', { id, decidedOn: await mark(id), on: '2024-08-12', pooled: 0, ...input })
const count = async (id: string) => {
  const { data } = await ask(
    platform,
    me(id),
    `{ me { rightsSummary { insurances { insurance months } } record { years { year pension } transfers { outgoing agency } }
      pensionOutlooks { monthsPaid } rights { account { principal } transfers { outgoing } lines { insurance months } } } }`,
  )
  return data['me'] as unknown as {
    rightsSummary: { insurances: { months: number }[] }
    record: { years: { year: number; pension: (string | null)[] }[]; transfers: unknown[] }
    pensionOutlooks: { monthsPaid: number }[]
    rights: { account: { principal: number }[]; transfers: unknown[]; lines: { months: number }[] }
  }
}
const pensionMonths = async (id: string) => {
  const { rightsSummary, pensionOutlooks, rights } = await count(id)
  return [rightsSummary.insurances[0]?.months, pensionOutlooks[0]?.monthsPaid, rights.lines[0]?.months]
}
const there = { region: '440000', agency: '广州市社会保险基金管理中心' }
const key = () => crypto.randomUUID()

describe('a transfer in', () => {
  const months = [
    { insurance: 'PENSION', from: '2024-05', to: '2024-07' },
    { insurance: 'UNEMPLOYMENT', from: '2024-07', to: '2024-07' },
  ]
  let id = ''

  it('begins once, whoever presses twice, and says what is wrong with which row', async () => {
    const person = me(stays)
    const voucher = { askingKey: key(), ...there, voucherNo: 'GZ2024-1', principal: 240_000, interest: 1_000, months }
    const wrong = [...months, { insurance: 'PENSION', from: '2024-07', to: '2024-08' }]
    const files = [await handInFile(platform, person)]
    expect(await give(person, 'handInTransferVoucher', { ...voucher, months: wrong, files })).toMatchObject({
      reason: 'MONTHS_WRONG',
      rows: [{ row: 2, code: 'RUNNING' }],
    })
    expect(await give(person, 'handInTransferVoucher', { ...voucher, files: [] })).toMatchObject({
      reason: 'EVIDENCE_MISSING',
    })
    const made = await give(person, 'handInTransferVoucher', { ...voucher, files })
    // Fifteen working days after 12 August 2024.
    expect(made).toMatchObject({ state: 'HANDED_IN', turn: 'OFFICE', dueOn: '2024-09-02' })
    expect(made['doubled']).toEqual([{ insurance: 'PENSION', from: '2024-05', to: '2024-06' }])
    id = String(made['id'])
    expect((await give(person, 'handInTransferVoucher', { ...voucher, files }))['id']).toBe(id)
    const again = { ...voucher, askingKey: key(), files: [await handInFile(platform, person)] }
    expect(await give(person, 'handInTransferVoucher', again)).toMatchObject({ reason: 'ALREADY_OPEN' })
    expect((await give(staffViewer(['AUDITOR']), 'handInTransferVoucher', again)).__typename).toBe('FORBIDDEN')
  })

  it('is accepted with a letter that can be verified', async () => {
    expect(await step(officer, 'acceptTransfer', id)).toMatchObject({
      state: 'ACCEPTED',
      turn: 'OTHER_REGION',
      dueOn: null,
    })
    viewer = me(stays)
    const reply = await app.inject(`/documents/transfer.pdf?id=${id}&lang=zh-CN`)
    expect([reply.statusCode, reply.rawPayload.subarray(0, 4).toString()]).toEqual([200, '%PDF'])
    viewer = me(stranger)
    expect((await app.inject(`/documents/transfer.pdf?id=${id}`)).statusCode).toBe(404)
    const { verifyCode } = await platform.database.prisma.document.findFirstOrThrow({ where: { subjectId: id } })
    expect(await verifyDocument(platform, verifyCode)).toMatchObject({
      kind: 'TRANSFER_ACCEPTANCE',
      status: 'CURRENT',
      summary: { concerning: '2024-05/2024-07', totalFen: 241_000 },
      signature: { state: 'SIGNED' },
    })
  })

  it('counts once two people have held the money against the announcement', async () => {
    const information = {
      id,
      decidedOn: await mark(id),
      months,
      principal: 240_000,
      interest: 1_000,
      pooled: 500_000,
      files: [],
    }
    expect(await give(officer, 'recordTransferInformation', information)).toMatchObject({ state: 'INFORMED' })
    const wrong = { account: 240_900, pooled: 500_000, reference: 'BANK-0001' }
    expect(await funds(officer, id, wrong)).toMatchObject({ problems: ['REFUND_UNDECIDED'] })
    const entered = await funds(officer, id, { ...wrong, refund: 160_000 })
    expect(entered).toMatchObject({ state: 'FUNDS_RECEIVED', turn: 'SECOND_PERSON', differenceAccount: -100 })
    expect((await funds(officer, id, { ...wrong, refund: 160_000 }))['state']).toBe('FUNDS_RECEIVED')
    expect(await pensionMonths(stays)).toEqual([6, 6, 6])
    expect((await step(officer, 'confirmTransferFunds', id)).__typename).toBe('FORBIDDEN')
    expect(await step(reviewer, 'confirmTransferFunds', id)).toMatchObject({ problems: ['DIFFERENCE_UNEXPLAINED'] })
    const explained = ', explanation: "对方银行扣收手续费"'
    expect(await step(reviewer, 'confirmTransferFunds', id, explained)).toMatchObject({
      state: 'COUNTED',
      doubled: [{ insurance: 'PENSION', from: '2024-05', to: '2024-06' }],
    })
    // A, January to June, and May to July from elsewhere: seven months.
    expect(await pensionMonths(stays)).toEqual([7, 7, 7])
    const { record, rights } = await count(stays)
    expect(record.years[0]?.pension.slice(0, 8)).toEqual([
      ...Array.from({ length: 6 }, () => 'PAID'),
      'TRANSFERRED_IN',
      'PENDING',
    ])
    expect(rights.transfers).toHaveLength(2)
    expect(rights.account[0]?.principal).toBe(6 * 80_000 + 240_900 - 160_000)
  })

  it('is read by staff with a note for the person, by the person, and by nobody else', async () => {
    const whole = `{ relationTransfer(id: "${id}") { number turn mark hasPaper overdue months { insurance } doubled { from }
      announcedPrincipal announcedPooled acceptanceNo fundsPooled differencePooled refund person { nameMasked idMasked }
      files { id } procedure { event standing mayAct { name } } } relationTransferStepDays relationTransfers { edges { node { personMasked } } } }`
    const read = await ask(platform, reviewer, whole)
    expect(read.errors).toEqual([])
    expect(read.data['relationTransfer']).toMatchObject({ turn: 'OFFICE', refund: 160_000, files: [{}] })
    const own = await ask(
      platform,
      me(stays),
      `{ relationTransfer(id: "${id}") { number } myRelationTransfers { id } }`,
    )
    expect(own.data['myRelationTransfers']).toEqual([{ id }])
    expect((await ask(platform, me(leaves), `{ relationTransfer(id: "${id}") { number } }`)).errors).toEqual([
      'NOT_FOUND',
    ])
    const looked = await platform.database.prisma.auditEvent.findMany({
      where: { action: 'READ_TRANSFER', recordId: stays },
    })
    expect(looked.map(({ actorId }) => actorId)).toContain(officer.accountId)
    expect(looked.map(({ actorKind }) => actorKind)).not.toContain('INSURED')
  })

  it('is undone until the books of its day are closed, and entered anew', async () => {
    expect((await step(officer, 'undoTransferFunds', id, ', reason: "金额录错"'))['state']).toBe('INFORMED')
    expect(await pensionMonths(stays)).toEqual([6, 6, 6])
    // Whoever entered what was undone may hold the next entry against the announcement.
    const anew = { account: 241_000, pooled: 500_000, reference: 'BANK-0001', refund: 160_000, on: '2024-08-09' }
    await funds(reviewer, id, anew)
    expect(await step(reviewer, 'confirmTransferFunds', id)).toMatchObject({ problems: ['SAME_PERSON'] })
    expect((await step(head, 'confirmTransferFunds', id))['state']).toBe('COUNTED')
    await platform.database.prisma.reconciliationDay.create({ data: { day: '2024-08-09', status: 'CLOSED' } })
    expect(await step(officer, 'undoTransferFunds', id, ', reason: "金额录错"')).toMatchObject({
      problems: ['DAY_CLOSED'],
    })
  })

  it('pays back the account’s part of doubled months before it is closed', async () => {
    expect(await step(officer, 'closeTransfer', id)).toMatchObject({ problems: ['REFUND_OPEN'] })
    const paid = ', on: "2024-08-12", reference: "BANK-0002"'
    expect(await step(head, 'payBackTransfer', id, paid)).toMatchObject({ problems: ['SAME_PERSON'] })
    expect((await step(officer, 'payBackTransfer', id, paid))['state']).toBe('COUNTED')
    expect(await step(reviewer, 'undoTransferFunds', id, ', reason: "金额录错"')).toMatchObject({
      problems: ['PAID_BACK'],
    })
    expect((await step(officer, 'closeTransfer', id))['state']).toBe('CLOSED')
    const told = await platform.database.prisma.notification.findMany({ where: { individualId: stays } })
    const events = told.map(({ params }) => String((params as { event?: string }).event))
    expect(events.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'CLOSE',
      'CONFIRM_RECEIVED',
      'CONFIRM_RECEIVED',
      'PAY_BACK',
      'RECORD_INFORMATION',
      'TAKE_OVER',
      'UNDO_RECEIVED',
    ])
  })
})

describe('a transfer out', () => {
  let id = ''

  it('is asked for once the last employment here has ended, at the window by the whole number', async () => {
    const asked = { askingKey: key(), ...there }
    expect(await give(me(leaves), 'applyForTransfer', asked)).toMatchObject({ reason: 'STILL_INSURED' })
    await platform.database.prisma.enrolment.updateMany({
      where: { individualId: leaves },
      data: { toPeriod: '2024-06' },
    })
    const window = { ...asked, personNumber: '11010119900307867X' }
    expect(await give(officer, 'applyForTransfer', window)).toMatchObject({ reason: 'NO_SUCH_PERSON' })
    const made = await give(officer, 'applyForTransfer', { ...asked, personNumber: '110101199003078670' })
    expect(made).toMatchObject({ state: 'APPLIED', turn: 'OFFICE' })
    id = String(made['id'])
    const unknown = await give(me(stranger), 'applyForTransfer', { ...asked, region: '990000' })
    expect(unknown.__typename).toBe('BAD_USER_INPUT')
  })

  it('moves what the voucher says, and the months count here no longer', async () => {
    const before = await mark(id)
    expect((await step(officer, 'issueTransferVoucher', id))['state']).toBe('VOUCHER_ISSUED')
    const late = await press(officer, 'refuseTransfer', `id: "${id}", decidedOn: "${before}", reason: "材料不全"`)
    expect(late.__typename).toBe('StaleDecision')
    const { verifyCode } = await platform.database.prisma.document.findFirstOrThrow({ where: { subjectId: id } })
    expect(await verifyDocument(platform, verifyCode)).toMatchObject({
      summary: { totalFen: 480_000, concerning: '2024-01/2024-06' },
    })
    const letter = ', documentNo: "粤转2024-9", on: "2024-08-12", files: []'
    expect((await step(officer, 'recordTransferAcceptance', id, letter))['state']).toBe('ACCEPTED_THERE')
    expect(await step(reviewer, 'closeTransfer', id)).toMatchObject({ problems: ['NOT_IN_STATE'] })
    expect((await funds(officer, id, { account: 480_000, pooled: 960_000, reference: 'OUT-0001' }))['state']).toBe(
      'FUNDS_SENT',
    )
    expect(await pensionMonths(leaves)).toEqual([6, 6, 6])
    expect((await step(head, 'confirmTransferFunds', id))['state']).toBe('MOVED')
    // Pension has nothing left, and with it the outlook.
    expect((await pensionMonths(leaves)).slice(1)).toEqual([0, 0])
    const { record, rights } = await count(leaves)
    expect(record.years[0]?.pension.slice(0, 7)).toEqual([...Array.from({ length: 6 }, () => 'MOVED_AWAY'), 'GAP'])
    expect(rights.account[0]?.principal).toBe(0)
    expect((await step(officer, 'closeTransfer', id))['state']).toBe('CLOSED')
  })

  it('stands on the yearly statement of its year', async () => {
    platform.clock.set('2025-03-10T10:00:00+08:00')
    const { made } = await platform.database.transaction(() => makeStatements(platform, 2024, [leaves, stays]))
    const kept = await platform.database.prisma.rightsStatement.findMany({ where: { individualId: { in: made } } })
    const facts = kept.map(
      ({ content }) => platform.vault.open<{ facts: { transfers: { outgoing: boolean }[] } }>(content).facts,
    )
    expect(facts.map(({ transfers }) => transfers.map(({ outgoing }) => outgoing).join()).toSorted()).toEqual([
      'false,false',
      'true,true,true',
    ])
  })

  it('can be withdrawn before money moves, and its voucher says so', async () => {
    await platform.database.prisma.enrolment.updateMany({
      where: { individualId: stranger },
      data: { toPeriod: '2024-06' },
    })
    const person = me(stranger)
    const asked = await give(person, 'applyForTransfer', { askingKey: key(), ...there })
    const own = String(asked['id'])
    await step(officer, 'issueTransferVoucher', own)
    expect((await step(me(leaves), 'withdrawTransfer', own)).__typename).toBe('NOT_FOUND')
    expect((await step(person, 'withdrawTransfer', own))['state']).toBe('WITHDRAWN')
    const { withdrawnOn } = await platform.database.prisma.document.findFirstOrThrow({ where: { subjectId: own } })
    expect(withdrawnOn).toBe('2025-03-10')
    expect((await pensionMonths(stranger))[0]).toBe(6)
  })
})

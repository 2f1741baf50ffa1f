import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../testing/ask.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk, addOffice, addStaff } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { readLink } from '../../office/one-time-code/index.ts'
import { findActingClerk } from '../../office/session/index.ts'
import { keepChallenge } from '../../office/session/verification/verification.repository.ts'
import { keepVisitorFile } from '../attachment/index.ts'
import { registrationCase } from './registration-case.ts'
import { endAbandoned } from './registration-jobs.ts'

let platform: TestPlatform
let officer: Viewer
beforeAll(async () => {
  platform = await openTestPlatform()
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const officeId = await addOffice(platform)
  officer = await addStaff(platform, officeId, ['OFFICER'])
})
afterAll(() => platform.close())

type Fields = Record<string, unknown>
async function one(viewer: Viewer | undefined, source: string, variables: Fields): Promise<Fields> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0] ?? {}
}
const open = async (answer = 'ABC34') => {
  const { id } = await keepChallenge(platform, 'IMAGE', 'ABC34')
  return one(
    undefined,
    `mutation ($id: ID!, $answer: String!) { openRegistration(challengeId: $id, answer: $answer) { __typename
      ... on RegistrationOpened { number secret } ... on RegistrationRefused { reason } } }`,
    { id, answer },
  )
}
const keyOf = ({ number, secret }: Fields) => ({ number, secret })
const seen = `__typename ... on RegistrationApplication { state version opensAccount values { field value }
  versions { version note fieldNotes { field note } } } ... on RegistrationRefused { reason problems { field code } }`
const byKey = (verb: string, { number, secret }: Fields, more = '', variables: Fields = {}, declared = '') =>
  one(undefined, `mutation ($key: RegistrationKey!${declared}) { ${verb}(key: $key${more}) { ${seen} } }`, {
    key: { number, secret },
    ...variables,
  })
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
async function licence({ number }: Fields): Promise<string> {
  const { id } = await platform.database.prisma.registration.findUniqueOrThrow({ where: { number: String(number) } })
  const kept = await keepVisitorFile(platform, id, { bytes: png, name: '营业执照.png', origin: 'test' })
  if (kept.kind !== 'kept') throw new Error(kept.code)
  return kept.attachment.id
}
const whole: Record<string, string> = {
  creditCode: '91110000600037341L',
  name: '新设示范有限公司',
  unitType: 'ENTERPRISE',
  industry: 'I',
  registeredAddress: '北京市东城区新设路1号',
  actualAddress: '',
  legalRepName: '王示范',
  legalRepIdNumber: '11010519491231002X',
  legalRepPhone: '010-62345678',
  contactName: '李经办',
  contactMobile: '13812345678',
  email: '',
  bankName: '示范银行',
  bankAccountName: '新设示范有限公司',
  bankAccountNumber: '0200004509000131555',
}
const submit = (key: Fields, files: string[], changed: Record<string, string> = {}) =>
  byKey(
    'submitRegistration',
    key,
    ', values: $values, files: $files',
    { values: Object.entries({ ...whole, ...changed }).map(([field, value]) => ({ field, value })), files },
    ', $values: [RegistrationValueInput!]!, $files: [ID!]!',
  )
async function decide(verb: 'approve' | 'refuse', { number }: Fields, more: Fields = {}): Promise<Fields> {
  const { id } = await platform.database.prisma.registration.findUniqueOrThrow({ where: { number: String(number) } })
  const decidedOn = await markNow(platform, registrationCase, id)
  const result = '... on Registration { state } ... on RegistrationDecisionRefused { problems }'
  return verb === 'approve'
    ? one(
        officer,
        `mutation ($id: ID!, $decidedOn: CaseMark!, $injuryClass: Int) {
          approveRegistration(id: $id, decidedOn: $decidedOn, injuryClass: $injuryClass) { __typename ${result} } }`,
        { id, decidedOn, ...more },
      )
    : one(
        officer,
        `mutation ($id: ID!, $decidedOn: CaseMark!, $fieldNotes: [RegistrationFieldNoteInput!]!) {
          refuseRegistration(id: $id, decidedOn: $decidedOn, reason: "执照与名称不符", fieldNotes: $fieldNotes) { __typename ${result} } }`,
        { id, decidedOn, ...more },
      )
}
async function submitted(changed: Record<string, string> = {}): Promise<Fields> {
  const key = await open()
  expect(await submit(key, [await licence(key)], changed)).toMatchObject({ state: 'SUBMITTED' })
  return key
}

describe('an employer that registers by itself', () => {
  it('passes the check of sign-in, and is asked for everything at once, the licence too', async () => {
    expect(await open('WRONG')).toMatchObject({ reason: 'WRONG_CODE' })
    const key = await open()
    expect(await submit(key, [], { creditCode: '91110000600037341M', name: '' })).toMatchObject({
      reason: 'VALUES',
      problems: [
        { field: 'creditCode', code: 'CHECKSUM' },
        { field: 'name', code: 'REQUIRED' },
      ],
    })
    const elsewhere = { reason: 'VALUES', problems: [{ field: 'district', code: 'WRONG' }] }
    for (const district of ['440305', '110000']) expect(await submit(key, [], { district })).toMatchObject(elsewhere)
    expect(await submit(key, [])).toMatchObject({ reason: 'LICENCE_MISSING' })
    expect(await byKey('readRegistration', { ...key, secret: 'AAAA-BBBB-CCCC-DDDD' })).toMatchObject({
      reason: 'UNKNOWN',
    })
  })

  it('is refused with notes on its fields, corrects it, and comes back as the next version', async () => {
    const key = await submitted({ email: 'new@example.cn' })
    expect(await submit(key, [])).toMatchObject({ reason: 'NOT_NOW' })
    const fieldNotes = [{ field: 'name', note: '与执照不符' }]
    expect(await decide('refuse', key, { fieldNotes })).toMatchObject({ state: 'REFUSED' })
    const mails = await platform.database.prisma.notificationDelivery.findMany({ include: { notification: true } })
    expect(
      mails.map(({ channel, address, notification: { kind, params } }) => [
        kind,
        channel,
        address && platform.vault.open(address),
        params,
      ]),
    ).toEqual([['REGISTRATION_REFUSED', 'EMAIL', 'new@example.cn', { number: key['number'] }]])
    const back = await byKey('readRegistration', key)
    expect(back).toMatchObject({ state: 'REFUSED', versions: [{ version: 1, note: '执照与名称不符', fieldNotes }] })
    expect(back['values']).toContainEqual({ field: 'creditCode', value: whole['creditCode'] })
    expect(await submit(key, [], { name: '新设示范有限责任公司' })).toMatchObject({ state: 'SUBMITTED', version: 2 })
    expect(await byKey('withdrawRegistration', key)).toMatchObject({ state: 'WITHDRAWN', values: [] })
  })

  it('is approved: in the register from today, filing online, with a one-time link until a password is set', async () => {
    const key = await submitted({ district: '110105' })
    expect(await decide('approve', key)).toMatchObject({ problems: ['CLASS_NEEDED'] })
    expect(await decide('approve', key, { injuryClass: 2 })).toMatchObject({ state: 'APPROVED' })
    const { prisma } = platform.database
    // It gave no address: nothing is sent anywhere.
    expect(await prisma.notification.count({ where: { kind: 'REGISTRATION_APPROVED' } })).toBe(0)
    const unit = await prisma.employer.findUniqueOrThrow({
      where: { creditCode: whole['creditCode']! },
      include: { particulars: true, onlineFilings: true },
    })
    expect(unit).toMatchObject({
      name: '新设示范有限公司',
      injuryClass: 2,
      registeredOn: '2026-11-23',
      district: '110105',
    })
    expect(unit.particulars.map(({ source, validFrom }) => [source, validFrom])).toEqual([['REQUEST', '2026-11-23']])
    expect(unit.onlineFilings.map(({ status, source }) => [status, source])).toEqual([['STANDING', 'REGISTRATION']])
    expect(await byKey('readRegistration', key)).toMatchObject({ state: 'APPROVED', opensAccount: true, values: [] })
    const { url } = await one(
      undefined,
      'mutation ($key: RegistrationKey!) { openFirstAccount(key: $key) { ... on RegistrationFirstLink { url } } }',
      { key: keyOf(key) },
    )
    const link = await readLink(platform, String(url).split('#')[1] ?? '')
    if (!link || 'dead' in link) throw new Error('The first clerk got no link.')
    const clerk = await findActingClerk(platform, link.accountId, unit.id)
    expect([clerk?.bar, clerk?.duties]).toEqual([undefined, ['ADMINISTER', 'PREPARE', 'SUBMIT', 'PAY']])
    await prisma.account.update({ where: { id: link.accountId }, data: { passwordHash: 'x' } })
    expect(
      await one(
        undefined,
        'mutation ($key: RegistrationKey!) { openFirstAccount(key: $key) { ... on RegistrationRefused { reason } } }',
        { key: keyOf(key) },
      ),
    ).toEqual({ reason: 'NOT_NOW' })
  })

  it('is in the district that its credit code names, where it chose none', async () => {
    const key = await submitted({ creditCode: '91110108MA01ABCD1E' })
    expect(await decide('approve', key, { injuryClass: 2 })).toMatchObject({ state: 'APPROVED' })
    const where = { creditCode: '91110108MA01ABCD1E' }
    expect(await platform.database.prisma.employer.findUnique({ where })).toMatchObject({
      district: '110108',
      region: '110000',
    })
  })

  it('of a unit the register knows is answered alike, changes nothing of it, and opens no account', async () => {
    const { employerId } = await addEmployer(platform, [])
    const { prisma } = platform.database
    const creditCode = '91110105MA0000007L'
    await prisma.employer.update({ where: { id: employerId }, data: { creditCode, name: '老单位' } })
    const key = await submitted({ creditCode })
    await prisma.onlineFiling.deleteMany({ where: { employerId } })
    const rival = await submitted({ creditCode })
    expect(await decide('approve', key)).toMatchObject({ state: 'APPROVED' })
    expect(await byKey('readRegistration', key)).toMatchObject({ state: 'APPROVED', opensAccount: false })
    expect(await prisma.employer.findUniqueOrThrow({ where: { id: employerId } })).toMatchObject({ name: '老单位' })
    expect(await prisma.membership.count({ where: { scopeId: employerId } })).toBe(0)
    await addClerk(platform, employerId)
    expect(await decide('approve', rival)).toMatchObject({ problems: ['FILES_ALREADY'] })
    // Its own application to file online is decided on first; one that left the register comes back by no form.
    await prisma.onlineFiling.deleteMany({ where: { employerId } })
    const by = { recordedBy: officer.accountId, recordedAt: platform.clock.now() }
    const applied = { number: 'WS1', status: 'APPLIED', source: 'APPLICATION', reason: '申请', ...by }
    await prisma.onlineFiling.create({ data: { employerId, ...applied } })
    expect(await decide('approve', rival)).toMatchObject({ problems: ['APPLICATION_WAITS'] })
    await prisma.employer.update({ where: { id: employerId }, data: { endedOn: '2026-11-22' } })
    expect(await decide('approve', rival)).toMatchObject({ problems: ['CANCELLED'] })
  })

  it('that is begun and never sent ends by itself; one address begins a few a day', async () => {
    await platform.database.prisma.registration.updateMany({ data: { originHash: new Uint8Array(1) } })
    const begun: Fields[] = []
    for (let count = 0; count < 11; count += 1) begun.push(await open())
    expect(begun.at(-1)).toMatchObject({ reason: 'TOO_MANY' })
    platform.clock.set('2026-12-05T10:00:00+08:00')
    expect(await endAbandoned(platform)).toBe(11)
    expect(await byKey('readRegistration', begun[0] ?? {})).toMatchObject({ state: 'WITHDRAWN' })
  })

  it('opens by number and secret together: one wrong is told as the other, and who tries many meets nothing', async () => {
    const [key, { number }] = [await open(), await open()]
    const wrong = [
      { ...key, secret: '2222-2222-2222-2222' },
      { ...key, number },
      { ...key, number: 'ZC2026112399999999' },
    ]
    const answers = await Promise.all(wrong.map((one) => byKey('readRegistration', one)))
    expect(answers).toEqual(answers.map(() => expect.objectContaining({ reason: 'UNKNOWN', problems: [] })))
    await platform.database.prisma.signInThrottle.updateMany({ data: { failures: 50 } })
    for (const verb of ['readRegistration', 'withdrawRegistration'])
      for (const one of [key, ...wrong]) expect(await byKey(verb, one)).toMatchObject({ reason: 'THROTTLED' })
    await platform.database.prisma.signInThrottle.deleteMany()
    expect(await byKey('readRegistration', key)).toMatchObject({ state: 'OPENED' })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { handInFile } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { particularsChangeCase } from './particulars-change-case.ts'

let platform: TestPlatform
let employerId: string
let clerk: Viewer
const officer = staffViewer(['OFFICER'])
const reviewer = staffViewer(['REVIEWER'])
beforeAll(async () => {
  platform = await openTestPlatform()
  platform.clock.set('2026-11-23T10:00:00+08:00')
  employerId = (await addEmployer(platform, [1_000_000])).employerId
  clerk = await addClerk(platform, employerId)
})
afterAll(() => platform.close())

type Fields = Record<string, unknown>
async function one(viewer: Viewer, source: string, variables: Fields): Promise<Fields> {
  const { data, errors } = await ask(platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0] ?? {}
}
const account = {
  kind: 'BANK_ACCOUNT',
  values: [
    { field: 'BANK_NAME', value: '示范银行东城支行' },
    { field: 'BANK_ACCOUNT_NAME', value: '北京某某有限公司' },
    { field: 'BANK_ACCOUNT_NUMBER', value: '0200 0045 0900 0131 555' },
  ],
}
const address = { kind: 'ADDRESS', values: [{ field: 'REGISTERED_ADDRESS', value: '北京市东城区新址8号' }] }
const request = async (input: Fields) =>
  one(
    clerk,
    `mutation ($input: RequestParticularsChangeInput!) { requestParticularsChange(input: $input) { __typename
      ... on ParticularsChange { id state } ... on ParticularsChangeNotRequested { reason problems { field code } } } }`,
    {
      input: { validFrom: '2026-11-01', reason: '经营需要变更', files: [await handInFile(platform, clerk)], ...input },
    },
  )
const step = async (viewer: Viewer, verb: string, { id }: Fields, reason?: string) =>
  one(
    viewer,
    `mutation ($id: ID!, $decidedOn: CaseMark!${reason ? ', $reason: String!' : ''}) {
      ${verb}(id: $id, decidedOn: $decidedOn${reason ? ', reason: $reason' : ''}) { __typename
        ... on ParticularsChange { state decisionNote } ... on ParticularsChangeRefused { problems } } }`,
    { id, decidedOn: await markNow(platform, particularsChangeCase, String(id)), ...(reason ? { reason } : {}) },
  )
const compared = (viewer: Viewer, { id }: Fields) =>
  one(viewer, 'query ($id: ID!) { particularsChange(id: $id) { compared { field before after } files { id } } }', {
    id,
  })

describe('a change of particulars', () => {
  it('is asked for with every value, a paper, and once at a time', async () => {
    expect(await request({ ...address, values: [] })).toMatchObject({
      reason: 'VALUES',
      problems: [{ field: 'REGISTERED_ADDRESS', code: 'REQUIRED' }],
    })
    const wrong = [{ field: 'BANK_ACCOUNT_NUMBER', value: '12ab' }]
    expect((await request({ ...account, values: wrong }))['problems']).toContainEqual({
      field: 'BANK_ACCOUNT_NUMBER',
      code: 'WRONG',
    })
    expect(await request({ ...address, files: [] })).toMatchObject({ reason: 'EVIDENCE_MISSING' })
    const asked = await request(address)
    expect(asked).toMatchObject({ state: 'REQUESTED' })
    expect(await request(address)).toMatchObject({ reason: 'ALREADY_REQUESTED' })
    expect(await step(clerk, 'withdrawParticularsChange', asked)).toMatchObject({ state: 'WITHDRAWN' })
  })

  it('is accepted by one officer, holds from its day, and is no change a second time', async () => {
    const asked = await request(address)
    expect(await step(officer, 'checkParticularsChange', asked)).toMatchObject({ problems: ['ONE_IS_ENOUGH'] })
    expect(await step(officer, 'acceptParticularsChange', asked)).toMatchObject({ state: 'ACCEPTED' })
    const held = await platform.database.prisma.employerParticulars.findMany({
      where: { employerId, supersededAt: null, registeredAddress: '北京市东城区新址8号' },
    })
    expect(held.map(({ validFrom, source }) => [validFrom, source])).toEqual([['2026-11-01', 'REQUEST']])
    expect(await request(address)).toMatchObject({ reason: 'UNCHANGED' })
    const told = await platform.database.prisma.notification.findMany({ where: { accountId: clerk.accountId } })
    expect(told.map(({ kind }) => kind)).toEqual(['PARTICULARS_CHANGED'])
  })

  it('of the district goes with the address or alone, and leaves the other as it was', async () => {
    const to = (value: string) => ({ kind: 'ADDRESS', values: [{ field: 'DISTRICT', value }] })
    const wrong = { reason: 'VALUES', problems: [{ field: 'DISTRICT', code: 'WRONG' }] }
    for (const elsewhere of ['370202', '110000', '999999']) expect(await request(to(elsewhere))).toMatchObject(wrong)
    const asked = await request(to('110105'))
    expect((await compared(officer, asked))['compared']).toEqual([
      { field: 'REGISTERED_ADDRESS', before: '北京市东城区新址8号', after: '北京市东城区新址8号' },
      { field: 'DISTRICT', before: '', after: '110105' },
    ])
    expect(await step(officer, 'acceptParticularsChange', asked)).toMatchObject({ state: 'ACCEPTED' })
    const unit = () => platform.database.prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    expect(await unit()).toMatchObject({
      district: '110105',
      registeredAddress: '北京市东城区新址8号',
      region: '110000',
    })
    expect(await request(to('110105'))).toMatchObject({ reason: 'UNCHANGED' })
    const alone = { kind: 'ADDRESS', values: [{ field: 'REGISTERED_ADDRESS', value: '北京市东城区新址9号' }] }
    expect(await step(officer, 'acceptParticularsChange', await request(alone))).toMatchObject({ state: 'ACCEPTED' })
    expect(await unit()).toMatchObject({ district: '110105', registeredAddress: '北京市东城区新址9号' })
  })

  it('of the account takes two people, who see the new one in clear and the old one masked', async () => {
    const asked = await request(account)
    const number = { field: 'BANK_ACCOUNT_NUMBER' }
    const seen = (await compared(officer, asked))['compared']
    expect(seen).toContainEqual({ ...number, before: expect.any(String), after: '0200004509000131555' })
    expect((await compared(clerk, asked))['compared']).toContainEqual({
      ...number,
      before: expect.any(String),
      after: '***************1555',
    })
    expect(await step(officer, 'acceptParticularsChange', asked)).toMatchObject({ problems: ['TWO_ARE_NEEDED'] })
    const both = staffViewer(['OFFICER', 'REVIEWER'])
    expect(await step(both, 'checkParticularsChange', asked)).toMatchObject({ state: 'CHECKED' })
    expect(await step(both, 'confirmParticularsChange', asked)).toMatchObject({ problems: ['SAME_PERSON'] })
    expect(await step(reviewer, 'confirmParticularsChange', asked)).toMatchObject({ state: 'ACCEPTED' })
    const { bankAccountMasked, bankName } = await platform.database.prisma.employer.findUniqueOrThrow({
      where: { id: employerId },
    })
    expect([bankName, bankAccountMasked]).toEqual(['示范银行东城支行', '***************1555'])
  })

  it('is refused with a reason that the employer reads', async () => {
    const asked = await request({ kind: 'NAME', values: [{ field: 'NAME', value: '另一名称有限公司' }] })
    expect(await step(officer, 'refuseParticularsChange', asked, '营业执照上的名称不同')).toMatchObject({
      state: 'REFUSED',
      decisionNote: '营业执照上的名称不同',
    })
    const { name } = await platform.database.prisma.employer.findUniqueOrThrow({ where: { id: employerId } })
    expect(name).not.toBe('另一名称有限公司')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { may, refusalOf } from '../../../access/permissions.ts'
import type { Clerk, Viewer } from '../../../access/viewer.ts'
import { ask, staffViewer } from '../../../testing/ask.ts'
import { handInFile } from '../../../testing/hand-in-file.ts'
import { markNow } from '../../../testing/mark-now.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findActingClerk } from '../../office/session/index.ts'
import { findOpenOnlineFilings } from '../employer/index.ts'
import { onlineFilingCase } from './online-filing-case.ts'

let platform: TestPlatform
let employerId: string
let clerk: Viewer
const officer = staffViewer(['OFFICER'])
beforeAll(async () => {
  platform = await openTestPlatform()
  platform.clock.set('2026-11-23T10:00:00+08:00')
  employerId = (await addEmployer(platform, [])).employerId
  clerk = await addClerk(platform, employerId)
})
afterAll(() => platform.close())

/** The clerk as the next request finds them. */
async function actingNow(): Promise<Clerk> {
  const found = await findActingClerk(platform, clerk.accountId, employerId)
  if (!found) throw new Error('nobody acts')
  return found
}
async function one(viewer: Viewer, source: string, variables: Record<string, unknown>) {
  const { data, errors } = await ask(platform, viewer, source, variables)
  expect(errors).toEqual([])
  return Object.values(data)[0]
}
const result =
  '__typename ... on OnlineFiling { state validFrom validTo endReason files { id } } ... on OnlineFilingRefused { reason }'
const decide = async (verb: string, reason?: string) => {
  const [open] = await findOpenOnlineFilings(platform, employerId)
  const id = open?.id ?? ''
  return one(
    officer,
    `mutation ($id: ID!, $decidedOn: CaseMark!${reason ? ', $reason: String!' : ''}) {
      ${verb}OnlineFiling(id: $id, decidedOn: $decidedOn${reason ? ', reason: $reason' : ''}) { ${result} } }`,
    { id, decidedOn: await markNow(platform, onlineFilingCase, id), ...(reason ? { reason } : {}) },
  )
}
const give = () =>
  one(officer, `mutation ($id: ID!) { giveOnlineFiling(employerId: $id, reason: "材料已补齐") { ${result} } }`, {
    id: employerId,
  })
const apply = async () =>
  one(
    await actingNow(),
    `mutation ($files: [ID!]!) { applyForOnlineFiling(reason: "地址已更正，附营业执照", files: $files) { ${result} } }`,
    { files: [await handInFile(platform, clerk)] },
  )

describe('the approval for online filing', () => {
  it('stands for whoever was in the register, and is not given or asked for twice', async () => {
    expect((await actingNow()).bar).toBeUndefined()
    expect(await give()).toMatchObject({ reason: 'ALREADY' })
    expect(await apply()).toMatchObject({ reason: 'ALREADY' })
  })

  it('is withdrawn with a reason: nothing is filed from the next request on, drafts and records stay', async () => {
    const ended = { state: 'ENDED', validTo: '2026-11-23', endReason: '地址失联' }
    expect(await decide('withdraw', '地址失联')).toMatchObject(ended)
    const barred = await actingNow()
    expect(barred.bar).toEqual({ kind: 'NOT_APPROVED', reason: '地址失联' })
    const filing = ['monthly:submit', 'declaration:submit', 'refund:apply', 'particulars-change:request'] as const
    expect(filing.filter((permission) => may(barred, permission))).toEqual([])
    expect(refusalOf(barred, 'declaration:submit').extensions).toMatchObject({
      code: 'FORBIDDEN',
      barrier: 'NOT_APPROVED_ONLINE',
      reason: '地址失联',
    })
    const rest = ['draft:edit', 'notice:pay', 'declaration:read', 'declaration:withdraw'] as const
    expect(rest.filter((permission) => !may(barred, permission))).toEqual([])
  })

  it('is asked for again, refused with a reason, asked for anew and given; whoever acts for the unit is told', async () => {
    platform.clock.set('2026-11-24T10:00:00+08:00')
    expect(await apply()).toMatchObject({ state: 'APPLIED', validFrom: null, files: [{ id: expect.any(String) }] })
    expect(await apply()).toMatchObject({ reason: 'APPLIED' })
    expect(await give()).toMatchObject({ reason: 'APPLIED' })
    expect(await decide('refuse', '执照照片不清')).toMatchObject({ state: 'REFUSED', endReason: '执照照片不清' })
    expect((await actingNow()).bar).toEqual({ kind: 'NOT_APPROVED', reason: '地址失联' })
    await apply()
    expect(await decide('approve')).toMatchObject({ state: 'STANDING', validFrom: '2026-11-24' })
    expect((await actingNow()).bar).toBeUndefined()
    const told = await platform.database.prisma.notification.findMany({ where: { accountId: clerk.accountId } })
    expect(told.map(({ kind }) => kind).toSorted()).toEqual([
      'ONLINE_FILING_GIVEN',
      'ONLINE_FILING_REFUSED',
      'ONLINE_FILING_WITHDRAWN',
    ])
  })

  it('is nothing a unit has that the register lost: who reads for it still reads', async () => {
    await platform.database.prisma.employer.update({ where: { id: employerId }, data: { endedOn: '2026-11-23' } })
    const left = await actingNow()
    expect(left.bar).toEqual({ kind: 'CANCELLED', lastDay: '2026-11-23' })
    const asked = ['declaration:read', 'clerk:remove', 'draft:edit', 'notice:pay'] as const
    expect(asked.filter((permission) => may(left, permission))).toEqual(['declaration:read', 'clerk:remove'])
    expect(refusalOf(left, 'notice:pay').extensions).toMatchObject({ barrier: 'EMPLOYER_CANCELLED' })
    expect(await give()).toMatchObject({ reason: 'CANCELLED' })
  })
})

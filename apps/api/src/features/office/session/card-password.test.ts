import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StaffRole, Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { addColleague } from '../../../testing/colleague.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { isLockedUntilWindow } from './account.repository.ts'
import { confirm as deskConfirm, request as deskRequest } from '../../../testing/office/session/card-password-desk.ts'
import {
  handOutCode,
  idNumber,
  openTestServer,
  seedAnew,
  SessionClient,
} from '../../../testing/office/session/session-client.ts'

const initial = '310020'
const chosen = '704913'
let platform: TestPlatform
let app: FastifyInstance
let individualId: string
let employerId: string
let officer: Viewer
let reviewer: Viewer

beforeAll(async () => {
  platform = await openTestPlatform()
  app = await openTestServer(platform)
})
afterAll(async () => {
  await app.close()
  await platform.close()
})
beforeEach(async () => {
  ;({ individualId, employerId } = await seedAnew(platform))
  officer = await addStaff('S2001', ['OFFICER'])
  reviewer = await addStaff('S2002', ['REVIEWER'])
})

const addStaff = (staffNo: string, roles: StaffRole[]) => addColleague(platform, roles, { staffNo })

const request = (asker: Viewer | undefined, more?: object) => deskRequest(platform, asker, more)
const confirm = (asker: Viewer | undefined, id?: string, decidedOn?: string) =>
  deskConfirm(platform, asker, id, decidedOn)

async function waiting(asker: Viewer | undefined): Promise<unknown> {
  const { data, errors } = await ask(platform, asker, '{ cardPasswordResets { idMasked reason requesterName mine } }')
  return errors.length > 0 ? errors : data['cardPasswordResets']
}

const browser = () => new SessionClient(platform, app)

/** The person chose a password, is signed in somewhere, and then locked it with three wrong tries. */
async function lockThePerson(): Promise<SessionClient> {
  const home = browser()
  await home.signIn('INSURED', idNumber, initial)
  await home.changePassword(chosen, undefined, await handOutCode(platform, individualId))
  for (let n = 0; n < 3; n += 1) await browser().signIn('INSURED', idNumber, '000000')
  expect(await isLockedUntilWindow(platform, individualId)).toBe(true)
  return home
}

describe('resetting a card password', () => {
  it('takes one who asks and another who confirms, and then only permits choosing a new one', async () => {
    const home = await lockThePerson()
    const asked = await request(officer, { idNumber: idNumber.toLowerCase() })
    expect(asked).toMatchObject({ __typename: 'CardPasswordResetRequested', reset: { mine: true } })
    expect(await isLockedUntilWindow(platform, individualId)).toBe(true)
    expect(await home.viewer()).toMatchObject({ stage: 'FULL' })
    expect(await waiting(reviewer)).toEqual([
      { idMasked: '1101**********002X', reason: '本人持证到窗口', requesterName: 'S2001', mine: false },
    ])

    expect(await confirm(reviewer, asked.reset?.id)).toMatchObject({ __typename: 'CardPasswordResetDone' })
    expect(await home.viewer()).toBeNull()
    expect((await browser().signIn('INSURED', idNumber, chosen)).reason).toBe('WRONG')
    const { viewer } = await browser().signIn('INSURED', idNumber, initial)
    expect(viewer).toMatchObject({ stage: 'MUST_CHANGE_PASSWORD', individualId })
    expect(await waiting(reviewer)).toEqual([])
    // Whoever did not do it themselves learns of each.
    const told = await platform.database.prisma.notification.findMany({ where: { account: { individualId } } })
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['CARD_PASSWORD_RESET', 'SIGNED_IN_AFTER_RESET'])
  })

  it('is never both steps of one person, also of a head', async () => {
    await lockThePerson()
    for (const roles of [['REVIEWER'], ['OFFICER', 'REVIEWER', 'HEAD']] as const) {
      await platform.database.prisma.cardPasswordReset.deleteMany()
      const alone = await addStaff(`S3${roles.length}`, [...roles])
      const asked = await request(alone)
      expect(await confirm(alone, asked.reset?.id)).toMatchObject({ reason: 'SAME_PERSON' })
      expect(await isLockedUntilWindow(platform, individualId)).toBe(true)
    }
  })

  it('is one request however often it is asked for, carried out once, and not after two hours', async () => {
    await lockThePerson()
    const [first, second] = await Promise.all([request(officer), request(reviewer)])
    expect(first.reset?.id).toBe(second.reset?.id)
    platform.clock.advance(2 * 3_600_000)
    const head = await addStaff('S4001', ['HEAD'])
    expect(await confirm(head, first.reset?.id, 'OPEN.1')).toMatchObject({ reason: 'NO_LONGER_OPEN' })
    const again = await request(officer)
    expect(again.reset?.id).not.toBe(first.reset?.id)
    const seen = 'OPEN.1'
    const both = await Promise.all([confirm(reviewer, again.reset?.id, seen), confirm(head, again.reset?.id, seen)])
    const reasons = both.map(({ __typename = '' }) => __typename).toSorted((a, b) => a.localeCompare(b))
    expect(reasons).toEqual(['CardPasswordResetDone', 'StaleDecision'])
    expect(await confirm(head, 'no such', 'OPEN.1')).toMatchObject({ reason: 'NO_LONGER_OPEN' })
  })

  it('is refused for a number nobody has, without the ID, without a reason, and by post without an address', async () => {
    expect(await request(officer, { idNumber: '110101199003078670' })).toMatchObject({ reason: 'NO_SUCH_PERSON' })
    expect(await request(officer, { idShown: false })).toEqual({ errors: ['BAD_USER_INPUT'] })
    expect(await request(officer, { reason: ' 忘了 ' })).toEqual({ errors: ['BAD_USER_INPUT'] })
    expect(await request(officer, { delivery: 'POST' })).toEqual({ errors: ['BAD_USER_INPUT'] })
    expect(await request(officer, { delivery: 'POST', address: '  北京 ' })).toEqual({ errors: ['BAD_USER_INPUT'] })
    expect(await platform.database.prisma.cardPasswordReset.count()).toBe(0)
  })

  it('is for the window only: an officer does not confirm, others do nothing', async () => {
    await lockThePerson()
    const { reset } = await request(officer)
    const second = await addStaff('S5001', ['OFFICER'])
    expect(await confirm(second, reset?.id)).toEqual({ errors: ['FORBIDDEN'] })
    const auditor = await addStaff('S5002', ['AUDITOR'])
    const halfway = staffViewer(['HEAD'], { stage: 'MUST_CHANGE_PASSWORD' })
    for (const other of [auditor, halfway, employerViewer(employerId), insuredViewer(individualId)]) {
      expect(await request(other)).toEqual({ errors: ['FORBIDDEN'] })
      expect(await confirm(other, reset?.id)).toEqual({ errors: ['FORBIDDEN'] })
      expect(await waiting(other)).toEqual(['FORBIDDEN'])
    }
    expect(await request(undefined)).toEqual({ errors: ['UNAUTHENTICATED'] })
    expect(await isLockedUntilWindow(platform, individualId)).toBe(true)
  })

  it('leaves both steps in the trail, with the reason and without the number', async () => {
    await lockThePerson()
    const { reset } = await request(officer)
    await confirm(reviewer, reset?.id)
    const events = await platform.database.prisma.auditEvent.findMany({
      where: { action: { not: 'READ_CARD_PASSWORD' } },
      orderBy: { seq: 'desc' },
      take: 2,
    })
    expect(events.map(({ action, actorId, role, reason }) => [action, actorId, role, reason])).toEqual([
      ['RESET_CARD_PASSWORD', reviewer.accountId, 'REVIEWER', '本人持证到窗口'],
      ['REQUEST_CARD_PASSWORD_RESET', officer.accountId, 'OFFICER', '本人持证到窗口'],
    ])
    expect(JSON.stringify(events.map(({ change }) => change))).not.toContain(idNumber)
  })
})

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createViewerMemory } from '../../../access/viewer-memory.ts'
import type { ViewerMemory } from '../../../access/viewer-memory.ts'
import { listen } from '../../../platform/listen.ts'
import { givenOffice, givenUnit } from '../../../testing/inspection-scenario.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { findActing } from './membership.repository.ts'
import { createSession, findViewer } from './session.repository.ts'

// The embedded database tells nobody: there no session is remembered.
describe.skipIf(inject('databaseSource').kind === 'embedded')('a remembered session hears of its change', () => {
  let platform: TestPlatform
  let memory: ViewerMemory
  let stop: () => Promise<void>
  let heard: (accountId: string) => void = () => undefined
  let employerId: string

  beforeAll(async () => {
    platform = await openTestPlatform()
    await givenOffice(platform)
    employerId = (await givenUnit(platform)).employerId
    memory = createViewerMemory((token) => findViewer(platform, token), platform.clock)
    await new Promise<void>((ready) => {
      stop = listen(platform.connectionString, 'session_changed', {
        message(accountId) {
          memory.changed(accountId)
          heard(accountId)
        },
        ready() {
          memory.hears(true)
          ready()
        },
        lost: () => memory.hears(false),
      })
    })
  })
  afterAll(async () => {
    await stop()
    await platform.close()
  })

  async function givenSession() {
    const account = await platform.database.prisma.account.create({
      data: {
        kind: 'EMPLOYER',
        displayName: 'before',
        passwordHash: '-',
        memberships: { create: { role: 'CLERK', scopeKind: 'EMPLOYER', scopeId: employerId, validFrom: '2020-01-01' } },
      },
    })
    const acting = await findActing(platform, account.id)
    const { token } = await createSession(platform, account, { acting, userAgent: 'test', stage: 'FULL' })
    return { accountId: account.id, token }
  }

  const prisma = () => platform.database.prisma
  const changes: readonly [string, (accountId: string) => Promise<unknown>, object | undefined][] = [
    [
      'ended',
      (accountId) => prisma().session.updateMany({ where: { accountId }, data: { revokedAt: new Date() } }),
      undefined,
    ],
    [
      'of another stage',
      (accountId) => prisma().session.updateMany({ where: { accountId }, data: { stage: 'MUST_CHANGE_PASSWORD' } }),
      { displayName: 'before', stage: 'MUST_CHANGE_PASSWORD' },
    ],
    [
      'without its membership',
      (accountId) => prisma().membership.updateMany({ where: { accountId }, data: { validTo: '2026-01-01' } }),
      undefined,
    ],
    [
      'of an account with another name',
      (accountId) => prisma().account.update({ where: { id: accountId }, data: { displayName: 'after' } }),
      { displayName: 'after', stage: 'FULL' },
    ],
  ]
  it.each(changes)('%s', async (_what, change, expected) => {
    const { accountId, token } = await givenSession()
    expect(await memory.find(token)).toMatchObject({ displayName: 'before', stage: 'FULL' })
    const told = new Promise<void>((resolve) => {
      heard = (id) => (id === accountId ? resolve() : undefined)
    })
    await change(accountId)
    await told
    const found = await memory.find(token)
    expect(found && { displayName: found.displayName, stage: found.stage }).toEqual(expected)
  })

  it('of a unit whose approval for online filing was withdrawn: at once nobody files for it, and is told why', async () => {
    const { accountId, token } = await givenSession()
    expect(await memory.find(token)).toMatchObject({ bar: undefined })
    const told = new Promise<void>((resolve) => {
      heard = (id) => (id === accountId ? resolve() : undefined)
    })
    const stands = { employerId, status: 'STANDING' }
    const ended = { status: 'ENDED', validTo: '2026-11-30', endReason: '多次申报不实', endedAt: new Date() }
    await prisma().onlineFiling.updateMany({ where: stands, data: ended })
    await told
    expect(await memory.find(token)).toMatchObject({ bar: { kind: 'NOT_APPROVED', reason: '多次申报不实' } })
  })

  it('and nothing is remembered once the connection that listens is gone', async () => {
    const { accountId, token } = await givenSession()
    await memory.find(token)
    const lost = new Promise<void>((resolve) => {
      const { hears } = memory
      memory.hears = (yes) => {
        hears(yes)
        if (!yes) resolve()
      }
    })
    await platform.database.query({
      text: `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_notify($1%' AND pid <> pg_backend_pid()
        AND datname = current_database()`,
    })
    await lost
    await platform.database.query({ text: `ALTER TABLE session DISABLE TRIGGER session_tells` })
    await prisma().session.updateMany({ where: { accountId }, data: { revokedAt: new Date() } })
    expect(await memory.find(token)).toBeUndefined()
  })
})

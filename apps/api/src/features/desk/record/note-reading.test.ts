import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAudit } from '../../../platform/audit.ts'
import { ask, insuredViewer } from '../../../testing/ask.ts'
import { seedAccounts } from '../../../testing/office/session/session-client.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

it('stands in the trail once an hour and person, however often the page asks', async () => {
  const { individualId } = await seedAccounts(platform)
  const [one, other] = [insuredViewer(individualId), insuredViewer(individualId)]
  const read = (who = one) => ask(platform, who, '{ me { payments(first: 5) { edges { node { period } } } } }')
  const readings = () => platform.database.prisma.auditEvent.findMany({ where: { action: 'READ_RECORD' } })
  expect((await read()).errors).toEqual([])
  await read()
  expect(await readings()).toMatchObject([
    { actorKind: 'INSURED', actorId: one.accountId, recordType: 'Individual', recordId: individualId },
  ])
  await read(other)
  expect(await readings()).toHaveLength(2)
  platform.clock.advance(3_600_000)
  await read()
  expect(await readings()).toHaveLength(3)
  expect(await platform.audit.findBreak()).toBeUndefined()
})

it('is not asked of the database again, but is once its hour is over, and when another process wrote it first', async () => {
  const reading = { actorKind: 'STAFF', actorId: crypto.randomUUID(), action: 'READ_RECORD' } as const
  const record = { recordType: 'Individual', recordId: crypto.randomUUID() } as const
  let statements = 0
  const counted = { ...platform.database }
  Object.defineProperty(counted, 'query', {
    value: (...asked: Parameters<typeof platform.database.query>) => (
      (statements += 1),
      platform.database.query(...asked)
    ),
  })
  const [ours, theirs] = [createAudit(counted, platform.clock), createAudit(platform.database, platform.clock)]
  const origin = { origin: 'a-desk' }
  const look = () => ours.recordRead({ ...reading, ...record }, origin)
  const entries = () => platform.database.prisma.auditEvent.count({ where: { recordId: record.recordId } })
  await theirs.recordRead({ ...reading, ...record }, origin)
  platform.clock.advance(1_800_000)
  await look()
  await look()
  expect([statements, await entries()]).toEqual([1, 1])
  platform.clock.advance(1_800_000)
  await look()
  await look()
  expect([statements, await entries()]).toEqual([2, 2])
})

it('is written again when what it was written with was taken back', async () => {
  const record = { recordType: 'Individual', recordId: crypto.randomUUID() } as const
  const actorId = crypto.randomUUID()
  const look = () =>
    platform.audit.recordRead({ actorKind: 'STAFF', actorId, action: 'READ_RECORD', ...record }, { origin: 'a-desk' })
  const takenBack = platform.database.transaction(async () => {
    await look()
    throw new Error('taken back')
  })
  await expect(takenBack).rejects.toThrow('taken back')
  await look()
  expect(await platform.database.prisma.auditEvent.count({ where: { recordId: record.recordId } })).toBe(1)
})

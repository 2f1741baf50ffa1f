import { afterAll, beforeAll, expect, it } from 'vitest'
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

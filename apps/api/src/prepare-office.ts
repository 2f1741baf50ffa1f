import { demoPassword, seedDemoOffice } from '@shebao/prisma/seed'
import { passwordHashing } from './features/session/index.ts'
import { seedPolicy } from './features/policy/index.ts'
import type { Platform } from './platform/platform.ts'

/** What the first start finds missing: policy parameters always, and a demo office unless this is production. */
export async function prepareOffice(platform: Platform): Promise<void> {
  await seedPolicy(platform)
  if (platform.environment.mode !== 'demo') return
  const { database, vault, clock, logger } = platform
  const [office] = await database.query<{ id: string }>({ text: 'SELECT id FROM office LIMIT 1' })
  if (office) return
  logger.info('making the demo office')
  const passwordHash = await passwordHashing.hash(demoPassword)
  await database.transaction(async () => {
    await seedDemoOffice(
      { query: (statement, values) => database.query(statement, values), seal: vault.seal, lookupHash: vault.lookupHash },
      clock.today(),
      passwordHash,
    )
  })
  logger.info('the demo office is ready')
}

import { civilDate } from '@shebao/kernel'
import { recordParticulars } from '../features/register/employer/index.ts'
import type { TestPlatform } from './test-platform.ts'

/** From today these employers are in a district, as the register takes it of an accepted change. */
export async function placeInDistrict(
  platform: TestPlatform,
  employerIds: readonly string[],
  district: string | null,
): Promise<void> {
  const source = { kind: 'REGISTER', id: null, version: null, by: null, at: platform.clock.now() } as const
  const from = civilDate(platform.clock.today())
  for (const id of employerIds)
    await platform.database.transaction(() => recordParticulars(platform, id, { district }, { from, source }))
}

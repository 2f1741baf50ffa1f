import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findOfficeFor } from '../../register/employer/index.ts'
import type { Office } from './import-work.ts'

/** Whose register it is, and what day it is there. */
export async function requireOffice(platform: Platform): Promise<Office> {
  const office = await findOfficeFor(platform, undefined)
  if (!office) throw notFound('office')
  return { region: office.region, today: platform.clock.today() }
}

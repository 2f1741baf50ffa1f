import { periodOfDate } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findOffice } from '../../register/office/index.ts'
import { canBeBilled } from './policy-in-force.ts'

/** This month, when the office's region has no published parameters for it and nothing can be billed; else nothing. */
export async function findMonthWithoutParameters(
  platform: Platform,
  viewer: Viewer | undefined,
): Promise<Period | null> {
  requireMay(viewer, 'parameter:read')
  const office = await findOffice(platform)
  const month = periodOfDate(platform.clock.today())
  return office && !(await canBeBilled(platform, office.region, month)) ? month : null
}

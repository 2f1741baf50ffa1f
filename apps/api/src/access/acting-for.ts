import { onBehalf } from '../platform/audit-on-behalf.ts'
import type { Platform } from '../platform/platform.ts'
import type { Viewer } from './viewer.ts'

/** The platform for what this one does: of an agency's clerk, every entry of the trail names the agency as well. */
export function actingFor(platform: Platform, viewer: Viewer | undefined): Platform {
  const mandate = viewer?.kind === 'EMPLOYER' ? viewer.mandate : undefined
  return mandate ? onBehalf(platform, mandate.agencyId) : platform
}

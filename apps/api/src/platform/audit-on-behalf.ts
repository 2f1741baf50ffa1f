import type { Audit } from './audit.ts'
import type { Platform } from './platform.ts'

/**
 * The platform for what somebody does on another's behalf: every entry also names the agency, so that the trail says who acted for
 * whom without each use case thinking of it.
 */
export function onBehalf(platform: Platform, agencyId: string): Platform {
  const { audit } = platform
  const named: Audit = {
    ...audit,
    record: (entry) => audit.record({ ...entry, change: { ...entry.change, agencyId } }),
    recordAll: (entries) =>
      audit.recordAll(entries.map((entry) => ({ ...entry, change: { ...entry.change, agencyId } }))),
    recordRead: (entry, from) => audit.recordRead({ ...entry, change: { ...entry.change, agencyId } }, from),
    recordReadOfMany: (entry, from) =>
      audit.recordReadOfMany({ ...entry, change: { ...entry.change, agencyId } }, from),
  }
  return { ...platform, audit: named }
}

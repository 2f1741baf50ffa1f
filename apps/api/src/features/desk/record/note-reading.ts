import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'

/**
 * Who read a person's payment record, and when: also the person themselves, whose account another may have got hold of. `from` has
 * the hash of the caller's address, which is made only for what is written down.
 */
export async function noteReading(
  platform: Platform,
  viewer: Viewer | undefined,
  from: { readonly origin: string },
  individualId: string,
): Promise<void> {
  if (!viewer) return
  await platform.audit.recordRead(
    {
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      action: 'READ_RECORD',
      recordType: 'Individual',
      recordId: individualId,
    },
    from,
  )
}

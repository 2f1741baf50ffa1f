import type { Context } from '../../../graphql/context.ts'

/** Who read a person's payment record, and when: also the person themselves, whose account another may have got hold of. */
export async function noteReading(context: Context, individualId: string): Promise<void> {
  const { platform, viewer } = context
  if (!viewer) return
  await platform.audit.recordRead(
    {
      actorKind: viewer.kind,
      actorId: viewer.accountId,
      action: 'READ_RECORD',
      recordType: 'Individual',
      recordId: individualId,
    },
    context,
  )
}

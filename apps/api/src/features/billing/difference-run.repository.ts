import type { Platform } from '../../platform/platform.ts'

/** Once for a proposal and region, however often it is asked for: the run goes on from where it is. */
export async function startDifferenceRun(
  { database, clock }: Platform,
  run: { region: string; proposalId: string; startedBy: string },
): Promise<void> {
  const now = clock.now()
  await database.prisma.billingRun.createMany({
    skipDuplicates: true,
    data: { ...run, kind: 'DIFFERENCE', period: clock.today().slice(0, 7), startedAt: now, heartbeatAt: now },
  })
}

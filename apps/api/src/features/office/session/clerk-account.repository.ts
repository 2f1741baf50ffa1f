import { clerkDuties } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'

/** An account without a password for the clerk of each employer; the account of each, by the employer. */
export async function insertClerkAccounts(
  { database, clock }: Platform,
  employers: readonly { id: string; name: string }[],
): Promise<Map<string, string>> {
  const made = employers.map(({ id, name }) => ({ accountId: crypto.randomUUID(), employerId: id, name }))
  if (made.length === 0) return new Map()
  const now = clock.now()
  await database.prisma.account.createMany({
    data: made.map(({ accountId, name }) => ({
      id: accountId,
      kind: 'EMPLOYER',
      displayName: name,
      passwordHash: '',
      createdAt: now,
    })),
  })
  await database.prisma.membership.createMany({
    data: made.map(({ accountId, employerId }) => ({
      accountId,
      role: 'CLERK',
      scopeKind: 'EMPLOYER',
      scopeId: employerId,
      validFrom: clock.today(),
      // Whoever holds the letter is the first: its administrator, who invites the others.
      duties: [...clerkDuties],
    })),
  })
  return new Map(made.map(({ accountId, employerId }) => [employerId, accountId]))
}

import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'

/** A clerk as colleagues know them; undefined where the account is gone. */
export async function findClerkName({ database }: Platform, accountId: string): Promise<string | undefined> {
  const account = await asOffice('NAMES', () =>
    database.prisma.account.findFirst({
      where: { id: accountId, kind: 'EMPLOYER' },
      select: { displayName: true },
    }),
  )
  return account?.displayName
}

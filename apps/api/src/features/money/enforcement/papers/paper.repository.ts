import { isUuid } from '../../../../access/uuid.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { EnforcementPaperRow } from '../enforcement.repository.ts'

export async function findPaper({ database }: Platform, id: string): Promise<EnforcementPaperRow | undefined> {
  return isUuid(id) ? ((await database.prisma.enforcementPaper.findUnique({ where: { id } })) ?? undefined) : undefined
}

export async function markRegistered({ database }: Platform, id: string, documentId: string): Promise<void> {
  await database.prisma.enforcementPaper.update({ where: { id }, data: { documentId } })
}

/** Papers of a kind that a re-issued one takes the place of. */
export async function listPapersOfKind({ database }: Platform, caseId: string, kind: string): Promise<string[]> {
  const papers = await database.prisma.enforcementPaper.findMany({
    where: { caseId, kind },
    select: { id: true },
    take: 500,
  })
  return papers.map(({ id }) => id)
}

/** Who signed it, and for which body, if it was not the agency. */
export async function findSigner(
  { database }: Platform,
  accountId: string,
): Promise<{ name: string; body: string | null } | undefined> {
  const [signer] = await database.query<{ name: string; body: string | null }>(
    {
      name: 'enforcement-signer',
      text: `SELECT account.display_name AS name, partner.name AS body FROM account
        LEFT JOIN membership ON membership.account_id = account.id AND membership.scope_kind = 'PARTNER'
        LEFT JOIN partner ON partner.id = membership.scope_id
        WHERE account.id = $1::uuid ORDER BY membership.valid_from DESC LIMIT 1`,
    },
    [accountId],
  )
  return signer
}

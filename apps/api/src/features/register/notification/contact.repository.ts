import type { ContactSetting, Prisma } from '@shebao/prisma/client'
import type { Platform } from '../../../platform/platform.ts'

export type ContactRow = ContactSetting

export function findContact({ database }: Platform, accountId: string): Promise<ContactRow | null> {
  return database.prisma.contactSetting.findUnique({ where: { accountId } })
}

/** The row, made when there is none, and held until the transaction ends: of two who change it the second sees what the first did. */
export async function lockContact({ database, clock }: Platform, accountId: string): Promise<ContactRow> {
  await database.query(
    {
      name: 'contact-make',
      text: 'INSERT INTO contact_setting (account_id, updated_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    },
    [accountId, clock.now()],
  )
  await database.query(
    { name: 'contact-lock', text: 'SELECT 1 FROM contact_setting WHERE account_id = $1 FOR UPDATE' },
    [accountId],
  )
  return database.prisma.contactSetting.findUniqueOrThrow({ where: { accountId } })
}

export async function updateContact(
  { database, clock }: Platform,
  accountId: string,
  change: Omit<Prisma.ContactSettingUncheckedUpdateInput, 'accountId' | 'updatedAt'>,
): Promise<void> {
  await database.prisma.contactSetting.update({
    where: { accountId },
    data: { ...change, updatedAt: clock.now() },
  })
}

/** What the register has besides: of an insured person, or of the handler of the employer acted for. Sealed. */
export async function findRegisterContact(
  { database, clock }: Platform,
  { individualId, employerId }: { individualId: string | null; employerId: string | null },
): Promise<{ person: Uint8Array | null; contact: Uint8Array | null }> {
  const [row] = await database.query<{ person: Uint8Array | null; contact: Uint8Array | null }>(
    {
      name: 'contact-of-register',
      text: `SELECT (SELECT personal FROM individual WHERE id = $1) AS person,
        (SELECT contact_personal FROM employer_particulars WHERE employer_id = $2 AND superseded_at IS NULL
          AND valid_from <= $3 AND (valid_to IS NULL OR valid_to >= $3) LIMIT 1) AS contact`,
    },
    [individualId, employerId, clock.today()],
  )
  return row ?? { person: null, contact: null }
}

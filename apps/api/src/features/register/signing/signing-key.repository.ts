import type { SigningKey } from '@shebao/prisma/client'
import type { PublishedKey } from '@shebao/signed-paper'
import { civilDateAt } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { asOffice } from '../../../platform/tenancy.ts'

export type SigningKeyRow = SigningKey

/** The key that an office signs with. */
export function findKeyInUse({ database }: Platform, officeId: string): Promise<SigningKeyRow | null> {
  return asOffice('PAPER_REGISTER', () =>
    database.prisma.signingKey.findFirst({ where: { officeId, replacedAt: null } }),
  )
}

/** Of two servers that begin at once one makes the key, and the other one finds it. Says whether it was this one. */
export async function insertKey({ database }: Platform, key: Omit<SigningKeyRow, 'replacedAt'>): Promise<boolean> {
  const { privateKey, ...rest } = key
  const { count } = await asOffice('PAPER_REGISTER', () =>
    database.prisma.signingKey.createMany({
      data: { ...rest, ...(privateKey ? { privateKey: new Uint8Array(privateKey) } : {}) },
      skipDuplicates: true,
    }),
  )
  return count === 1
}

/** Signs no more: its private half is removed with it. */
export async function retireKey({ database, clock }: Platform, id: string): Promise<void> {
  await database.prisma.signingKey.update({
    where: { id },
    data: { replacedAt: clock.now(), privateKey: null },
  })
}

/** Offices that have no key yet, as before their first start with this release. */
export async function listOfficesWithoutKey({ database }: Platform): Promise<string[]> {
  const rows = await database.query<{ id: string }>({
    text: `SELECT id FROM office WHERE NOT EXISTS
      (SELECT 1 FROM signing_key key WHERE key.office_id = office.id AND key.replaced_at IS NULL)`,
  })
  return rows.map(({ id }) => id)
}

/** Keys an installation could ever have: a new one each month for eighty years. */
const mostKeys = 1_000

/** All keys that any paper was ever signed with, the newest first. */
export async function listPublishedKeys({ database }: Platform): Promise<PublishedKey[]> {
  const rows = await asOffice('PAPER_REGISTER', () =>
    database.prisma.signingKey.findMany({
      include: { office: { select: { region: true, nameZh: true, nameEn: true } } },
      orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
      take: mostKeys,
    }),
  )
  return rows.map(({ id, publicKey, office: { region, nameZh, nameEn }, madeAt, replacedAt }) => ({
    id,
    publicKey,
    office: { code: region, nameZh, nameEn },
    from: civilDateAt(madeAt),
    until: replacedAt && civilDateAt(replacedAt),
  }))
}

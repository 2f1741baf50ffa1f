import type { Platform } from '../../../../platform/platform.ts'

const open = (accountId: string) => ({ accountId, usedAt: null, revokedAt: null })

export async function countRecoveryCodes({ database }: Platform, accountId: string): Promise<number> {
  return database.prisma.recoveryCode.count({ where: open(accountId) })
}

/** Those made before open nothing any more. */
export async function replaceRecoveryCodes(
  platform: Platform,
  accountId: string,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const { database, clock } = platform
  await revokeRecoveryCodes(platform, accountId)
  const createdAt = clock.now()
  await database.prisma.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ accountId, codeHash, createdAt })),
  })
}

export async function revokeRecoveryCodes({ database, clock }: Platform, accountId: string): Promise<void> {
  await database.prisma.recoveryCode.updateMany({ where: open(accountId), data: { revokedAt: clock.now() } })
}

/** Each once, also of two that come at once. */
export async function useRecoveryCode(
  { database, clock }: Platform,
  accountId: string,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const { count } = await database.prisma.recoveryCode.updateMany({
    where: { ...open(accountId), codeHash },
    data: { usedAt: clock.now() },
  })
  return count === 1
}

import type { AccountKind } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { never } from './lock-policy.ts'
import { findActing, findClerkOf, listEmployerNumbers } from './membership.repository.ts'
import type { Acting } from './membership.repository.ts'

const accountFields = {
  id: true,
  kind: true,
  individualId: true,
  staffNo: true,
  clerkNo: true,
  operatorNo: true,
  displayName: true,
  language: true,
  passwordHash: true,
  passwordInitial: true,
  previousHashes: true,
} as const

export interface SignInAccount {
  id: string
  kind: string
  individualId: string | null
  staffNo: string | null
  clerkNo: string | null
  operatorNo: string | null
  displayName: string
  language: string
  passwordHash: string
  passwordInitial: boolean
  previousHashes: string[]
}

/** An account with the membership it would act in; insured people act for themselves. */
export interface Signer {
  account: SignInAccount
  acting: Acting | undefined
}

/**
 * Who signs in with a normalised registration number, credit code, identity number or staff number. An account none of whose
 * memberships is in force today is not there.
 */
export async function findSigner(
  platform: Platform,
  kind: AccountKind,
  identifier: string,
): Promise<Signer | undefined> {
  if (kind === 'INSURED') {
    const insured = await findInsured(platform, identifier)
    return insured ? { account: insured, acting: undefined } : undefined
  }
  const { account } = platform.database.prisma
  const select = accountFields
  const clerk = kind === 'EMPLOYER' ? await findClerkOf(platform, identifier) : undefined
  if (kind === 'EMPLOYER' && !clerk) return undefined
  const numbered = kind === 'PARTNER' ? { operatorNo: identifier } : { staffNo: identifier }
  const where = clerk ? { id: clerk.accountId } : numbered
  const found = await account.findFirst({ where: { ...where, kind }, select })
  const acting = found ? await findActing(platform, found.id, clerk?.employerId) : undefined
  return found && acting ? { account: found, acting } : undefined
}

/** By far most sign in so. */
async function findInsured({ database, vault }: Platform, identifier: string): Promise<SignInAccount | undefined> {
  const [account] = await database.query<SignInAccount>(
    {
      name: 'session-find-insured',
      text: `SELECT a.id, a.kind, a.individual_id AS "individualId", a.staff_no AS "staffNo", a.clerk_no AS "clerkNo",
        a.operator_no AS "operatorNo", a.display_name AS "displayName", a.language, a.password_hash AS "passwordHash",
        a.password_initial AS "passwordInitial", a.previous_hashes AS "previousHashes"
      FROM individual i JOIN account a ON a.individual_id = i.id WHERE i.id_hash = $1 AND a.kind = 'INSURED'`,
    },
    [vault.lookupHash('person-id', identifier)],
  )
  return account
}

export async function getAccount({ database }: Platform, accountId: string): Promise<SignInAccount> {
  return database.prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: accountFields })
}

/** An insured person of the register who never signed in: known by number, but without an account yet. */
export async function findIndividualWithoutAccount(
  platform: Platform,
  identifier: string,
): Promise<{ id: string; nameMasked: string } | null> {
  return platform.database.prisma.individual.findFirst({
    where: { idHash: platform.vault.lookupHash('person-id', identifier), account: null },
    select: { id: true, nameMasked: true },
  })
}

/** Opens the account with the initial password. Two first sign-ins at once end in one account. */
export async function openInsuredAccount(
  { database }: Platform,
  individual: { id: string; nameMasked: string },
  passwordHash: string,
): Promise<SignInAccount> {
  return database.prisma.account.upsert({
    where: { individualId: individual.id },
    create: {
      kind: 'INSURED',
      individualId: individual.id,
      displayName: individual.nameMasked,
      passwordHash,
      passwordInitial: true,
    },
    update: {},
    select: accountFields,
  })
}

interface PersonalPart {
  idNumber: string
  mobile?: string
}

/** What a new card password is compared with. */
export async function getPinSources(
  { database, vault }: Platform,
  individualId: string,
): Promise<PersonalPart & { birthDate: string }> {
  const { personal, birthDate } = await database.prisma.individual.findUniqueOrThrow({
    where: { id: individualId },
    select: { personal: true, birthDate: true },
  })
  return { ...vault.open<PersonalPart>(personal), birthDate }
}

/** The person's name in full, for a letter to them. */
export async function getLetterName({ database, vault }: Platform, individualId: string): Promise<string> {
  const { personal } = await database.prisma.individual.findUniqueOrThrow({
    where: { id: individualId },
    select: { personal: true },
  })
  return vault.open<{ name: string }>(personal).name
}

/** Numbers and names a password of an employer or a member of staff may not contain. */
export async function listOwnIdentifiers(platform: Platform, account: SignInAccount): Promise<string[]> {
  const own = [account.displayName, account.staffNo ?? '', account.clerkNo ?? '', account.operatorNo ?? '']
  return [...own, ...(await listEmployerNumbers(platform, account.id))]
}

const keptHashes = 2

/** Sets the new hash; with the current one, the two kept make "the last three". */
export async function replacePassword(
  { database }: Platform,
  account: SignInAccount,
  passwordHash: string,
): Promise<SignInAccount> {
  return database.prisma.account.update({
    where: { id: account.id },
    data: {
      passwordHash,
      passwordInitial: false,
      previousHashes: [account.passwordHash, ...account.previousHashes]
        .filter((hash) => hash !== '')
        .slice(0, keptHashes),
      failures: 0,
      lockedUntil: null,
    },
    select: accountFields,
  })
}

export async function markSignedIn({ database, clock }: Platform, accountId: string): Promise<void> {
  await database.query(
    {
      name: 'session-mark-signed-in',
      text: 'UPDATE account SET last_sign_in_at = $2, failures = 0, locked_until = NULL WHERE id = $1',
    },
    [accountId, clock.now()],
  )
}

export async function keepLanguage({ database }: Platform, accountId: string, language: string): Promise<void> {
  await database.prisma.account.update({ where: { id: accountId }, data: { language } })
}

/** Window unlock: back to the initial password, which only permits choosing a new one. False when there is no account yet. */
export async function restoreInitialPassword(
  { database }: Platform,
  individualId: string,
  passwordHash: string,
): Promise<string | null> {
  const [account] = await database.prisma.account.updateManyAndReturn({
    where: { individualId },
    data: { passwordHash, passwordInitial: true, failures: 0, lockedUntil: null },
    select: { id: true },
  })
  return account?.id ?? null
}

export async function isLockedUntilWindow({ database }: Platform, individualId: string): Promise<boolean> {
  return (await database.prisma.account.count({ where: { individualId, lockedUntil: never } })) > 0
}

import type { Platform } from '../../../platform/platform.ts'
import type { ClaimEmployer } from './claim.repository.ts'
import { payerAccountHash } from './payer-account.ts'

export interface PayerComparison {
  /** Null: the bank names nobody. */
  nameAgrees: boolean | null
  accountAgrees: boolean | null
  /** Whether the register knows the payer as this employer; otherwise a second person looks at it. */
  samePayer: boolean
}

interface Payer {
  payerName: string | null
  payerHash: Uint8Array | null
}

/** Who paid, beside the employer's names and account of the register. One that agrees is enough: units have several accounts. */
export function comparePayer(platform: Platform, payer: Payer, employer: ClaimEmployer): PayerComparison {
  const { payerName, payerHash } = payer
  const nameAgrees =
    payerName === null
      ? null
      : [employer.name, employer.bankAccountName].some((name) => plainName(name) === plainName(payerName))
  const own = payerAccountHash(platform, platform.vault.open<string>(employer.bankAccountCipher))
  const accountAgrees = payerHash === null ? null : own !== null && Buffer.compare(own, payerHash) === 0
  return { nameAgrees, accountAgrees, samePayer: accountAgrees === true || nameAgrees === true }
}

/** Names as banks and registers write them: full width or half, with or without spaces and marks. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\p{S}]/gu, '')

import type { Platform } from '../../../platform/platform.ts'
import { findOffice } from './office.repository.ts'
import type { StoredOffice } from './office.repository.ts'

/** The fund's income account that every notice names and all money goes to. */
export interface Payee {
  number: string
  name: string
  bank: string
}

/** The account of the demonstration, which its sandbox bank keeps. Nothing of production falls back on it. */
export const demonstrationPayee: Payee = {
  number: '1100600000000018',
  name: '社会保险基金收入户（示范）',
  bank: '示范银行',
}

type PayeeColumns = Pick<StoredOffice, 'payeeNumber' | 'payeeName' | 'payeeBank'>

/** Throws in production where the office has named no account: money must not go anywhere else. */
export function payeeOf({ environment }: Platform, office: PayeeColumns | null): Payee {
  if (office?.payeeNumber && office.payeeName && office.payeeBank)
    return { number: office.payeeNumber, name: office.payeeName, bank: office.payeeBank }
  if (environment.mode === 'production') throw new Error('The office has named no payee account.')
  return demonstrationPayee
}

/** Of the office of a region, or of the installation's office. */
export async function findPayee(platform: Platform, region?: string): Promise<Payee> {
  return payeeOf(platform, await findOffice(platform, region))
}

import type { Platform } from '../../../platform/platform.ts'
import { findOffice, findPayeeOn as findStoredPayeeOn, listPayeeNumbers } from './office.repository.ts'
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

/**
 * The account that money of a day went to. A change holds from the day on which it was recorded; an office of which no earlier
 * account is known has always had the one it has.
 */
export async function findPayeeOn(platform: Platform, region: string, day: string): Promise<Payee> {
  const office = await findOffice(platform, region)
  const held = office && (await findStoredPayeeOn(platform, office.id, day))
  return held ? { number: held.number, name: held.name, bank: held.bank } : payeeOf(platform, office)
}

/** Of the office of a region, or of the installation's office. */
export async function findPayee(platform: Platform, region?: string): Promise<Payee> {
  return payeeOf(platform, await findOffice(platform, region))
}

/** The account of today and those before it, of the installation's office. */
export async function findPayeeNumbers(platform: Platform): Promise<{ number: string; former: readonly string[] }> {
  const office = await findOffice(platform)
  const { number } = payeeOf(platform, office)
  const held = office ? await listPayeeNumbers(platform, office.id) : []
  return { number, former: held.filter((each) => each !== number) }
}

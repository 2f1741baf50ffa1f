import type { Platform } from '../../../platform/platform.ts'

/** An account number as a keyed hash: two can be compared, none can be read. */
export function payerAccountHash({ vault }: Platform, account: string | null): Uint8Array<ArrayBuffer> | null {
  const digits = (account ?? '').replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase()
  return digits === '' ? null : vault.lookupHash('payer-account', digits)
}

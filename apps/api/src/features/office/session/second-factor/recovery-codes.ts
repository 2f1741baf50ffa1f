import type { Platform } from '../../../../platform/platform.ts'
import { drawCode, groupCode, readCode } from '../../one-time-code/index.ts'
import { replaceRecoveryCodes, useRecoveryCode } from './recovery-code.repository.ts'

/** As many as fit on a slip of paper; 29^12 of each [PD]. */
const howMany = 10
const length = 12

const hashOf = ({ vault }: Platform, accountId: string, code: string) =>
  vault.lookupHash('recovery-code', `${accountId}:${code}`)

/** New ones in clear, this once; those made before open nothing any more. */
export async function renewRecoveryCodes(platform: Platform, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, () => drawCode(length))
  await replaceRecoveryCodes(
    platform,
    accountId,
    codes.map((code) => hashOf(platform, accountId, code)),
  )
  return codes.map(groupCode)
}

export function takeRecoveryCode(platform: Platform, accountId: string, typed: string): Promise<boolean> {
  return useRecoveryCode(platform, accountId, hashOf(platform, accountId, readCode(typed)))
}

import type { Period } from '@shebao/kernel'
import type { DeclarationMode } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { findParameter } from '../policy/index.ts'

/** Whether an unchanged earlier declaration covers a month, or every month is declared by itself (3.1). */
export async function declarationMode(platform: Platform, region: string, period: Period): Promise<DeclarationMode> {
  const mode = await findParameter(platform, region, period, 'DECLARATION_MODE')
  return mode === 'MONTHLY_SELF' ? 'MONTHLY_SELF' : 'CARRY_FORWARD'
}

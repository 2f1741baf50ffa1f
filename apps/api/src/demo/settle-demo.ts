import type { Viewer } from '../access/viewer.ts'
import { readDifferences, resolveDifferences } from '../features/filing/comparison/index.ts'
import type { DeclarationRow } from '../features/filing/declaration/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Settlement } from './teaching-lists.ts'

/** Settles what the comparison found, kind by kind; who left is settled singly, each for a reason of their own. */
export async function settleDemo(
  platform: Platform,
  clerk: Viewer,
  declaration: DeclarationRow,
  settlements: readonly Settlement[],
): Promise<void> {
  for (const { kind, resolution, reason, stopReasons } of settlements) {
    const common = { declarationId: declaration.id, resolution, reason, origin: 'demo' }
    const leavers = stopReasons
      ? await readDifferences(platform, clerk, declaration, { kind, first: stopReasons.length })
      : []
    const calls = stopReasons
      ? stopReasons.map((stopReason, index) => ({ ids: [leavers[index]?.id ?? ''], stopReason }))
      : [{ ids: [], allOfKind: kind }]
    for (const call of calls) {
      const outcome = await resolveDifferences(platform, clerk, { ...common, ...call })
      if (outcome.kind === 'REFUSED') throw new Error(`The demo's ${kind} was not settled (${outcome.code}).`)
    }
  }
}

import { complete } from '@shebao/declaration-rules'
import type { CompleteDeclaration } from '@shebao/declaration-rules'
import { declarationContext, makeCompleteDeclaration } from '@shebao/test-support/declaration'

/** What a test hands in that assesses a register it has written itself. */
export function someCompleteDeclaration(): CompleteDeclaration {
  const { unit, personnel } = makeCompleteDeclaration(1, 1)
  const comparison = { currentRosterVersion: '1', downloadedRosterVersion: '1', openDifferences: 0 }
  const result = complete({ unit, personnel, comparison }, declarationContext())
  if (!result.ok) throw new Error('The drawn declaration is not complete.')
  return result.complete
}

import type { Viewer } from '../../../graphql/context.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { editRefusalOf, maySeeDeclaration } from './declaration.policy.ts'
import type { EditRefusal } from './declaration.policy.ts'
import type { DeclarationRow } from './declaration.repository.ts'
import { lockDeclaration } from './declaration.repository.ts'

/** The declaration, locked until the transaction ends, or why its draft may not be changed now. */
export type EditableDeclaration =
  | { declaration: DeclarationRow; refusal?: undefined }
  | { declaration: DeclarationRow; refusal: EditRefusal }

/**
 * Guards every change of a draft: the unit form here, the personnel list in the roster feature. Call it inside the
 * transaction that makes the change. Another employer's declaration behaves as absent (throws NOT_FOUND). A window that
 * has closed does not refuse: what is typed is kept, only submitting is refused.
 */
export async function requireEditableDeclaration(
  platform: Platform,
  viewer: Viewer,
  declarationId: string,
): Promise<EditableDeclaration> {
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, declarationId)
    if (!declaration || viewer.kind !== 'EMPLOYER' || !maySeeDeclaration(viewer, declaration))
      throw notFound('declaration')
    const refusal = editRefusalOf(declaration.status)
    return refusal ? { declaration, refusal } : { declaration }
  })
}

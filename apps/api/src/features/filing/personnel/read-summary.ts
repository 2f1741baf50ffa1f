import { may } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { seesDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { judgeAnew } from './judge-anew.ts'
import { DRAFT_VERSION } from './personnel.repository.ts'
import { summarisePersonnel } from './summarise-personnel.ts'
import type { PersonnelSummary } from './summarise-personnel.ts'

/** The version a viewer sees unless another is asked for: the employer's own draft, else the last that was submitted. */
export function visibleVersion(viewer: Viewer, declaration: DeclarationRow, wanted: number | null | undefined): number {
  if (!seesDeclaration(viewer, declaration)) throw notFound('declaration')
  const version = wanted ?? (may(viewer, 'draft:read', declaration) ? DRAFT_VERSION : declaration.version)
  if (version < 0 || version > declaration.version) throw badInput('version', 'There is no such version.')
  if (version === DRAFT_VERSION && !may(viewer, 'draft:read', declaration))
    throw badInput('version', 'Nothing has been submitted yet.')
  return version
}

export async function readSummary(
  platform: Platform,
  viewer: Viewer,
  declaration: DeclarationRow,
  wanted: number | null | undefined,
): Promise<PersonnelSummary & { revision: number }> {
  const version = visibleVersion(viewer, declaration, wanted)
  if (version === DRAFT_VERSION) await judgeAnew(platform, declaration)
  return { ...(await summarisePersonnel(platform, declaration, version)), revision: declaration.personnelRevision }
}

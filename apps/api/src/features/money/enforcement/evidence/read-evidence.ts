import { oneOf } from '@shebao/kernel'
import type { Viewer } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { addAttachmentSubject, withFiles } from '../../../register/attachment/index.ts'
import type { WithFiles } from '../../../register/attachment/index.ts'
import type { EnforcementRow } from '../enforcement.repository.ts'
import { readEnforcement } from '../read-enforcement.ts'
import { evidenceKinds, evidenceReaders } from './evidence-kinds.ts'
import { findEvidence, listEvidence } from './evidence.repository.ts'
import type { EvidenceRow } from './evidence.repository.ts'

addAttachmentSubject('ENFORCEMENT_EVIDENCE', {
  permission: 'enforcement:read',
  owner: async () => undefined,
  mayRead: mayReadFile,
  traced: true,
})

/** Who may read the case, and of them whom this kind of evidence is for. */
async function mayReadFile(platform: Platform, viewer: Viewer, id: string): Promise<boolean> {
  const evidence = await findEvidence(platform, id)
  if (!evidence) return false
  const row = await readEnforcement(platform, viewer, evidence.caseId).catch(() => undefined)
  return row !== undefined && maySee(viewer, evidence)
}

/** The agency all; another body what is for it, and what it handed in itself. */
export function maySee(viewer: Viewer, { kind, handedInBy }: Pick<EvidenceRow, 'kind' | 'handedInBy'>): boolean {
  if (viewer.kind === 'STAFF') return true
  const body = viewer.kind === 'PARTNER' ? viewer.partnerKind : viewer.kind
  const readers: readonly string[] = evidenceReaders[oneOf(evidenceKinds, kind, 'evidence')]
  return handedInBy === body || readers.includes(body)
}

/** What of it this viewer may look at, with its files: one question for all of them. */
export async function readEvidence(
  platform: Platform,
  viewer: Viewer | undefined,
  { id }: Pick<EnforcementRow, 'id'>,
): Promise<WithFiles<EvidenceRow>[]> {
  if (!viewer) return []
  const seen = (await listEvidence(platform, id)).filter((evidence) => maySee(viewer, evidence))
  return withFiles(platform, 'ENFORCEMENT_EVIDENCE', seen)
}

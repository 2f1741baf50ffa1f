import { randomUUID } from 'node:crypto'
import { badInput } from '../../../../access/refusal.ts'
import type { Actor } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { attachFiles } from '../../../register/attachment/index.ts'
import type { EnforcementRow } from '../enforcement.repository.ts'
import type { StepInput } from '../step-input.ts'
import { evidenceOf } from './evidence-of-step.ts'
import type { EvidenceKind } from './evidence-kinds.ts'
import { insertEvidence } from './evidence.repository.ts'

/** Files of one kind that somebody hands in with a step. */
export interface GivenEvidence {
  readonly kind: EvidenceKind
  readonly files: readonly string[]
}

/** The kinds of which there is a file at least. */
export const kindsGiven = (evidence: readonly GivenEvidence[]): EvidenceKind[] =>
  evidence.filter(({ files }) => files.length > 0).map(({ kind }) => kind)

/** Throws BAD_USER_INPUT for a kind that the step has no use for, or that comes twice. */
export function requireFitting(input: StepInput, evidence: readonly GivenEvidence[]): void {
  const kinds = kindsGiven(evidence)
  const strange = kinds.find((kind, at) => !evidenceOf(input).takes.includes(kind) || kinds.indexOf(kind) !== at)
  if (strange) throw badInput('evidence', `${strange} is not evidence of this step, or was given twice.`)
}

/** Keeps what came with a step, in its transaction: each kind is one entry with its files. */
export async function keepEvidence(
  platform: Platform,
  actor: Actor,
  { row, revision, event }: { row: EnforcementRow; revision: number; event: StepInput['event'] },
  evidence: readonly GivenEvidence[],
): Promise<void> {
  const given = evidence.filter(({ files }) => files.length > 0)
  if (given.length === 0) return
  if (actor.kind === 'SYSTEM') throw badInput('evidence', 'No job hands in files.')
  const entries = given.map(({ kind, files }) => ({ id: randomUUID(), kind, files }))
  await insertEvidence(
    platform,
    entries.map(({ id, kind }) => ({
      id,
      caseId: row.id,
      revision,
      event,
      kind,
      handedInBy: actor.kind === 'PARTNER' ? actor.partnerKind : actor.kind,
      handedInAt: platform.clock.now(),
    })),
  )
  for (const { id, files } of entries)
    await attachFiles(platform, actor, {
      field: 'evidence',
      ids: files,
      // Not listed with the unit's own files: who may see it depends on what it is.
      subject: { kind: 'ENFORCEMENT_EVIDENCE', id, employerId: null },
      retention: 'CASE_EVIDENCE',
    })
}

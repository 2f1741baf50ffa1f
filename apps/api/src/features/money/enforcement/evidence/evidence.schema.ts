import { oneOf } from '@shebao/kernel'
import { builder } from '../../../../graphql/builder.ts'
import { AttachmentType, filesOf } from '../../../register/attachment/index.ts'
import type { WithFiles } from '../../../register/attachment/index.ts'
import { enforcementEvents } from '../enforcement.lifecycle.ts'
import type { EnforcementStep } from '../enforcement.lifecycle.ts'
import { EnforcementEventEnum, EnforcementSignedStepEnum } from '../enforcement-enums.schema.ts'
import { evidenceKinds } from './evidence-kinds.ts'
import { evidenceOfEvent, evidenceOfPaper } from './evidence-of-step.ts'
import type { EvidenceKind } from './evidence-kinds.ts'
import type { EvidenceRow } from './evidence.repository.ts'
import type { SignedStep } from '../paper-draft.ts'

export const EvidenceKindEnum = builder.enumType('EnforcementEvidenceKind', {
  description: 'What a scan that came with a step shows.',
  values: evidenceKinds,
})

export const EvidenceType = builder.objectRef<WithFiles<EvidenceRow>>('EnforcementEvidence').implement({
  description: 'Scans of one kind that came with a step.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: EvidenceKindEnum, resolve: ({ kind }) => oneOf(evidenceKinds, kind, 'evidence') }),
    event: t.field({
      type: EnforcementEventEnum,
      description: 'The step that they came with.',
      resolve: ({ event }) => oneOf(enforcementEvents, event, 'event'),
    }),
    step: t.exposeInt('revision', { description: 'Which of the story, counted from its opening, which is 0.' }),
    files: t.field({
      type: [AttachmentType],
      resolve: async (row, _args, { platform }) => [...(await filesOf(platform, 'ENFORCEMENT_EVIDENCE', row))],
    }),
  }),
})

/** What a step, or a paper to prepare, takes of evidence and needs. */
interface Wanted {
  event: EnforcementStep
  paper?: SignedStep
}
export const EvidenceWantedType = builder
  .objectRef<Wanted & { kind: EvidenceKind; needed: boolean }>('EnforcementEvidenceWanted')
  .implement({
    description: 'A kind of evidence that a step takes.',
    fields: (t) => ({
      event: t.expose('event', { type: EnforcementEventEnum }),
      paper: t.field({
        type: EnforcementSignedStepEnum,
        nullable: true,
        description: 'Of PREPARE_PAPER: for which paper.',
        resolve: ({ paper }) => paper ?? null,
      }),
      kind: t.expose('kind', { type: EvidenceKindEnum }),
      needed: t.exposeBoolean('needed', { description: 'It is not taken without.' }),
    }),
  })

/** For the steps and papers that somebody may take now. */
export function evidenceWanted(events: readonly EnforcementStep[], papers: readonly SignedStep[]) {
  const of = (wanted: Wanted, { takes, needs }: ReturnType<typeof evidenceOfEvent>) =>
    takes.map((kind) => ({ ...wanted, kind, needed: needs.includes(kind) }))
  return events.flatMap((event) =>
    event === 'PREPARE_PAPER'
      ? papers.flatMap((paper) => of({ event, paper }, evidenceOfPaper(paper)))
      : of({ event }, evidenceOfEvent(event)),
  )
}

/** With a step. */
export const EvidenceInput = builder.inputType('EnforcementEvidenceInput', {
  fields: (t) => ({
    kind: t.field({ type: EvidenceKindEnum, required: true }),
    files: t.idList({ required: true, description: 'Of files that the asker handed in: at most 20.' }),
  }),
})

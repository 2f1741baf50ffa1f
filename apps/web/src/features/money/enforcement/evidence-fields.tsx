import type { Control } from 'react-hook-form'
import { FilesField, idsOf, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'
import { evidenceWords } from './evidence-words.ts'
import type { OfferedStep } from './offered-steps.ts'
import { stepWords } from './step-words.ts'

type Wanted = NonNullable<EnforcementCaseQuery['enforcementCase']>['evidenceWanted'][number]
export type GivenEvidence = Readonly<Record<string, readonly GivenFile[] | undefined>>

/** Scans that a step has room for, those that it is not taken without first. */
export const wantedOf = (
  { evidenceWanted }: NonNullable<EnforcementCaseQuery['enforcementCase']>,
  { event, paper }: OfferedStep,
): readonly Wanted[] =>
  evidenceWanted
    .filter((wanted) => wanted.event === event && wanted.paper === (paper ?? null))
    .toSorted((a, b) => Number(b.needed) - Number(a.needed))

const nameOf = (kind: Wanted['kind']) => `evidence.${kind}`

export function EvidenceFields({ control, wanted }: { control: Control; wanted: readonly Wanted[] }) {
  const t = useMessages(evidenceWords)
  const words = useMessages(stepWords)
  return wanted.map(({ kind, needed }) => (
    <FilesField
      key={kind}
      control={control}
      name={nameOf(kind)}
      label={t('scan', { kind: t(kind) })}
      {...(needed ? {} : { hint: words('optional') })}
    />
  ))
}

/** What is not right about the scans of a step, each under its field. What was handed in with a paper before need not come again. */
export function useEvidenceCheck() {
  const check = useFilesCheck()
  return (wanted: readonly Wanted[], given: GivenEvidence, again: boolean): Record<string, string | undefined> =>
    Object.fromEntries(
      wanted.map(({ kind, needed }) => [nameOf(kind), check(given[kind] ?? [], { required: needed && !again })]),
    )
}

/** As the contract takes them; nothing where none was given. */
export function evidenceInput(wanted: readonly Wanted[], given: GivenEvidence) {
  const evidence = wanted
    .map(({ kind }) => ({ kind, files: idsOf(given[kind] ?? []) }))
    .filter(({ files }) => files.length > 0)
  return evidence.length === 0 ? {} : { evidence }
}

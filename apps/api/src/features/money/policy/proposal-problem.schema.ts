import { warningKey } from '@shebao/premium'
import type { ProposalProblem } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listAcceptedWarnings } from './accepted-warning.repository.ts'
import type { AcceptedWarning } from './accepted-warning.repository.ts'
import { listAccountNames } from './proposal.repository.ts'

const SeverityEnum = builder.enumType('ProposalProblemSeverity', {
  description: 'An error keeps the proposal from being simulated and published; a warning does not.',
  values: ['error', 'warning'] as const,
})

export const ProblemType = builder.objectRef<ProposalProblem>('ProposalProblem').implement({
  description: 'One thing to know about a proposal; the rules are those of the premium package.',
  fields: (t) => ({
    severity: t.expose('severity', { type: SeverityEnum }),
    row: t.exposeInt('row', { nullable: true, description: 'Counted from 1; null for the proposal as a whole.' }),
    field: t.exposeString('field', { nullable: true }),
    key: t.string({
      nullable: true,
      description:
        'Of a warning: what answers it when the proposal is published. Another state of things has other keys.',
      resolve: (problem) => (problem.severity === 'warning' ? warningKey(problem) : null),
    }),
    code: t.exposeString('code'),
    params: t.field({ type: 'JSON', description: 'Values of the message, by name.', resolve: ({ params }) => params }),
  }),
})

export const AcceptedWarningType = builder
  .objectRef<AcceptedWarning & { name: string | null }>('AcceptedProposalWarning')
  .implement({
    description: 'A warning that whoever published the proposal answered by name. Kept for good.',
    fields: (t) => ({
      code: t.exposeString('code'),
      row: t.exposeInt('row', { nullable: true, description: 'Counted from 1.' }),
      field: t.exposeString('field', { nullable: true }),
      params: t.field({
        type: 'JSON',
        description: 'Values of the message, by name.',
        resolve: ({ params }) => params,
      }),
      acceptedBy: t.string({ nullable: true, resolve: ({ name }) => name }),
      acceptedAt: t.field({ type: 'DateTime', resolve: ({ acceptedAt }) => acceptedAt }),
    }),
  })

/** With the names of who answered them. */
export async function readAcceptedWarnings(platform: Platform, proposalId: string) {
  const warnings = await listAcceptedWarnings(platform, proposalId)
  const names = await listAccountNames(platform, [...new Set(warnings.map(({ acceptedBy }) => acceptedBy))])
  return warnings.map((warning) => ({ ...warning, name: names.get(warning.acceptedBy) ?? null }))
}

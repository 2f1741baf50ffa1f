import { builder } from '../../../graphql/builder.ts'
import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { deriveSimulated } from './derive-simulated.ts'
import type { SimulatedFigure } from './derive-simulated.ts'
import { readProposal } from './read-proposal.ts'
import type { Platform } from '../../../platform/platform.ts'

const permission = 'proposal:read'
const onlyDerivable = 'Nothing where the simulation is not `derivable`. Staff.'

const MomentEnum = builder.enumType('SimulatedMoment', {
  description: 'As the month was billed, and as it would be with the proposed rows.',
  values: { BEFORE: { value: 'before' }, AFTER: { value: 'after' } } as const,
})

async function derive(platform: Platform, proposalId: string, figure: SimulatedFigure) {
  const { simulation } = await readProposal(platform, proposalId)
  return derived(simulation && deriveSimulated(simulation, figure))
}

const TotalInput = builder.inputType('SimulatedTotalDerivation', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    moment: t.field({ type: MomentEnum, required: true }),
  }),
})
addDerivationSubject<typeof TotalInput.$inferInput>('simulatedTotal', {
  input: (t) => t.field({ type: TotalInput, description: `TOTAL by insurance and side. ${onlyDerivable}` }),
  permission,
  complexity: 40,
  derive: (platform, _viewer, { proposalId, moment }) => derive(platform, proposalId, { of: 'TOTAL', moment }),
})

const ShareInput = builder.inputType('SimulatedShareDerivation', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    moment: t.field({ type: MomentEnum, required: true }),
    side: t.string({ required: true, description: 'EMPLOYER or PERSONAL.' }),
    insurance: t.field({ type: InsuranceEnum, required: true }),
  }),
})
addDerivationSubject<typeof ShareInput.$inferInput>('simulatedShare', {
  input: (t) =>
    t.field({
      type: ShareInput,
      description: `NOTICE_SHARE by people at the floor, between the limits and at the ceiling (work injury: by class first), with the rows they rest on. ${onlyDerivable}`,
    }),
  permission,
  complexity: 40,
  derive: (platform, _viewer, { proposalId, ...share }) => derive(platform, proposalId, { of: 'SHARE', ...share }),
})

const EmployerInput = builder.inputType('SimulatedEmployerDerivation', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    moment: t.field({ type: MomentEnum, required: true }),
    employerId: t.id({ required: true, description: 'One of the ten with the largest changes.' }),
  }),
})
addDerivationSubject<typeof EmployerInput.$inferInput>('simulatedEmployer', {
  input: (t) =>
    t.field({
      type: EmployerInput,
      description: `TOTAL by insurance and side, each as in \`simulatedShare\`. ${onlyDerivable}`,
    }),
  permission,
  complexity: 40,
  derive: (platform, _viewer, { proposalId, ...unit }) => derive(platform, proposalId, { of: 'EMPLOYER', ...unit }),
})

const ChangeInput = builder.inputType('SimulatedChangeDerivation', {
  fields: (t) => ({
    proposalId: t.id({ required: true }),
    place: t.int({ required: true, description: 'From 0, as `bins` lists them.' }),
  }),
})
addDerivationSubject<typeof ChangeInput.$inferInput>('simulatedChange', {
  input: (t) => t.field({ type: ChangeInput, description: `CHANGE by insurance and side. ${onlyDerivable}` }),
  permission,
  complexity: 40,
  derive: (platform, _viewer, { proposalId, place }) => derive(platform, proposalId, { of: 'CHANGE', place }),
})

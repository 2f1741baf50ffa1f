import { fen } from '@shebao/kernel'
import type { ChangeBin, EmployerChange, ShareTally } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { derivableTally } from './simulation-record.ts'
import type { SimulatedExample, SimulationRecord, UnbillableUnit } from './simulation-record.ts'

const ShareType = builder.objectRef<ShareTally>('SimulatedShare').implement({
  description: 'One insurance and side over all people, as billed and as simulated, in fen.',
  fields: (t) => ({
    side: t.exposeString('side', { description: 'EMPLOYER or PERSONAL.' }),
    insurance: t.expose('insurance', { type: InsuranceEnum }),
    before: t.field({ type: 'Fen', resolve: ({ before }) => fen(before) }),
    after: t.field({ type: 'Fen', resolve: ({ after }) => fen(after) }),
    more: t.exposeInt('more', { description: 'People who would pay more in it.' }),
    less: t.exposeInt('less', { description: 'People who would pay less in it.' }),
  }),
})

const BinType = builder.objectRef<ChangeBin>('SimulatedChange').implement({
  description: 'People whose month changes by this much, in fen; 0 to 0 is no change, null is without end.',
  fields: (t) => ({
    from: t.field({ type: 'Fen', nullable: true, resolve: ({ from }) => (from === null ? null : fen(from)) }),
    to: t.field({ type: 'Fen', nullable: true, resolve: ({ to }) => (to === null ? null : fen(to)) }),
    people: t.exposeInt('people'),
    amount: t.field({ type: 'Fen', description: 'What their changes come to.', resolve: ({ amount }) => fen(amount) }),
  }),
})

const EmployerType = builder.objectRef<EmployerChange & { name: string }>('SimulatedEmployer').implement({
  description: 'A unit whose month would change, in fen.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    name: t.exposeString('name'),
    people: t.exposeInt('people'),
    before: t.field({ type: 'Fen', resolve: ({ before }) => fen(before) }),
    after: t.field({ type: 'Fen', resolve: ({ after }) => fen(after) }),
  }),
})

const UnbillableType = builder.objectRef<UnbillableUnit>('UnbillableUnit').implement({
  description: 'A unit no premium could be worked out for under the proposal.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    name: t.exposeString('name'),
    people: t.exposeInt('people'),
    code: t.exposeString('code', { description: 'Such as UNIT_RATE_OUT_OF_CLASS.' }),
  }),
})

const ExampleType = builder.objectRef<SimulatedExample>('SimulatedExample').implement({
  personal: shown('READ_SIMULATION', ({ individualId }) => individualId),
  description: 'One person of the month, masked, with why the month costs what it costs, before and after.',
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description: 'MOST_MORE, MOST_LESS, or COMMON: one of the most frequent change.',
    }),
    nameMasked: t.exposeString('nameMasked'),
    idMasked: t.exposeString('idMasked'),
    employerName: t.exposeString('employerName'),
    before: t.field({ type: 'Fen', resolve: ({ before }) => fen(before) }),
    after: t.field({ type: 'Fen', resolve: ({ after }) => fen(after) }),
    explanationBefore: t.field({
      type: 'Explanation',
      resolve: (example) => example.explanationBefore,
    }),
    explanationAfter: t.field({
      type: 'Explanation',
      resolve: (example) => example.explanationAfter,
    }),
  }),
})

interface Simulated {
  proposal: ProposalRow
  record: SimulationRecord
}

export const SimulationType = builder.objectRef<Simulated>('PolicySimulation').implement({
  description:
    'The latest billed month as it was billed, and as it would be with the proposed rows: same people, same wages.',
  fields: (t) => ({
    run: t.string({
      description: 'Names the attempt: handed back to go on with it.',
      resolve: ({ record }) => record.run,
    }),
    done: t.boolean({ resolve: ({ record }) => record.done }),
    current: t.boolean({
      description: 'Whether it is of the present rows.',
      resolve: ({ proposal }) => proposal.simulatedHash === proposal.rowsHash,
    }),
    derivable: t.boolean({
      description:
        'Whether its figures have explanations; false of one made before they were kept, and while one is running.',
      resolve: ({ record }) => record.done && derivableTally(record) !== undefined,
    }),
    period: t.field({
      type: 'Period',
      nullable: true,
      description: 'The month; null when the region has billed none.',
      resolve: ({ record }) => record.month,
    }),
    total: t.int({ description: 'People of the month.', resolve: ({ record }) => record.total }),
    people: t.int({ description: 'Counted so far.', resolve: ({ record }) => record.tally.people }),
    more: t.int({ description: 'People who would pay more.', resolve: ({ record }) => record.tally.more }),
    less: t.int({ description: 'People who would pay less.', resolve: ({ record }) => record.tally.less }),
    before: t.field({ type: 'Fen', resolve: ({ record }) => fen(record.tally.before) }),
    after: t.field({ type: 'Fen', resolve: ({ record }) => fen(record.tally.after) }),
    at: t.field({ type: 'DateTime', nullable: true, resolve: ({ proposal }) => proposal.simulatedAt }),
    shares: t.field({
      type: [ShareType],
      description: 'Those that anybody pays in, before or after.',
      resolve: ({ record }) => record.tally.shares.filter((share) => share.before !== 0 || share.after !== 0),
    }),
    bins: t.field({
      type: [BinType],
      complexity: 20,
      description: 'From the largest decrease to the largest increase.',
      resolve: ({ record }) => record.tally.bins,
    }),
    employers: t.field({
      type: [EmployerType],
      description: 'The ten largest changes, by size.',
      resolve: ({ record }) =>
        (record.done ? record.tally.employers : []).map((one) => ({
          ...one,
          name: record.employerNames[one.employerId] ?? one.employerId,
        })),
    }),
    examples: t.field({
      type: [ExampleType],
      // One of before it was kept whose it is: nobody could be told who looked at it.
      resolve: ({ record }) => record.examples.filter(({ individualId }) => individualId !== undefined),
    }),
    unbillable: t.field({
      type: [UnbillableType],
      description: 'The first ten.',
      resolve: ({ record }) => record.unbillable,
    }),
    unbillableUnits: t.int({ resolve: ({ record }) => record.unbillableUnits }),
    unbillablePeople: t.int({ resolve: ({ record }) => record.unbillablePeople }),
  }),
})

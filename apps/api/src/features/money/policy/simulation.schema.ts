import { fen } from '@shebao/kernel'
import {
  explainSimulatedBin,
  explainSimulatedEmployer,
  explainSimulatedShare,
  explainSimulatedTotal,
} from '@shebao/premium'
import type { ChangeBin, EmployerChange, Moment, ShareTally } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { explanationShape } from '../ledger/explanation-shape.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { derivableTally } from './simulation-record.ts'
import type { SimulatedExample, SimulationRecord, UnbillableUnit } from './simulation-record.ts'

/** A figure with the record that it follows from. */
type FigureOf<Figure> = Figure & { record: SimulationRecord }

const derivedBy = (parts: string) => `${parts} Null where the simulation is not \`derivable\`. ${explanationShape}`

function tallyToDerive({ record }: { record: SimulationRecord }) {
  return record.done ? derivableTally(record) : undefined
}

function deriveShare(share: FigureOf<ShareTally>, moment: Moment) {
  const tally = tallyToDerive(share)
  const place = share.record.tally.shares.findIndex(
    (one) => one.side === share.side && one.insurance === share.insurance,
  )
  return tally ? explainSimulatedShare(tally, moment, place) : null
}

const causesOfShare =
  'NOTICE_SHARE by people at the floor, between the limits and at the ceiling (work injury: by class first), with the rows they rest on.'

const ShareType = builder.objectRef<FigureOf<ShareTally>>('SimulatedShare').implement({
  description: 'One insurance and side over all people, as billed and as simulated, in fen.',
  fields: (t) => ({
    side: t.exposeString('side', { description: 'EMPLOYER or PERSONAL.' }),
    insurance: t.expose('insurance', { type: InsuranceEnum }),
    before: t.field({ type: 'Fen', resolve: ({ before }) => fen(before) }),
    after: t.field({ type: 'Fen', resolve: ({ after }) => fen(after) }),
    explanationBefore: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 10,
      description: derivedBy(causesOfShare),
      resolve: (share) => deriveShare(share, 'before'),
    }),
    explanationAfter: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 10,
      description: derivedBy(causesOfShare),
      resolve: (share) => deriveShare(share, 'after'),
    }),
    more: t.exposeInt('more', { description: 'People who would pay more in it.' }),
    less: t.exposeInt('less', { description: 'People who would pay less in it.' }),
  }),
})

const BinType = builder.objectRef<FigureOf<ChangeBin>>('SimulatedChange').implement({
  description: 'People whose month changes by this much, in fen; 0 to 0 is no change, null is without end.',
  fields: (t) => ({
    from: t.field({ type: 'Fen', nullable: true, resolve: ({ from }) => (from === null ? null : fen(from)) }),
    to: t.field({ type: 'Fen', nullable: true, resolve: ({ to }) => (to === null ? null : fen(to)) }),
    people: t.exposeInt('people'),
    amount: t.field({ type: 'Fen', description: 'What their changes come to.', resolve: ({ amount }) => fen(amount) }),
    explanation: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 10,
      description: derivedBy('CHANGE by insurance and side.'),
      resolve: (bin) => (tallyToDerive(bin) ? explainSimulatedBin(bin) : null),
    }),
  }),
})

function deriveEmployer(employer: FigureOf<EmployerChange>, moment: Moment) {
  const tally = tallyToDerive(employer)
  return tally ? explainSimulatedEmployer(tally, moment, employer) : null
}

const EmployerType = builder.objectRef<FigureOf<EmployerChange & { name: string }>>('SimulatedEmployer').implement({
  description: 'A unit whose month would change, in fen.',
  fields: (t) => ({
    employerId: t.exposeID('employerId'),
    name: t.exposeString('name'),
    people: t.exposeInt('people'),
    before: t.field({ type: 'Fen', resolve: ({ before }) => fen(before) }),
    after: t.field({ type: 'Fen', resolve: ({ after }) => fen(after) }),
    explanationBefore: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 10,
      description: derivedBy('TOTAL by insurance and side, each as in `SimulatedShare`.'),
      resolve: (employer) => deriveEmployer(employer, 'before'),
    }),
    explanationAfter: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 10,
      description: derivedBy('TOTAL by insurance and side, each as in `SimulatedShare`.'),
      resolve: (employer) => deriveEmployer(employer, 'after'),
    }),
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
      type: 'JSON',
      description: 'Explanation of the premium package.',
      resolve: (example) => example.explanationBefore,
    }),
    explanationAfter: t.field({
      type: 'JSON',
      description: 'Explanation of the premium package.',
      resolve: (example) => example.explanationAfter,
    }),
  }),
})

interface Simulated {
  proposal: ProposalRow
  record: SimulationRecord
}

function deriveTotal(simulation: Simulated, moment: Moment) {
  const tally = tallyToDerive(simulation)
  return tally ? explainSimulatedTotal(tally, moment) : null
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
      resolve: (simulation) => tallyToDerive(simulation) !== undefined,
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
    explanationBefore: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 40,
      description: derivedBy('TOTAL by insurance and side.'),
      resolve: (simulation) => deriveTotal(simulation, 'before'),
    }),
    explanationAfter: t.field({
      type: 'JSON',
      nullable: true,
      complexity: 40,
      description: derivedBy('TOTAL by insurance and side.'),
      resolve: (simulation) => deriveTotal(simulation, 'after'),
    }),
    at: t.field({ type: 'DateTime', nullable: true, resolve: ({ proposal }) => proposal.simulatedAt }),
    shares: t.field({
      type: [ShareType],
      description: 'Those that anybody pays in, before or after; `side` and `insurance` pick one.',
      args: { side: t.arg.string(), insurance: t.arg({ type: InsuranceEnum }) },
      resolve: ({ record }, { side, insurance }) =>
        record.tally.shares
          .filter((share) => share.before !== 0 || share.after !== 0)
          .filter((share) => (side ?? share.side) === share.side && (insurance ?? share.insurance) === share.insurance)
          .map((share) => ({ ...share, record })),
    }),
    bins: t.field({
      type: [BinType],
      complexity: 20,
      description: 'From the largest decrease to the largest increase; `place` (from 0) picks one.',
      args: { place: t.arg.int() },
      resolve: ({ record }, { place }) =>
        record.tally.bins.filter((_bin, index) => (place ?? index) === index).map((bin) => ({ ...bin, record })),
    }),
    employers: t.field({
      type: [EmployerType],
      description: 'The ten largest changes, by size; `employerId` picks one.',
      args: { employerId: t.arg.id() },
      resolve: ({ record }, { employerId }) =>
        (record.done ? record.tally.employers : [])
          .filter((one) => (employerId ?? one.employerId) === one.employerId)
          .map((one) => ({ ...one, name: record.employerNames[one.employerId] ?? one.employerId, record })),
    }),
    examples: t.field({ type: [ExampleType], resolve: ({ record }) => record.examples }),
    unbillable: t.field({
      type: [UnbillableType],
      description: 'The first ten.',
      resolve: ({ record }) => record.unbillable,
    }),
    unbillableUnits: t.int({ resolve: ({ record }) => record.unbillableUnits }),
    unbillablePeople: t.int({ resolve: ({ record }) => record.unbillablePeople }),
  }),
})

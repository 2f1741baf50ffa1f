import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { readWork, readWorkCounts, workKey } from './read-work.ts'
import type { WorkItem } from './read-work.ts'
import { assignmentOutcomes, releaseWork, takeWork } from './take-work.ts'
import type { AssignmentResult } from './take-work.ts'
import { isOfStaff } from './waiting-lifecycle.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'
import { workOwners, workSorts, workStandings } from './work.repository.ts'
import type { WorkCount } from './work.repository.ts'

/** `policy-proposal` as the contract writes it. */
const enumName = (text: string) => text.replaceAll('-', '_').toUpperCase()

/** The contract of what waits: its words are those of the status tables, so a further lifecycle is a further word. */
export function addWork(lifecycles: readonly WaitingLifecycle[]): void {
  const names = new Map(lifecycles.map(({ table }) => [table.lifecycle, enumName(table.lifecycle)]))
  const LifecycleEnum = builder.enumType('WorkLifecycle', {
    description: 'Each lifecycle whose cases wait for staff.',
    values: Object.fromEntries([...names].map(([value, name]) => [name, { value }])),
  })
  const steps = lifecycles.flatMap(({ table }) =>
    table.steps.filter(isOfStaff).map(({ event }) => enumName(`${table.lifecycle}_${event}`)),
  )
  const StepEnum = builder.enumType('WorkStep', {
    description: 'Each step that staff take, after its lifecycle.',
    values: [...new Set(steps)],
  })
  const StandingEnum = builder.enumType('WorkStanding', {
    description: 'SAME_PERSON: whoever asks took part before, so another person must. NOT_PERMITTED: another role’s.',
    values: workStandings,
  })
  const SortEnum = builder.enumType('WorkSort', { values: workSorts })
  const OwnerEnum = builder.enumType('WorkOwner', { values: workOwners })
  const ItemType = builder.objectRef<WorkItem>('WorkItem').implement({
    description: 'One case that waits for staff, with the step that waits.',
    fields: (t) => ({
      id: t.id({
        description: 'Unique among all that waits.',
        resolve: ({ lifecycle, caseId }) => `${lifecycle} ${caseId}`,
      }),
      lifecycle: t.field({ type: LifecycleEnum, resolve: ({ lifecycle }) => lifecycle }),
      caseId: t.exposeID('caseId'),
      state: t.exposeString('state'),
      revision: t.exposeInt('revision', { description: 'What would be decided on, where a case has versions.' }),
      step: t.field({ type: StepEnum, resolve: ({ lifecycle, event }) => enumName(`${lifecycle}_${event}`) }),
      standing: t.field({ type: StandingEnum, resolve: ({ standing }) => standing }),
      number: t.exposeString('number', { nullable: true }),
      employerId: t.exposeID('employerId', { nullable: true }),
      employerName: t.exposeString('employerName', { nullable: true }),
      subject: t.exposeString('subject', { nullable: true, description: 'The person, masked, or the title.' }),
      since: t.field({ type: 'DateTime', resolve: ({ since }) => since }),
      waitingDays: t.exposeInt('waitingDays'),
      dueOn: t.field({ type: 'Date', nullable: true, resolve: ({ dueOn }) => dueOn }),
      amount: t.field({
        type: 'Fen',
        nullable: true,
        resolve: ({ amount }) => (amount === null ? null : fen(Number(amount))),
      }),
      quantity: t.exposeInt('quantity', { nullable: true, description: 'People, open items or problems.' }),
      ownerName: t.exposeString('ownerName', { nullable: true }),
      mine: t.exposeBoolean('mine', { description: 'Taken by whoever asks.' }),
    }),
  })
  const Connection = builder.connectionObject({ type: ItemType, name: 'WorkConnection' })
  const CountType = builder.objectRef<WorkCount>('WorkCount').implement({
    fields: (t) => ({
      lifecycle: t.field({ type: LifecycleEnum, resolve: ({ lifecycle }) => lifecycle }),
      mine: t.exposeInt('mine', { description: 'Whose next step is of whoever asks.' }),
      taken: t.exposeInt('taken', { description: 'Taken by whoever asks.' }),
      barred: t.exposeInt('barred', { description: 'Four eyes keep whoever asks from the next step.' }),
      others: t.exposeInt('others', { description: 'The next step is another role’s.' }),
    }),
  })
  const OutcomeEnum = builder.enumType('AssignmentOutcome', {
    description: 'OWNED: a colleague has it. MOVED_ON: it waits no longer, or in another state than was seen.',
    values: assignmentOutcomes,
  })
  const ResultType = builder.objectRef<AssignmentResult>('AssignmentResult').implement({
    fields: (t) => ({
      outcome: t.field({ type: OutcomeEnum, resolve: ({ outcome }) => outcome }),
      item: t.field({ type: ItemType, nullable: true, resolve: ({ item }) => item ?? null }),
    }),
  })

  builder.queryFields((t) => ({
    work: t.field({
      type: Connection,
      complexity: 200,
      authScopes: { may: 'work:read' },
      description: 'What waits for staff across all desks; 50 at a time unless `first` (1-100) says otherwise.',
      args: {
        lifecycle: t.arg({ type: LifecycleEnum }),
        standing: t.arg({ type: StandingEnum }),
        owner: t.arg({ type: OwnerEnum, defaultValue: 'ANYBODY' }),
        sort: t.arg({ type: SortEnum, defaultValue: 'LONGEST' }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: async (_root, args, { platform, viewer }) =>
        keysetPage(await readWork(platform, viewer, lifecycles, args), args, workKey(args.sort ?? 'LONGEST')),
    }),
    workCounts: t.field({
      type: [CountType],
      complexity: 50,
      authScopes: { may: 'work:read' },
      description: 'How much waits in each lifecycle, in one count; one in which nothing waits is absent.',
      resolve: (_root, _args, { platform, viewer }) => readWorkCounts(platform, viewer, lifecycles),
    }),
  }))

  builder.mutationFields((t) => {
    const order = {
      lifecycle: t.arg({ type: LifecycleEnum, required: true }),
      caseId: t.arg.id({ required: true }),
      state: t.arg.string({ required: true, description: 'In which it was seen.' }),
    }
    return {
      takeWork: t.field({
        type: ResultType,
        authScopes: { may: 'work:take' },
        description: 'Makes a waiting case that nobody has the asker’s. Nobody is locked out by it.',
        args: order,
        resolve: (_root, given, { platform, viewer, origin }) =>
          takeWork(platform, viewer, lifecycles, { ...given, origin }),
      }),
      releaseWork: t.field({
        type: ResultType,
        authScopes: { may: 'work:take' },
        description: 'Gives a case back to everybody; the head also for a colleague.',
        args: order,
        resolve: (_root, given, { platform, viewer, origin }) =>
          releaseWork(platform, viewer, lifecycles, { ...given, origin }),
      }),
    }
  })
}

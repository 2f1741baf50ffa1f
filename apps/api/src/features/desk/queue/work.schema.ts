import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { shown } from '../../../graphql/personal.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { readWork, readWorkCounts, workKey } from './read-work.ts'
import type { WorkItem } from './read-work.ts'
import { assignWork, readColleagues } from './assign-work.ts'
import type { Colleague } from './assign-work.ts'
import { assignmentOutcomes, releaseWork, takeOverWork, takeWork } from './take-work.ts'
import type { AssignmentResult } from './take-work.ts'
import { isOfStaff, workStandings } from './waiting-lifecycle.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'
import { workOwners, workSorts } from './work.repository.ts'
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
  const OwnerEnum = builder.enumType('WorkOwner', {
    description: 'STALE: taken, and left lying for longer than the office allows.',
    values: workOwners,
  })
  const ItemType = builder.objectRef<WorkItem>('WorkItem').implement({
    personal: shown('READ_WORK', ({ individualId }) => individualId),
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
      overdue: t.exposeBoolean('overdue', { description: 'Its last day has passed.' }),
      ownerId: t.exposeID('ownerId', { nullable: true }),
      ownerName: t.exposeString('ownerName', { nullable: true }),
      givenBecause: t.exposeString('givenBecause', { nullable: true, description: 'Why it was assigned.' }),
      stale: t.exposeBoolean('stale', { description: 'Whoever can take its next step may take it over.' }),
      standIn: t.exposeBoolean('standIn', { description: 'Its owner is away, and the asker stands in.' }),
      ruleNumber: t.exposeInt('ruleNumber', { nullable: true, description: 'Of the rule that gave it.' }),
      inTurn: t.exposeBoolean('inTurn', { nullable: true, description: 'Given by a rule whose people take turns.' }),
      districtId: t.exposeID('districtId', { nullable: true, description: 'The office whose employer it is.' }),
      elsewhere: t.exposeBoolean('elsewhere', {
        description: 'Another district office’s, and the asker is not lent there.',
      }),
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
      overdue: t.exposeInt('overdue', { description: 'Of `mine`, those whose last day has passed.' }),
      stale: t.exposeInt('stale', { description: 'Taken and left lying, whoever takes the next step.' }),
      standIn: t.exposeInt('standIn', {
        description: 'Of colleagues who are away and for whom whoever asks stands in.',
      }),
    }),
  })
  const OutcomeEnum = builder.enumType('AssignmentOutcome', {
    description:
      'OWNED: a colleague has it. MOVED_ON: it waits no longer, or in another state than was seen. MAY_NOT: whoever would have it may not take its next step.',
    values: assignmentOutcomes,
  })
  const ResultType = builder.objectRef<AssignmentResult>('AssignmentResult').implement({
    fields: (t) => ({
      outcome: t.field({ type: OutcomeEnum, resolve: ({ outcome }) => outcome }),
      item: t.field({ type: ItemType, nullable: true, resolve: ({ item }) => item ?? null }),
    }),
  })

  const ColleagueType = builder.objectRef<Colleague>('WorkColleague').implement({
    description: 'A member of staff, as they stand to one waiting case.',
    fields: (t) => ({
      accountId: t.exposeID('account'),
      name: t.exposeString('name'),
      standing: t.field({ type: StandingEnum, resolve: ({ standing }) => standing }),
      inHand: t.exposeInt('inHand', { description: 'Waiting cases that are theirs already.' }),
    }),
  })

  builder.queryFields((t) => ({
    workColleagues: t.field({
      type: [ColleagueType],
      complexity: 100,
      authScopes: { may: 'work:assign' },
      description: 'Everybody who handles cases, and whether they may take the next step of this one.',
      args: {
        lifecycle: t.arg({ type: LifecycleEnum, required: true }),
        caseId: t.arg.id({ required: true }),
      },
      resolve: (_root, args, { platform, viewer }) => readColleagues(platform, viewer, lifecycles, args),
    }),
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
        district: t.arg.id({ description: 'Only what is of this office’s employers.' }),
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
      args: { district: t.arg.id({ description: 'Only of this office’s employers.' }) },
      resolve: (_root, { district }, { platform, viewer }) => readWorkCounts(platform, viewer, lifecycles, district),
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
      takeOverWork: t.field({
        type: ResultType,
        authScopes: { may: 'work:take' },
        description: 'Makes what a colleague left lying the asker’s, who must be able to take its next step.',
        args: { ...order, owner: t.arg.id({ required: true, description: 'Whose it was seen to be.' }) },
        resolve: (_root, given, { platform, viewer, origin }) =>
          takeOverWork(platform, viewer, lifecycles, { ...given, origin }),
      }),
      assignWork: t.field({
        type: ResultType,
        authScopes: { may: 'work:assign' },
        description: 'Gives a waiting case to a colleague who can take its next step.',
        args: {
          ...order,
          accountId: t.arg.id({ required: true }),
          owner: t.arg.id({ description: 'Whose it was seen to be; nothing for nobody’s.' }),
          reason: t.arg.string({ required: true, description: '4 to 200 characters.' }),
        },
        resolve: (_root, { owner, ...given }, { platform, viewer, origin }) =>
          assignWork(platform, viewer, lifecycles, { ...given, owner: owner ?? undefined, origin }),
      }),
    }
  })
}

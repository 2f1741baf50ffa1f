import { fen } from '@shebao/kernel'
import { builder } from '../../../graphql/builder.ts'
import { suspensionGrounds, terminationGrounds } from './paper-draft.ts'
import { findingGrounds, serviceWays } from './standing.ts'
import type { Paper, Standing } from './standing.ts'

/** What a case holds, piece by piece as the steps left it. */

export const FindingGroundEnum = builder.enumType('EnforcementFindingGround', {
  description:
    'DECLARED_UNPAID: declared and not paid. NOT_DECLARED. DECLARED_SHORT: declared, but too little. CONCEALED: people or bases were concealed (M20 16).',
  values: findingGrounds,
})
export const ServiceWayEnum = builder.enumType('EnforcementServiceWay', {
  description: 'In person, left with witnesses, by post, by announcement, or as an electronic document.',
  values: serviceWays,
})
export const GuaranteeKindEnum = builder.enumType('EnforcementGuaranteeKind', {
  values: ['MORTGAGE', 'PLEDGE'] as const,
})
export const StopGroundEnum = builder.enumType('EnforcementStopGround', {
  description:
    'Of a suspension: HARDSHIP, THIRD_PARTY_CLAIM (ACL 39). Of a termination: DEBTOR_ENDED without assets, DECISION_REVOKED (ACL 40).',
  values: [...suspensionGrounds, ...terminationGrounds] as const,
})

type Service = NonNullable<Paper['service']>
export const ServiceType = builder.objectRef<Service>('EnforcementService').implement({
  description: 'That a paper was served (送达回证).',
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    way: t.expose('way', { type: ServiceWayEnum }),
    to: t.exposeString('to'),
  }),
})
const TermType = builder.objectRef<Paper & { late?: boolean }>('EnforcementTerm').implement({
  description: 'A paper with a term that runs from its service.',
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(amount) }),
    termDays: t.exposeInt('termDays', { description: 'Working days.' }),
    service: t.field({ type: ServiceType, nullable: true, resolve: ({ service }) => service ?? null }),
    endsOn: t.field({ type: 'Date', nullable: true, resolve: ({ endsOn }) => endsOn ?? null }),
    late: t.boolean({ description: 'Signed after its own limit.', resolve: ({ late = false }) => late }),
  }),
})
type Query = NonNullable<Standing['query']>
const ReplyType = builder.objectRef<Query['replies'][number]>('EnforcementBankReply').implement({
  fields: (t) => ({
    bankId: t.exposeID('bankId'),
    accountMasked: t.exposeString('accountMasked', { nullable: true, description: 'Null: it keeps none of the unit.' }),
    balance: t.field({ type: 'Fen', resolve: ({ balance }) => fen(balance) }),
    asOf: t.field({ type: 'Date', resolve: ({ asOf }) => asOf }),
    reference: t.exposeString('reference'),
  }),
})
export const BankType = builder.objectRef<Query['banks'][number]>('EnforcementBank').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
})
const AssetType = builder
  .objectRef<{ description: string; place?: string; value: number }>('EnforcementAsset')
  .implement({
    description: 'Something of the debtor’s, as it is known or was seized.',
    fields: (t) => ({
      description: t.exposeString('description'),
      place: t.string({ nullable: true, resolve: ({ place }) => place ?? null }),
      value: t.field({ type: 'Fen', resolve: ({ value }) => fen(value) }),
    }),
  })
const InstalmentType = builder.objectRef<{ dueOn: string; amount: number }>('EnforcementInstalment').implement({
  fields: (t) => ({
    dueOn: t.field({ type: 'Date', resolve: ({ dueOn }) => dueOn }),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(amount) }),
  }),
})
type Guarantee = NonNullable<Standing['deferral']>['guarantee']
const GuaranteeType = builder.objectRef<Guarantee>('EnforcementGuarantee').implement({
  fields: (t) => ({
    kind: t.expose('kind', { type: GuaranteeKindEnum }),
    object: t.exposeString('object'),
    value: t.field({ type: 'Fen', resolve: ({ value }) => fen(value) }),
    registrationNo: t.exposeString('registrationNo'),
    valuationNo: t.exposeString('valuationNo'),
  }),
})

/** What was prepared and waits for the head: of the fields those that its step has. */
export const DraftType = builder.objectRef<NonNullable<Standing['draft']>>('EnforcementDraft').implement({
  description: 'A paper that waits for the head’s signature; what its step has no use for is null.',
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    step: t.string({ description: 'The event that signs it.', resolve: ({ paper }) => paper.step }),
    banks: t.field({
      type: [BankType],
      nullable: true,
      resolve: ({ paper }) => ('banks' in paper ? paper.banks : null),
    }),
    bankId: t.id({ nullable: true, resolve: ({ paper }) => ('bankId' in paper ? paper.bankId : null) }),
    facts: t.string({ nullable: true, resolve: ({ paper }) => ('facts' in paper ? paper.facts : null) }),
    other: t.string({ nullable: true, resolve: ({ paper }) => ('other' in paper ? paper.other : null) }),
    guarantee: t.field({
      type: GuaranteeType,
      nullable: true,
      resolve: ({ paper }) => ('guarantee' in paper ? paper.guarantee : null),
    }),
    instalments: t.field({
      type: [InstalmentType],
      nullable: true,
      resolve: ({ paper }) => ('instalments' in paper ? paper.instalments : null),
    }),
    assets: t.field({
      type: [AssetType],
      nullable: true,
      resolve: ({ paper }) => ('assets' in paper ? paper.assets : null),
    }),
    ground: t.field({
      type: StopGroundEnum,
      nullable: true,
      resolve: ({ paper }) => ('ground' in paper ? paper.ground : null),
    }),
    documentNo: t.string({ nullable: true, resolve: ({ paper }) => ('documentNo' in paper ? paper.documentNo : null) }),
    explanation: t.string({
      nullable: true,
      resolve: ({ paper }) => ('explanation' in paper ? paper.explanation : null),
    }),
  }),
})

type Piece<Key extends keyof Standing> = NonNullable<Standing[Key]>
const FindingType = builder.objectRef<Piece<'finding'>>('EnforcementFinding').implement({
  fields: (t) => ({
    ground: t.expose('ground', { type: FindingGroundEnum }),
    text: t.exposeString('text'),
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
  }),
})
const QueryType = builder.objectRef<Query>('EnforcementAccountQuery').implement({
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    banks: t.field({ type: [BankType], resolve: ({ banks }) => banks }),
    replies: t.field({ type: [ReplyType], resolve: ({ replies }) => replies }),
  }),
})
const DefenceType = builder.objectRef<Standing['defences'][number]>('EnforcementDefence').implement({
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    text: t.exposeString('text'),
    answer: t.string({ nullable: true, resolve: ({ answer }) => answer ?? null }),
    upheld: t.boolean({ nullable: true, resolve: ({ upheld }) => upheld ?? null }),
  }),
})
const DecisionType = builder.objectRef<Piece<'decision'>>('EnforcementDecision').implement({
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    amount: t.field({ type: 'Fen', resolve: ({ amount }) => fen(amount) }),
    reasons: t.exposeString('reasons'),
    service: t.field({ type: ServiceType, nullable: true, resolve: ({ service }) => service ?? null }),
  }),
})
const DeferralType = builder.objectRef<Piece<'deferral'>>('EnforcementDeferral').implement({
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    guarantee: t.field({ type: GuaranteeType, resolve: ({ guarantee }) => guarantee }),
    instalments: t.field({ type: [InstalmentType], resolve: ({ instalments }) => instalments }),
    released: t.exposeBoolean('released', { description: 'While it is not, no court is asked (SIL 63).' }),
    breachedOn: t.field({ type: 'Date', nullable: true, resolve: ({ breachedOn }) => breachedOn ?? null }),
  }),
})
const CourtType = builder.objectRef<Piece<'court'>>('EnforcementCourt').implement({
  fields: (t) => ({
    appliedOn: t.field({ type: 'Date', resolve: ({ appliedOn }) => appliedOn }),
    assets: t.field({ type: [AssetType], resolve: ({ assets }) => assets }),
    acceptedOn: t.field({ type: 'Date', nullable: true, resolve: ({ acceptedOn }) => acceptedOn ?? null }),
    ruledOn: t.field({ type: 'Date', nullable: true, resolve: ({ ruledOn }) => ruledOn ?? null }),
    documentNo: t.string({ nullable: true, resolve: ({ documentNo }) => documentNo ?? null }),
    reasons: t.string({ nullable: true, resolve: ({ reasons }) => reasons ?? null }),
    late: t.exposeBoolean('late', { description: 'The court took longer than ACL 56-58 give it.' }),
  }),
})
const SeizureType = builder.objectRef<Piece<'seizure'>>('EnforcementSeizure').implement({
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    items: t.field({ type: [AssetType], resolve: ({ items }) => items }),
    releasedOn: t.field({ type: 'Date', nullable: true, resolve: ({ releasedOn }) => releasedOn ?? null }),
  }),
})
const DistributionType = builder.objectRef<Piece<'distribution'>>('EnforcementDistribution').implement({
  description: 'Where what was sold went: proceeds = costs + offset + surplus.',
  fields: (t) => ({
    on: t.field({ type: 'Date', resolve: ({ on }) => on }),
    proceeds: t.field({ type: 'Fen', resolve: ({ proceeds }) => fen(proceeds) }),
    costs: t.field({ type: 'Fen', resolve: ({ costs }) => fen(costs) }),
    offset: t.field({ type: 'Fen', description: 'Counted against the debt.', resolve: ({ offset }) => fen(offset) }),
    surplus: t.field({ type: 'Fen', description: 'Returned to the debtor.', resolve: ({ surplus }) => fen(surplus) }),
  }),
})
const StopType = builder
  .objectRef<{ on: string; ground: string; text: string; documentNo?: string }>('EnforcementStop')
  .implement({
    fields: (t) => ({
      on: t.field({ type: 'Date', resolve: ({ on }) => on }),
      ground: t.exposeString('ground', { description: 'An EnforcementStopGround, or SUSPENDED_THREE_YEARS (ACL 39).' }),
      text: t.exposeString('text'),
      documentNo: t.string({ nullable: true, resolve: ({ documentNo }) => documentNo ?? null }),
    }),
  })
const TakenType = builder.objectRef<Standing['taken']>('EnforcementTaken').implement({
  description: 'What came since the case was opened, by each way.',
  fields: (t) => ({
    paid: t.field({ type: 'Fen', resolve: ({ paid }) => fen(paid) }),
    allocated: t.field({ type: 'Fen', resolve: ({ allocated }) => fen(allocated) }),
    realised: t.field({ type: 'Fen', description: 'From a guarantee.', resolve: ({ realised }) => fen(realised) }),
    offset: t.field({ type: 'Fen', description: 'From an auction.', resolve: ({ offset }) => fen(offset) }),
  }),
})

export const StandingType = builder.objectRef<Standing>('EnforcementStanding').implement({
  description: 'What was found, served, answered and taken so far.',
  fields: (t) => ({
    finding: t.field({ type: FindingType, nullable: true, resolve: ({ finding }) => finding ?? null }),
    draft: t.field({
      type: DraftType,
      nullable: true,
      description: 'For staff of the agency; null for everybody else.',
      resolve: ({ draft }, _args, { viewer }) => (viewer?.kind === 'STAFF' ? (draft ?? null) : null),
    }),
    order: t.field({ type: TermType, nullable: true, resolve: ({ order }) => order ?? null }),
    query: t.field({ type: QueryType, nullable: true, resolve: ({ query }) => query ?? null }),
    application: t.string({
      nullable: true,
      description: 'The facts and grounds of the application to the department.',
      resolve: ({ application }) => application?.facts ?? null,
    }),
    returned: t.string({
      nullable: true,
      description: 'Why the department returned it.',
      resolve: ({ returned }) => returned?.reason ?? null,
    }),
    demand: t.field({ type: TermType, nullable: true, resolve: ({ demand }) => demand ?? null }),
    defences: t.field({ type: [DefenceType], resolve: ({ defences }) => defences }),
    decision: t.field({ type: DecisionType, nullable: true, resolve: ({ decision }) => decision ?? null }),
    bankNotifiedOn: t.field({ type: 'Date', nullable: true, resolve: ({ bankNotice }) => bankNotice?.on ?? null }),
    deferral: t.field({ type: DeferralType, nullable: true, resolve: ({ deferral }) => deferral ?? null }),
    courtDemand: t.field({ type: TermType, nullable: true, resolve: ({ courtDemand }) => courtDemand ?? null }),
    court: t.field({ type: CourtType, nullable: true, resolve: ({ court }) => court ?? null }),
    seizure: t.field({ type: SeizureType, nullable: true, resolve: ({ seizure }) => seizure ?? null }),
    distribution: t.field({
      type: DistributionType,
      nullable: true,
      resolve: ({ distribution }) => distribution ?? null,
    }),
    suspension: t.field({ type: StopType, nullable: true, resolve: ({ suspension }) => suspension ?? null }),
    termination: t.field({ type: StopType, nullable: true, resolve: ({ termination }) => termination ?? null }),
    taken: t.field({ type: TakenType, resolve: ({ taken }) => taken }),
  }),
})

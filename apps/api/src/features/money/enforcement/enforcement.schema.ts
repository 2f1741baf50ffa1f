import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { orStale, StaleDecision } from '../../../case/case-mark.ts'
import { builder } from '../../../graphql/builder.ts'
import { decidedOn, StaleDecisionType } from '../../../graphql/decision.ts'
import { listBanks } from './banks.repository.ts'
import { ReasonType } from './enforcement-reason.schema.ts'
import {
  BankType,
  FindingGroundEnum,
  GuaranteeKindEnum,
  ServiceWayEnum,
  StopGroundEnum,
} from './enforcement-standing.schema.ts'
import { EnforcementEventEnum, EnforcementSignedStepEnum } from './enforcement-enums.schema.ts'
import { EnforcementCaseType, EnforcementStateEnum } from './enforcement-type.schema.ts'
import { EvidenceInput } from './evidence/evidence.schema.ts'
import { findEnforcement } from './enforcement.repository.ts'
import { placeOf, readEnforcement, readEnforcements, readKnownEnforcement } from './read-enforcement.ts'
import { stepInputSchema } from './step-input.ts'
import type { StepInput } from './step-input.ts'
import { takeEnforcementStep } from './take-enforcement-step.ts'
import type { EnforcementOutcome } from './take-enforcement-step.ts'

const Connection = builder.connectionObject({ type: EnforcementCaseType, name: 'EnforcementCaseConnection' })

builder.queryFields((t) => ({
  enforcementCase: t.field({
    description:
      'One case under SIL 63, for whoever it has come to. Null where it was not open yet on the day that is asked about.',
    type: EnforcementCaseType,
    nullable: true,
    authScopes: { may: 'enforcement:read' },
    args: {
      id: t.arg.id({ required: true }),
      asKnownOn: t.arg({
        type: 'Date',
        description:
          'Of staff: as it was known at the end of this day, with nothing to be done about it; as it is when left out.',
      }),
    },
    resolve: async (_root, { id, asKnownOn }, { platform, viewer }) =>
      asKnownOn
        ? ((await readKnownEnforcement(platform, viewer, id, asKnownOn)) ?? null)
        : readEnforcement(platform, viewer, id),
  }),
  enforcementBanks: t.field({
    description: 'Banks that can be asked for the accounts of a unit, by name.',
    type: [BankType],
    authScopes: { may: 'enforcement:prepare' },
    resolve: (_root, _args, { platform }) => listBanks(platform),
  }),
  enforcementCases: t.field({
    description:
      'Cases under SIL 63 that the asker has to do with: staff all, a clerk those of the employer, the department and the court those that came to them. Last changed first (a clerk’s: last opened), 50 at a time unless `first` says otherwise.',
    type: Connection,
    authScopes: { may: 'enforcement:read' },
    args: {
      states: t.arg({ type: [EnforcementStateEnum], description: 'Only these.' }),
      employerId: t.arg.id({ description: 'Of staff: of this unit.' }),
      lateOnly: t.arg.boolean({ description: 'Only where the limit that runs is over.' }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) =>
      keysetPage(await readEnforcements(platform, viewer, args), args, (row) => placeOf(viewer, row)),
  }),
}))

type Done = Extract<EnforcementOutcome, { kind: 'DONE' }>
type Refused = Extract<EnforcementOutcome, { kind: 'REFUSED' }>
const DoneType = builder.objectRef<Done>('EnforcementStepTaken').implement({
  fields: (t) => ({
    number: t.string({
      resolve: async ({ caseId }, _args, { platform }) =>
        (await findEnforcement(platform, caseId))?.number ?? Promise.reject(notFound('enforcement case')),
    }),
    case: t.field({
      type: EnforcementCaseType,
      nullable: true,
      description: 'As it is now; null for who may not see it, such as a bank.',
      resolve: ({ caseId }, _args, { platform, viewer }) => readEnforcement(platform, viewer, caseId).catch(() => null),
    }),
  }),
})
const RefusedType = builder.objectRef<Refused>('EnforcementRefused').implement({
  description: 'The step was not taken, and by which article.',
  fields: (t) => ({ reasons: t.field({ type: [ReasonType], resolve: ({ reasons }) => [...reasons] }) }),
})
const ResultType = builder.unionType('EnforcementStepResult', {
  types: [DoneType, RefusedType, StaleDecisionType],
  resolveType: (outcome) =>
    outcome instanceof StaleDecision ? StaleDecisionType : outcome.kind === 'DONE' ? DoneType : RefusedType,
})

const BankInput = builder.inputType('EnforcementBankInput', {
  fields: (t) => ({ id: t.id({ required: true, description: 'Of the partner.' }), name: t.string({ required: true }) }),
})
const AssetInput = builder.inputType('EnforcementAssetInput', {
  fields: (t) => ({
    description: t.string({ required: true }),
    place: t.string({ description: 'Of a list for the court.' }),
    value: t.field({ type: 'Fen', required: true }),
  }),
})
const GuaranteeInput = builder.inputType('EnforcementGuaranteeInput', {
  fields: (t) => ({
    kind: t.field({ type: GuaranteeKindEnum, required: true }),
    object: t.string({ required: true }),
    value: t.field({ type: 'Fen', required: true, description: 'By the valuation; at least what is owed.' }),
    registrationNo: t.string({ required: true }),
    valuationNo: t.string({ required: true }),
  }),
})
const InstalmentInput = builder.inputType('EnforcementInstalmentInput', {
  fields: (t) => ({
    dueOn: t.field({ type: 'Date', required: true }),
    amount: t.field({ type: 'Fen', required: true }),
  }),
})
const PaperInput = builder.inputType('EnforcementPaperInput', {
  description: 'A paper to prepare; its step says which of the fields it needs.',
  fields: (t) => ({
    step: t.field({ type: EnforcementSignedStepEnum, required: true }),
    banks: t.field({ type: [BankInput], description: 'QUERY_ACCOUNTS.' }),
    bankId: t.id({ description: 'APPLY_ALLOCATION: whose account.' }),
    facts: t.string({ description: 'APPLY_ALLOCATION, APPLY_COURT, CONTEST_REFUSAL.' }),
    other: t.string({ description: 'APPLY_ALLOCATION.' }),
    guarantee: t.field({ type: GuaranteeInput, description: 'SIGN_DEFERRAL.' }),
    instalments: t.field({ type: [InstalmentInput], description: 'SIGN_DEFERRAL: 1 to 12, together what is owed.' }),
    assets: t.field({ type: [AssetInput], description: 'APPLY_COURT (ACL 55).' }),
    ground: t.field({ type: StopGroundEnum, description: 'SUSPEND, TERMINATE.' }),
    documentNo: t.string({ description: 'TERMINATE.' }),
    explanation: t.string({ description: 'SUSPEND, TERMINATE.' }),
  }),
})
/** What a person, and not a job, may send. */
const StepInputType = builder.inputType('EnforcementStepInput', {
  description: 'One step; its event says which of the other fields it needs.',
  fields: (t) => ({
    event: t.field({ type: EnforcementEventEnum, required: true }),
    ground: t.field({ type: FindingGroundEnum, description: 'INVESTIGATE.' }),
    text: t.string({ description: 'INVESTIGATE: what was found. DEFEND: what the unit says.' }),
    paper: t.field({ type: PaperInput, description: 'PREPARE_PAPER.' }),
    servedOn: t.field({ type: 'Date', description: 'SERVE_…' }),
    way: t.field({ type: ServiceWayEnum, description: 'SERVE_…' }),
    servedTo: t.string({ description: 'SERVE_…: who took it.' }),
    bankId: t.id({ description: 'ANSWER_QUERY, ALLOCATE, ALLOCATE_PART; a bank itself is not asked.' }),
    account: t.string({ description: 'ANSWER_QUERY: its number; nothing where there is none.' }),
    balance: t.field({ type: 'Fen', description: 'ANSWER_QUERY.' }),
    asOf: t.field({ type: 'Date', description: 'ANSWER_QUERY.' }),
    reference: t.string({ description: 'Of the bank: ANSWER_QUERY, ALLOCATE, REALISE_GUARANTEE, OFFSET_DEBT.' }),
    more: t.boolean({ description: 'ANSWER_QUERY: another account of the unit at this bank follows.' }),
    amount: t.field({ type: 'Fen', description: 'ALLOCATE, ALLOCATE_PART, REALISE_GUARANTEE.' }),
    valueDate: t.field({ type: 'Date', description: 'ALLOCATE, ALLOCATE_PART, REALISE_GUARANTEE, OFFSET_DEBT.' }),
    termDays: t.int({ description: 'DEMAND_PAYMENT: 1 to 10 working days.' }),
    reason: t.string({ description: 'RETURN_APPLICATION.' }),
    reasons: t.string({ description: 'DECIDE_ALLOCATION, DECLINE_APPLICATION, RULE_TO_REFUSE.' }),
    answer: t.string({ description: 'HEAR_DEFENCE.' }),
    upheld: t.boolean({ description: 'HEAR_DEFENCE.' }),
    hidingEvidence: t.string({ description: 'DECIDE_ALLOCATION: that assets are being moved or hidden (ACL 37).' }),
    documentNo: t.string({ description: 'Of the court.' }),
    heard: t.boolean({ description: 'RULE_…: the court heard the parties.' }),
    items: t.field({ type: [AssetInput], description: 'SEIZE.' }),
    proceeds: t.field({ type: 'Fen', description: 'AUCTION.' }),
    reportNo: t.string({ description: 'AUCTION.' }),
    costs: t.field({ type: 'Fen', description: 'OFFSET_DEBT.' }),
    evidence: t.field({ type: [EvidenceInput], description: 'Scans, by what they show: `evidenceWanted` says which.' }),
  }),
})

/** Of what was sent that which the step takes; what is missing or wrong is named. */
function readStep({ account = null, ...given }: Record<string, unknown>, viewer: Viewer | undefined): StepInput {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
  const bank = viewer?.kind === 'PARTNER' ? { bankId: viewer.partnerId } : {}
  const parsed = stepInputSchema.safeParse({ ...filled, ...bank, account })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badInput(issue?.path.join('.') ?? 'input', issue?.message ?? 'This is no step.')
}

builder.mutationField('takeEnforcementStep', (t) =>
  t.field({
    description:
      'Takes one step of a case. Every step has its body: the agency prepares and its head signs, the department decides, banks answer, the court rules, the unit defends itself.',
    type: ResultType,
    authScopes: { may: 'enforcement:act' },
    args: {
      id: t.arg.id({ required: true }),
      decidedOn: t.arg(decidedOn),
      input: t.arg({ type: StepInputType, required: true }),
    },
    resolve: (_root, { id, decidedOn: mark, input }, { platform, viewer, origin }) =>
      orStale(
        takeEnforcementStep(platform, viewer, origin, {
          id,
          decidedOn: mark,
          input: readStep(input, viewer),
          evidence: input.evidence ?? [],
        }),
      ),
  }),
)

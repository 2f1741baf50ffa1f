import { differenceKinds, resolutionRules, resolutions } from '@shebao/roster'
import type { ResolutionRule } from '@shebao/roster'
import { builder } from '../../../graphql/builder.ts'
import { beneath, shown } from '../../../graphql/personal.ts'
import type { Context } from '../../../graphql/context.ts'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { DeclarationType, editRefusals, findDeclaration } from '../declaration/index.ts'
import { compareRefusals, compareRoster } from './compare-roster.ts'
import type { CompareOutcome } from './compare-roster.ts'
import type { KindCount } from './differences.repository.ts'
import { readComparison, readDifferences } from './read-differences.ts'
import type { ComparisonState, DifferenceOfPerson, SideOfDifference } from './read-differences.ts'
import { reopenDifferences, resolveDifferences, resolveRefusals, stopReasons } from './resolve-differences.ts'
import type { ResolveOutcome } from './resolve-differences.ts'
import { isEffectFree } from './settlement-effects.ts'
import './take-roster-over.schema.ts'

const KindEnum = builder.enumType('DifferenceKind', {
  description: 'How the unit’s list and the bureau’s roster differ (domain 4.4).',
  values: differenceKinds,
})
const ResolutionEnum = builder.enumType('DifferenceResolution', { values: resolutions })
const StateEnum = builder.enumType('DifferenceState', { values: ['ALL', 'OPEN', 'SETTLED'] as const })
const StopReasonEnum = builder.enumType('StopReason', {
  description: 'Why somebody leaves the unit’s insurance: the STOP kinds of the monthly declaration.',
  values: stopReasons,
})

const SideType = builder.objectRef<SideOfDifference>('DifferenceSide').implement({
  personal: beneath,
  description: 'One side of a difference.',
  fields: (t) => ({
    name: t.string({ nullable: true, resolve: ({ name }) => name ?? null }),
    idNumber: t.string({ nullable: true, resolve: ({ idNumber }) => idNumber ?? null }),
    values: t.field({
      type: 'JSON',
      description: 'The differing values by field: amounts in fen, yes and no as booleans.',
      resolve: ({ values }) => values,
    }),
  }),
})

const RuleType = builder.objectRef<ResolutionRule>('DifferenceResolutionRule').implement({
  fields: (t) => ({
    resolution: t.field({ type: ResolutionEnum, resolve: ({ resolution }) => resolution }),
    needsReason: t.exposeBoolean('needsReason'),
    inBulk: t.exposeBoolean('isSafeInBulk', { description: 'May be given to many differences at once.' }),
  }),
})

const DifferenceType = builder.objectRef<DifferenceOfPerson>('RosterDifference').implement({
  personal: beneath,
  description: 'One difference between the draft and the bureau’s roster. Names and numbers are masked for staff.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => kind }),
    rows: t.intList({ description: 'Rows of the draft it is about.', resolve: ({ rows }) => [...rows] }),
    suggestedRow: t.int({
      nullable: true,
      description: 'A row with the same name and another number: perhaps the same person.',
      resolve: ({ suggestedRow }) => suggestedRow ?? null,
    }),
    bureau: t.field({ type: SideType, nullable: true, resolve: ({ bureau }) => bureau ?? null }),
    unit: t.field({ type: SideType, nullable: true, resolve: ({ unit }) => unit ?? null }),
    resolution: t.field({ type: ResolutionEnum, nullable: true, resolve: ({ resolution }) => resolution }),
    reason: t.string({ nullable: true, resolve: ({ reason }) => reason }),
    stopReason: t.field({
      type: StopReasonEnum,
      nullable: true,
      resolve: ({ stopReason }) => stopReasons.find((known) => known === stopReason) ?? null,
    }),
    reopenable: t.boolean({
      description: 'Whether the resolution may still be taken back.',
      resolve: ({ resolution }) => resolution !== null && isEffectFree(resolution),
    }),
    allowed: t.field({
      type: [RuleType],
      complexity: { multiplier: 2 },
      resolve: ({ kind }) => [...resolutionRules[kind]],
    }),
  }),
})

const KindCountType = builder.objectRef<KindCount>('DifferenceKindCount').implement({
  fields: (t) => ({
    kind: t.field({ type: KindEnum, resolve: ({ kind }) => kind }),
    open: t.exposeInt('open'),
    settled: t.exposeInt('settled'),
  }),
})

const StageEnum = builder.enumType('RosterComparisonStage', {
  values: {
    DOWNLOAD: { description: 'The roster has not been downloaded yet.' },
    STALE: { description: 'The register has changed since the download: download and compare again.' },
    COMPARE: { description: 'Not compared yet, or the list has changed since.' },
    SETTLE: { description: 'Differences are open.' },
    DONE: { description: 'Compared, and nothing is open.' },
  },
})

const ComparisonType = builder.objectRef<ComparisonState>('RosterComparison').implement({
  description: 'How far the comparison with the bureau’s roster has come.',
  fields: (t) => ({
    rosterVersion: t.exposeInt('rosterVersion', { description: 'The bureau’s roster now.' }),
    downloadedVersion: t.int({ nullable: true, resolve: ({ downloadedVersion }) => downloadedVersion }),
    comparedVersion: t.int({ nullable: true, resolve: ({ comparedVersion }) => comparedVersion }),
    rosterPeople: t.exposeInt('rosterPeople', { description: 'People on the bureau’s roster.' }),
    stage: t.field({
      type: StageEnum,
      resolve: ({ stage }) => stage,
    }),
    kinds: t.field({
      type: [KindCountType],
      complexity: { multiplier: differenceKinds.length },
      resolve: ({ kinds }) => [...kinds],
    }),
    open: t.exposeInt('open'),
  }),
})
builder.objectFields(DeclarationType, (t) => ({
  comparison: t.field({
    authScopes: { may: 'difference:read' },
    type: ComparisonType,
    complexity: 20,
    resolve: (declaration, _args, context) =>
      readComparison(context.platform, requireMay(context.viewer, 'difference:read'), declaration),
  }),
  differences: t.connection({
    personal: shown('READ_PERSONNEL', ({ id }) => id, 'Declaration'),
    authScopes: { may: 'difference:read' },
    type: DifferenceType,
    description: 'Differences of the last comparison, in the order of the bureau’s roster.',
    args: { kind: t.arg({ type: KindEnum }), state: t.arg({ type: StateEnum }) },
    resolve: async (declaration, args, context) =>
      keysetPage(
        await readDifferences(context.platform, requireMay(context.viewer, 'difference:read'), declaration, args),
        args,
        ({ id }) => [id],
      ),
  }),
}))

const declarationOf = async ({ declarationId }: { declarationId: string }, _args: object, { platform }: Context) => {
  const declaration = await findDeclaration(platform, declarationId)
  if (!declaration) throw new Error('a declaration that was just changed is gone')
  return declaration
}

const ComparedType = builder.objectRef<Extract<CompareOutcome, { kind: 'COMPARED' }>>('RosterCompared').implement({
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    differences: t.exposeInt('differences'),
  }),
})
const CompareRefusal = builder.enumType('CompareRefusal', { values: [...compareRefusals, ...editRefusals] as const })
const CompareRefusedType = builder.objectRef<Extract<CompareOutcome, { kind: 'REFUSED' }>>('CompareRefused').implement({
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    code: t.field({ type: CompareRefusal, resolve: ({ code }) => code }),
  }),
})
const CompareResult = builder.unionType('CompareRosterResult', {
  types: [ComparedType, CompareRefusedType],
  resolveType: ({ kind }) => (kind === 'COMPARED' ? ComparedType : CompareRefusedType),
})

const ResolvedType = builder.objectRef<Extract<ResolveOutcome, { kind: 'RESOLVED' }>>('DifferencesResolved').implement({
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    ids: t.field({ type: ['ID'], resolve: ({ ids }) => [...ids] }),
    revision: t.exposeInt('revision', { description: 'The draft’s revision now: some resolutions change the list.' }),
  }),
})
const ResolveRefusal = builder.enumType('ResolveRefusal', { values: [...resolveRefusals, ...editRefusals] as const })
const ResolveRefusedType = builder.objectRef<Extract<ResolveOutcome, { kind: 'REFUSED' }>>('ResolveRefused').implement({
  description: 'Nothing was settled, not even the others of the same call.',
  fields: (t) => ({
    declaration: t.field({ type: DeclarationType, resolve: declarationOf }),
    code: t.field({ type: ResolveRefusal, resolve: ({ code }) => code }),
    ids: t.field({ type: ['ID'], resolve: ({ ids }) => [...ids] }),
  }),
})
const ResolveResult = builder.unionType('ResolveDifferencesResult', {
  types: [ResolvedType, ResolveRefusedType],
  resolveType: ({ kind }) => (kind === 'RESOLVED' ? ResolvedType : ResolveRefusedType),
})

builder.mutationFields((t) => ({
  compareRoster: t.field({
    type: CompareResult,
    authScopes: { may: 'difference:settle' },
    description:
      'Compares the draft with the bureau’s roster of now. What was settled stays settled while both values are the same.',
    args: { declarationId: t.arg.id({ required: true }) },
    resolve: (_root, { declarationId }, context) =>
      compareRoster(context.platform, requireMay(context.viewer, 'difference:settle'), {
        declarationId: requireUuid(declarationId, 'declaration'),
        origin: context.origin,
      }),
  }),
  resolveDifferences: t.field({
    type: ResolveResult,
    authScopes: { may: 'difference:settle' },
    description:
      'Settles differences of one declaration, all or none; several at once only where RosterDifference.allowed says inBulk.',
    args: {
      declarationId: t.arg.id({ required: true }),
      ids: t.arg.idList({ required: true, description: 'Empty when allOfKind is given.' }),
      allOfKind: t.arg({ type: KindEnum, description: 'Every open difference of this kind.' }),
      resolution: t.arg({ type: ResolutionEnum, required: true }),
      reason: t.arg.string({ description: 'Needed where allowed.needsReason says so; at most 200 characters.' }),
      stopReason: t.arg({ type: StopReasonEnum, description: 'Needed for STOP.' }),
      keepRow: t.arg.int({ description: 'Needed to FIX a DUPLICATE: the row that stays.' }),
    },
    resolve: (_root, { declarationId, ids, allOfKind, resolution, reason, stopReason, keepRow }, context) =>
      resolveDifferences(context.platform, requireMay(context.viewer, 'difference:settle'), {
        declarationId: requireUuid(declarationId, 'declaration'),
        ids: ids.map((id) => requireUuid(id, 'difference')),
        allOfKind: allOfKind ?? undefined,
        resolution,
        reason: reason?.slice(0, 200),
        stopReason: stopReason ?? undefined,
        keepRow: keepRow ?? undefined,
        origin: context.origin,
      }),
  }),
  reopenDifferences: t.field({
    type: ResolveResult,
    authScopes: { may: 'difference:settle' },
    description: 'Takes back resolutions that changed nothing in the list.',
    args: { declarationId: t.arg.id({ required: true }), ids: t.arg.idList({ required: true }) },
    resolve: (_root, { declarationId, ids }, context) =>
      reopenDifferences(context.platform, requireMay(context.viewer, 'difference:settle'), {
        declarationId: requireUuid(declarationId, 'declaration'),
        ids: ids.map((id) => requireUuid(id, 'difference')),
        origin: context.origin,
      }),
  }),
}))

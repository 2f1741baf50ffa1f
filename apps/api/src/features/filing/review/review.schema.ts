import { builder } from '../../../graphql/builder.ts'
import { beneath, noted } from '../../../graphql/personal.ts'
import { procedure, procedureOf } from '../../../graphql/procedure.ts'
import { markOf } from '../../../case/case-mark.ts'
import { keysetPage } from '../../../access/keyset.ts'
import { declarationCase, IssueType } from '../declaration/index.ts'
import type { ComparedField } from './compare-unit-form.ts'
import { maskedPaths } from './compare-unit-form.ts'
import { compareFields, loadVersions } from './load-review.ts'
import { openReview } from './open-review.ts'
import type { FieldChange, Review, VersionChange } from './load-review.ts'
import { ChangeCountsType, ChangeKindEnum, EstimateType, PeopleConnection, SumsType } from './person.schema.ts'
import { countChanges } from './personnel-differences.repository.ts'
import { estimate, personKey, readPeople, sumPeople } from './read-people.ts'
import type { EventRow, ListChange, NoteRow } from './review.repository.ts'
import { listNoteRows } from './review.repository.ts'
import { SettledConnection, readSettled, settledKey } from './settled.schema.ts'

const ComparedFieldType = builder.objectRef<ComparedField>('ReviewField').implement({
  personal: beneath,
  description: 'One answer of the unit form beside the register. Personal numbers and names are masked.',
  fields: (t) => ({
    path: t.exposeString('path', { description: '`bankName`, `insuredCount.PENSION`.' }),
    section: t.exposeString('section'),
    declared: t.field({ type: 'JSON', nullable: true, resolve: ({ declared }) => declared ?? null }),
    registered: t.field({ type: 'JSON', nullable: true, resolve: ({ registered }) => registered ?? null }),
    known: t.exposeBoolean('known', { description: 'Whether the register holds this answer at all.' }),
    differs: t.exposeBoolean('differs'),
    masked: t.boolean({
      description: 'May be revealed with a reason.',
      resolve: ({ path }) => maskedPaths.includes(path),
    }),
  }),
})

const FieldChangeType = builder.objectRef<FieldChange>('ReviewFieldChange').implement({
  personal: beneath,
  fields: (t) => ({
    path: t.exposeString('path'),
    before: t.field({ type: 'JSON', nullable: true, resolve: ({ before }) => before ?? null }),
    after: t.field({ type: 'JSON', nullable: true, resolve: ({ after }) => after ?? null }),
  }),
})
const ListChangeType = builder.objectRef<ListChange>('ReviewListChange').implement({
  fields: (t) => ({ added: t.exposeInt('added'), removed: t.exposeInt('removed'), changed: t.exposeInt('changed') }),
})
const VersionType = builder.objectRef<VersionChange>('ReviewVersion').implement({
  description: 'A submitted version and what it changed against the one before.',
  fields: (t) => ({
    version: t.int({ resolve: ({ version }) => version.version }),
    formNo: t.string({ resolve: ({ version }) => version.formNo }),
    submittedAt: t.field({ type: 'DateTime', resolve: ({ version }) => version.submittedAt }),
    people: t.int({ resolve: ({ version }) => version.people }),
    contentHash: t.string({ resolve: ({ version }) => version.contentHash }),
    fields: t.expose('fields', { type: [FieldChangeType] }),
    list: t.field({ type: ListChangeType, nullable: true, resolve: ({ people }) => people ?? null }),
  }),
})

const NoteType = builder.objectRef<NoteRow>('StaffNote').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    path: t.exposeString('path'),
    text: t.exposeString('text'),
    authorName: t.exposeString('authorName'),
    rowNow: t.exposeInt('rowNow', {
      nullable: true,
      description: 'Row of the person it is about in the last submitted version.',
    }),
    answer: t.exposeString('answer', { nullable: true, description: 'What the employer wrote to it.' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', nullable: true }),
    settledIn: t.exposeInt('settledIn', { nullable: true, description: 'The version that was submitted after it.' }),
    settledBy: t.exposeString('settledBy', {
      nullable: true,
      description: 'CHANGED: what it is about is another in that version; ANSWERED: in writing alone.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

export const StaffEventType = builder.objectRef<EventRow>('StaffEvent').implement({
  description: 'One step in the life of a declaration, with who took it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version'),
    action: t.exposeString('action'),
    actorKind: t.exposeString('actorKind'),
    actorName: t.exposeString('actorName', { nullable: true }),
    at: t.expose('at', { type: 'DateTime' }),
    note: t.exposeString('note', { nullable: true }),
  }),
})

const ReviewType = builder.objectRef<Review>('DeclarationReview').implement({
  personal: noted('OPEN_REVIEW'),
  description: 'The last submitted version of a declaration beside the register as it is now.',
  fields: (t) => ({
    id: t.id({ resolve: ({ declaration }) => declaration.id }),
    year: t.int({ resolve: ({ declaration }) => declaration.year }),
    procedure: t.field({
      ...procedure,
      resolve: ({ declaration }, args, context) => procedureOf(declarationCase)(declaration, args, context),
    }),
    mark: t.field({
      type: 'CaseMark',
      description: 'Handed back with a decision about it.',
      resolve: ({ declaration }, _args, { platform }) => markOf(platform, declarationCase, declaration),
    }),
    status: t.string({ resolve: ({ declaration }) => declaration.status }),
    version: t.int({ resolve: ({ version }) => version.version }),
    formNo: t.string({ resolve: ({ version }) => version.formNo }),
    contentHash: t.string({ resolve: ({ version }) => version.contentHash }),
    people: t.int({ resolve: ({ version }) => version.people }),
    dueOn: t.field({ type: 'Date', resolve: ({ declaration }) => declaration.dueOn }),
    submittedAt: t.field({ type: 'DateTime', resolve: ({ version }) => version.submittedAt }),
    late: t.exposeBoolean('late'),
    employerId: t.id({ resolve: ({ declaration }) => declaration.employerId }),
    employerName: t.string({ resolve: ({ employer }) => employer.row.name }),
    registrationNo: t.string({ resolve: ({ employer }) => employer.row.registrationNo }),
    creditCode: t.string({ resolve: ({ employer }) => employer.row.creditCode }),
    warnings: t.field({ type: [IssueType], complexity: 20, resolve: ({ warnings }) => [...warnings] }),
    actions: t.stringList({
      description: 'What the states allow this account to try, before the second-person rule.',
      resolve: ({ actions }) => [...actions],
    }),
    startedBy: t.field({ type: StaffEventType, nullable: true, resolve: ({ startedBy }) => startedBy ?? null }),
    recommendedBy: t.field({
      type: StaffEventType,
      nullable: true,
      resolve: ({ recommendedBy }) => recommendedBy ?? null,
    }),
    secondPersonNeeded: t.exposeBoolean('secondPersonNeeded', {
      description: 'This account reviewed it, so somebody else accepts.',
    }),
    paperReceivedOn: t.field({
      type: 'Date',
      nullable: true,
      resolve: ({ declaration }) => declaration.paperReceivedOn,
    }),
    paperPages: t.int({ nullable: true, resolve: ({ declaration }) => declaration.paperPages }),
    fields: t.field({
      type: [ComparedFieldType],
      complexity: 50,
      resolve: (review, _args, { platform }) => compareFields(platform, review),
    }),
    sums: t.field({
      type: SumsType,
      complexity: 100,
      resolve: (review, _args, { platform }) => sumPeople(platform, review),
    }),
    estimate: t.field({
      type: EstimateType,
      complexity: 200,
      resolve: (review, _args, { platform }) => estimate(platform, review),
    }),
    changeCounts: t.field({
      type: ChangeCountsType,
      complexity: 100,
      resolve: ({ side }, _args, { platform }) => countChanges(platform, side),
    }),
    persons: t.field({
      type: PeopleConnection,
      complexity: 200,
      description:
        'People, what stands out first. Only those who differ unless `onlyDifferences` is false; one person by exact number with `idNumber`.',
      args: {
        kind: t.arg({ type: ChangeKindEnum }),
        onlyDifferences: t.arg.boolean({ defaultValue: true }),
        idNumber: t.arg.string(),
        rowNo: t.arg.int({ description: 'The one person of this row of the list.' }),
        first: t.arg.int(),
        after: t.arg.string(),
      },
      resolve: async (review, args, { platform }) =>
        keysetPage(await readPeople(platform, review, args), args, personKey),
    }),
    settledDifferences: t.field({
      type: SettledConnection,
      complexity: 100,
      description: 'How the employer settled what its list and the roster disagreed on.',
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: async ({ declaration }, args, { platform }) =>
        keysetPage(await readSettled(platform, declaration.id, args), args, settledKey),
    }),
    versions: t.field({
      type: [VersionType],
      complexity: 50,
      resolve: ({ declaration }, _args, { platform }) => loadVersions(platform, declaration.id),
    }),
    notes: t.field({
      type: [NoteType],
      complexity: 20,
      description: 'Of every version, newest version first; at most 500.',
      resolve: ({ declaration }, _args, { platform }) => listNoteRows(platform, declaration.id),
    }),
    events: t.field({
      type: [StaffEventType],
      description: 'Oldest first; at most 500.',
      resolve: ({ events }) => [...events],
    }),
  }),
})

builder.queryField('declarationReview', (t) =>
  t.field({
    type: ReviewType,
    authScopes: { may: 'review:read' },
    description: 'A submitted declaration for staff. One that was never submitted behaves as absent.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer, origin }) => openReview(platform, viewer, origin, id),
  }),
)

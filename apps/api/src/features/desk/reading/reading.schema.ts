import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { actorKinds } from '../../../platform/audit.ts'
import { listReportsOf } from '../report/index.ts'
import { listActions, listReadings, personActions, reportActions } from './reading.repository.ts'
import type { ReadingRow } from './reading.repository.ts'

const ReaderKindEnum = builder.enumType('RecordReaderKind', {
  description: 'On whose side whoever looked stands. INSURED: another person, who had the right to.',
  values: actorKinds,
})

const ReadingActionEnum = builder.enumType('RecordReadingAction', {
  description:
    'What was looked at. FIND_PERSON: found by the whole number. FIND_AUDITED_PERSON: found in the audit trail by the whole number. READ_RECORD: the months. READ_ENROLMENT_HISTORY: all that a unit’s register says of the person. REVEAL_PERSON: name and number unmasked. CARD_CODE_CHECKED: the electronic card was read at a desk. READ_QUESTION_MONTH: the month that a question of theirs is about. CHECK_HOTLINE_CALLER: what a caller said was held against the record. READ_HOTLINE_CALLER: what the office knows of the person, during their call. READ_CALL_BACK_NUMBER: the number on which they want to be called. HEAR_HOTLINE_CALLER: the caller’s recorded name. RIGHTS_STATEMENT_HANDED_OUT: a yearly statement was printed at the window. CARD_LOOKED_UP: their cards. READ_REFUND, READ_BACK_PAYMENT, READ_CARD_PASSWORD, READ_QUESTION: a case about them. READ_SIMULATION: their month as an example, masked. READ_DERIVATION: how an amount of theirs came about. READ_DELIVERY_LOG: what they were told. READ_WORK: a line of what waits for staff, masked. READ_REPORTER: who reported an employer, with what they handed in. The others are lists of a unit that the person stands on.',
  values: [...personActions, ...listActions, ...reportActions],
})

const RecordReadingType = builder.objectRef<ReadingRow>('RecordReading').implement({
  description:
    'That somebody looked at a person’s data (PIPL 44, 45). Whoever looks again within the hour is noted once.',
  fields: (t) => ({
    id: t.exposeID('seq'),
    at: t.expose('at', { type: 'DateTime' }),
    readerKind: t.expose('actorKind', { type: ReaderKindEnum }),
    role: t.exposeString('role', { nullable: true, description: 'The role in which staff looked.' }),
    staffNumber: t.exposeString('staffNo', {
      nullable: true,
      description: 'Of staff, for asking about the look. Names of staff are not told.',
    }),
    action: t.expose('action', { type: ReadingActionEnum }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'As whoever looked wrote it, where one is asked for.',
    }),
    employerName: t.exposeString('employerName', {
      nullable: true,
      description: 'The unit whose list it was; the bank or hospital at whose desk it was.',
    }),
    agencyName: t.exposeString('agencyName', { nullable: true, description: 'The agency that looked for the unit.' }),
  }),
})

const RecordReadingConnection = builder.connectionObject({ type: RecordReadingType, name: 'RecordReadingConnection' })

builder.queryField('readingsOfMyRecord', (t) =>
  t.field({
    description:
      'Who looked at the signed-in person’s data, and why, newest first, 50 at a time unless `first` (1-100) says otherwise. Their own looks are left out.',
    type: RecordReadingConnection,
    authScopes: { may: 'record:read' },
    args: { first: t.arg.int(), after: t.arg.string() },
    complexity: pageComplexity,
    resolve: async (_root, args, { platform, viewer }) => {
      const person = requireMay(viewer, 'record:read')
      const [before] = decodeCursor(args, 1) ?? []
      const reports = await listReportsOf(platform, person.individualId)
      const reportIds = reports.map(({ id }) => id)
      const rows = await listReadings(
        platform,
        { ...person, reportIds },
        {
          beforeSeq: typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : undefined,
          limit: pageSize(args) + 1,
        },
      )
      return keysetPage(rows, args, ({ seq }) => [seq])
    },
  }),
)

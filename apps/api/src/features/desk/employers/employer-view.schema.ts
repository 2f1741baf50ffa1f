import { knownUntil } from '../../register/history/index.ts'
import { requireMay } from '../../../access/permissions.ts'
import { decodeCursor, keysetPage, pageSize } from '../../../access/keyset.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { AttachmentType, listAttachmentsOfEmployer } from '../../register/attachment/index.ts'
import { listDocumentsOf, listTimeline } from './employer-view.repository.ts'
import type { DocumentOfEmployer, TimelineKey, TimelineRow } from './employer-view.repository.ts'
import { EmployerLineType } from './employers.schema.ts'
import { findEmployerItem } from './list-employers.ts'

const EventType = builder.objectRef<TimelineRow>('EmployerEvent').implement({
  description: 'One step of any case of an employer.',
  fields: (t) => ({
    id: t.id({ resolve: ({ lifecycle, caseId, seq }) => `${lifecycle} ${caseId} ${seq}` }),
    lifecycle: t.exposeString('lifecycle'),
    caseId: t.exposeID('caseId'),
    event: t.exposeString('event'),
    number: t.exposeString('number'),
    actorKind: t.exposeString('actorKind'),
    actorName: t.exposeString('actorName', { nullable: true }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
})
const EventConnection = builder.connectionObject({ type: EventType, name: 'EmployerEventConnection' })

const DocumentType = builder.objectRef<DocumentOfEmployer>('IssuedDocument').implement({
  fields: (t) => ({
    kind: t.exposeString('kind'),
    number: t.exposeString('number'),
    verifyCode: t.exposeString('verifyCode'),
    version: t.exposeInt('version'),
    withdrawn: t.exposeBoolean('withdrawn'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

const FileConnection = builder.connectionObject({ type: AttachmentType, name: 'EmployerFileConnection' })

const keyOf = ({ at, lifecycle, caseId, seq }: TimelineRow) => [at.toISOString(), lifecycle, caseId, seq]

function readCursor(args: { after?: string | null | undefined }): TimelineKey | undefined {
  const values = decodeCursor(args, 4)
  if (!values) return undefined
  const [at, lifecycle, caseId, seq] = values
  const moment = new Date(String(at))
  if (Number.isNaN(moment.getTime()) || typeof seq !== 'number' || !Number.isSafeInteger(seq))
    throw badInput('after', 'This is no cursor of this list.')
  return { at: moment, lifecycle: String(lifecycle), caseId: String(caseId), seq }
}

builder.queryFields((t) => ({
  employerLine: t.field({
    type: EmployerLineType,
    nullable: true,
    complexity: 50,
    authScopes: { may: 'employer:list' },
    description: 'One employer as the list shows it.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) =>
      (await findEmployerItem(platform, viewer, requireUuid(id, 'employer'))) ?? null,
  }),
  employerTimeline: t.field({
    type: EventConnection,
    complexity: 100,
    authScopes: { may: 'employer:list' },
    description: 'What happened in all cases of an employer, newest first.',
    args: {
      id: t.arg.id({ required: true }),
      asKnownOn: t.arg({
        type: 'Date',
        description: 'What had happened at the end of this day; until now when left out.',
      }),
      first: t.arg.int(),
      after: t.arg.string(),
    },
    resolve: async (_root, { id, asKnownOn, ...args }, { platform, viewer }) => {
      requireMay(viewer, 'employer:list')
      const known = asKnownOn ? knownUntil(asKnownOn) : undefined
      const rows = await listTimeline(
        platform,
        requireUuid(id, 'employer'),
        readCursor(args),
        pageSize(args) + 1,
        known,
      )
      return keysetPage(rows, args, keyOf)
    },
  }),
  employerFiles: t.field({
    type: FileConnection,
    complexity: 100,
    authScopes: { may: 'employer:list' },
    description: 'Files that were handed in with cases of an employer, newest first.',
    args: { id: t.arg.id({ required: true }), first: t.arg.int(), after: t.arg.string() },
    resolve: async (_root, { id, ...args }, { platform, viewer }) => {
      requireMay(viewer, 'employer:list')
      const [uploadedAt, fileId] = decodeCursor(args, 2) ?? []
      const at = new Date(String(uploadedAt))
      if (uploadedAt !== undefined && Number.isNaN(at.getTime()))
        throw badInput('after', 'This is no cursor of this list.')
      const rows = await listAttachmentsOfEmployer(platform, requireUuid(id, 'employer'), {
        after: uploadedAt === undefined ? undefined : { at, id: requireUuid(String(fileId), 'file') },
        limit: pageSize(args) + 1,
      })
      return keysetPage(rows, args, (row) => [row.uploadedAt.toISOString(), row.id])
    },
  }),
  employerDocuments: t.field({
    type: [DocumentType],
    complexity: 50,
    authScopes: { may: 'employer:list' },
    description: 'What the office issued about an employer, newest first; at most 100.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { platform, viewer }) => {
      requireMay(viewer, 'employer:list')
      return listDocumentsOf(platform, requireUuid(id, 'employer'))
    },
  }),
}))

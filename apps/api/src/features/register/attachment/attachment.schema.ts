import { builder } from '../../../graphql/builder.ts'
import { oneOf } from '@shebao/kernel'
import { subjectKinds } from './attachment-rules.ts'
import type { AttachmentRow } from './attachment.repository.ts'

const SubjectEnum = builder.enumType('AttachmentSubject', {
  description: 'The kind of case that a file is evidence in.',
  values: subjectKinds,
})

export const AttachmentType = builder.objectRef<AttachmentRow>('Attachment').implement({
  description:
    'A file that somebody handed in. GET /attachments/<id> gives its bytes to whoever may read what it is attached to.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { description: 'As the file was called.' }),
    mediaType: t.exposeString('mediaType', { description: 'What its bytes are, such as application/pdf.' }),
    bytes: t.exposeInt('bytes'),
    subjectKind: t.field({
      type: SubjectEnum,
      nullable: true,
      description: 'What it is attached to.',
      resolve: ({ subjectKind }) => (subjectKind === null ? null : oneOf(subjectKinds, subjectKind, 'subject')),
    }),
    subjectId: t.exposeID('subjectId', { nullable: true }),
    scanned: t.boolean({ description: 'A virus scanner found nothing.', resolve: ({ scan }) => scan === 'CLEAN' }),
    uploadedAt: t.field({ type: 'DateTime', resolve: ({ uploadedAt }) => uploadedAt }),
    removedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its bytes were removed because it had been kept long enough.',
      resolve: ({ removedAt }) => removedAt,
    }),
  }),
})

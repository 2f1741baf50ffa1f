import { builder } from '../../../graphql/builder.ts'
import type { AttachmentRow } from './attachment.repository.ts'

export const AttachmentType = builder.objectRef<AttachmentRow>('Attachment').implement({
  description:
    'A file that somebody handed in. GET /attachments/<id> gives its bytes to whoever may read what it is attached to.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name', { description: 'As the file was called.' }),
    mediaType: t.exposeString('mediaType', { description: 'What its bytes are, such as application/pdf.' }),
    bytes: t.exposeInt('bytes'),
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

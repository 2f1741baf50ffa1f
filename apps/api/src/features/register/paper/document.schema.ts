import { fen } from '@shebao/kernel'
import { guarded } from '../../../access/guess-watch.ts'
import { builder } from '../../../graphql/builder.ts'
import { documentKinds } from './register-document.ts'
import { documentStatuses, signatureStates, verifyDocument } from './verify-document.ts'
import type { DocumentSignature, VerifiedDocument } from './verify-document.ts'

const DocumentKindEnum = builder.enumType('DocumentKind', {
  description:
    'PAYMENT_VOUCHER: one notice was paid (电子缴费凭证). PAYMENT_RECEIPT: one payment came, whatever it settled (收款凭证). UNIT_CERTIFICATE and PERSONAL_CERTIFICATE: what was paid in a range of months (缴费证明). RIGHTS_STATEMENT: a year of a person’s rights record (权益记录单). TRANSFER_VOUCHER and TRANSFER_ACCEPTANCE: insurance that moves between regions (参保缴费凭证, 联系函). QUESTION_TRANSFER: the handing over of a question to the competent office (移送函). ENFORCEMENT_PAPER: a paper of SIL 63, from the order to pay to the application to the court (强制征缴文书).',
  values: documentKinds,
})
const DocumentStatusEnum = builder.enumType('DocumentStatus', {
  description:
    'CURRENT: valid as issued. SUPERSEDED: a later version was issued. WITHDRAWN: taken back by the employer; of a voucher or receipt by the office, because its payment was reversed.',
  values: documentStatuses,
})

const SignatureStateEnum = builder.enumType('DocumentSignatureState', {
  description:
    'SIGNED: what the register says is what the office signed (Ed25519). BROKEN: it is not; ask the office. UNSIGNED: issued before the office signed electronically.',
  values: signatureStates,
})
const SignatureType = builder.objectRef<DocumentSignature>('DocumentSignature').implement({
  description: 'The electronic signature of a document; /.well-known/shebao-signing-keys.json has the keys.',
  fields: (t) => ({
    state: t.field({ type: SignatureStateEnum, resolve: ({ state }) => state }),
    keyId: t.string({ nullable: true, resolve: ({ keyId }) => keyId ?? null }),
  }),
})

const VerifiedDocumentType = builder.objectRef<VerifiedDocument>('VerifiedDocument').implement({
  description: 'What the office issued under a verification code. Holds no personal data.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code as printed, in groups of four.' }),
    kind: t.field({ type: DocumentKindEnum, resolve: (document) => document.kind }),
    number: t.exposeString('number', { description: 'Form or notice number.' }),
    version: t.exposeInt('version'),
    contentHash: t.exposeString('contentHash', {
      description: 'SHA-256 of the content, in hex; compare it with the paper.',
    }),
    status: t.field({ type: DocumentStatusEnum, resolve: (document) => document.status }),
    signature: t.field({ type: SignatureType, resolve: ({ signature }) => signature }),
    unitName: t.string({
      description: 'Of a personal certificate the person, masked.',
      resolve: ({ summary }) => summary.unitName,
    }),
    issuedAt: t.field({ type: 'DateTime', resolve: ({ summary }) => new Date(summary.issuedAt) }),
    concerning: t.string({
      description:
        "Year, month, months or, of a receipt, the day the money came: '2026', '2026-11', '2024-07/2026-11' or '2026-11-05'.",
      resolve: ({ summary }) => summary.concerning,
    }),
    people: t.int({ nullable: true, resolve: ({ summary }) => summary.people ?? null }),
    total: t.field({
      type: 'Fen',
      nullable: true,
      resolve: ({ summary }) => (summary.totalFen === undefined ? null : fen(summary.totalFen)),
    }),
  }),
})

builder.queryField('verifyDocument', (t) =>
  t.field({
    description:
      'Anyone who holds a printed document may check it by its code. Null when the office issued no such document.',
    type: VerifiedDocumentType,
    nullable: true,
    authScopes: { public: true },
    args: { code: t.arg.string({ required: true, description: 'Spaces, hyphens and case do not matter.' }) },
    // An address that shows too many codes of no paper waits, whatever it shows then.
    resolve: async (_root, { code }, { platform, origin }) =>
      (await guarded(platform, { door: 'PAPER_CODE', by: origin }, () => verifyDocument(platform, code))) ?? null,
  }),
)

import { CERTIFICATE_MONTHS, CERTIFICATE_RANGE_PROBLEMS } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { holderOf, loadCertificate } from './load-certificate.ts'
import type { Certificate, CertificateProblem } from './load-certificate.ts'

const ProblemEnum = builder.enumType('CertificateProblem', {
  description: `Why months cannot be certified. TOO_LONG: more than ${CERTIFICATE_MONTHS} months [PD]. NOTHING_RECORDED: no payment, paid or not, stands for any of them.`,
  values: [...CERTIFICATE_RANGE_PROBLEMS, 'NOTHING_RECORDED'] as const,
})

const OutlookType = builder.objectRef<Certificate | CertificateProblem>('CertificateOutlook').implement({
  description: 'What a payment certificate (缴费证明) of these months would hold now.',
  fields: (t) => ({
    problem: t.field({
      type: ProblemEnum,
      nullable: true,
      resolve: (outlook) => (typeof outlook === 'string' ? outlook : null),
    }),
    lines: t.int({
      description: 'Of a person: insurances of months. Of an employer: notices.',
      resolve: (outlook) => {
        if (typeof outlook === 'string') return 0
        return outlook.kind === 'PERSON' ? outlook.content.lines.length : outlook.content.notices.length
      },
    }),
    months: t.int({
      nullable: true,
      description: 'Of a person: months that count as paid, each once.',
      resolve: (outlook) => (typeof outlook === 'string' || outlook.kind === 'UNIT' ? null : outlook.content.months),
    }),
    paid: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Of a person: their own share. Of an employer: everything, late fees included.',
      resolve: (outlook) => (typeof outlook === 'string' ? null : outlook.total),
    }),
    owed: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Of an employer: what it owes today, of whatever month.',
      resolve: (outlook) => (typeof outlook === 'string' || outlook.kind === 'PERSON' ? null : outlook.content.owed),
    }),
    gaps: t.stringList({
      description: 'Months without a record, at most 36.',
      resolve: (outlook) => (typeof outlook === 'string' ? [] : outlook.content.gaps),
    }),
  }),
})

builder.queryField('certificateOutlook', (t) =>
  t.field({
    description:
      'What a certificate of the asker’s own payments would hold, for an employer or an insured person. The paper itself: /documents/certificate.pdf with the same months.',
    type: OutlookType,
    authScopes: { may: 'certificate:print' },
    complexity: 100,
    args: {
      from: t.arg.string({ required: true, description: 'First month, YYYY-MM.' }),
      to: t.arg.string({ required: true, description: 'Last month, YYYY-MM.' }),
    },
    resolve: (_root, range, { platform, viewer }) => loadCertificate(platform, holderOf(viewer), range),
  }),
)

import { builder } from '../../../graphql/builder.ts'
import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { explainOwed, explainTotal } from './explain-certificate.ts'
import { holderOf, loadCertificate } from './load-certificate.ts'

const FigureEnum = builder.enumType('CertificateFigure', { values: ['PAID', 'OWED'] as const })
const CertificateInput = builder.inputType('CertificateDerivation', {
  fields: (t) => ({
    from: t.string({ required: true, description: 'First month, YYYY-MM.' }),
    to: t.string({ required: true, description: 'Last month, YYYY-MM.' }),
    figure: t.field({ type: FigureEnum, required: true }),
  }),
})

addDerivationSubject<typeof CertificateInput.$inferInput>('certificate', {
  input: (t) =>
    t.field({
      type: CertificateInput,
      description:
        'A sum of the asker’s own certificate. PAID of a person: PERSON_SUM by months of one derivation, one of them in full; of an employer: UNIT_PAID, the notices charged less what is open of them. OWED, of an employer only: UNIT_OWED by the notices that are open. Nothing where the months cannot be certified. An employer or an insured person.',
    }),
  permission: 'certificate:print',
  complexity: 300,
  derive: async (platform, viewer, { from, to, figure }) => {
    const certificate = await loadCertificate(platform, holderOf(viewer), { from, to })
    if (typeof certificate === 'string') return undefined
    if (figure === 'PAID') return derived(explainTotal(platform, certificate))
    return certificate.kind === 'UNIT' ? derived(explainOwed(platform, certificate)) : undefined
  },
})

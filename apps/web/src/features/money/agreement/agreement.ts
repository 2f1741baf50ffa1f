import type { DebitAgreementsQuery } from './agreement.generated.ts'

export type Agreement = DebitAgreementsQuery['employer']['debitAgreements']['edges'][number]['node']

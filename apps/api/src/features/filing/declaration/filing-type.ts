import { builder } from '../../../graphql/builder.ts'
import { declarationKinds, filings } from './declaration-codes.ts'

export const DeclarationKindEnum = builder.enumType('DeclarationKind', { values: declarationKinds })

export const FilingEnum = builder.enumType('Filing', {
  description:
    'REGULAR: the one of the month. SUPPLEMENTARY: what was forgotten in it (补报). REVISED: what was wrong in it (更正).',
  values: filings,
})

import { builder } from '../../../graphql/builder.ts'
import type { DeclarationRow } from '../declaration/index.ts'

export const MonthlyDeclarationType = builder.objectRef<DeclarationRow>('MonthlyDeclaration')

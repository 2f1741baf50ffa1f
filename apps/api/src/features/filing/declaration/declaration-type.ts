import { builder } from '../../../graphql/builder.ts'
import type { DeclarationRow } from './declaration.repository.ts'

/** Other features add their fields with `builder.objectField(DeclarationType, ...)`. */
export const DeclarationType = builder.objectRef<DeclarationRow>('Declaration')

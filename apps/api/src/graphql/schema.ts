import { builder } from './builder.ts'

// One line a feature: its schema module adds its types and fields to the builder.
import '../features/audit/audit.schema.ts'

export const schema = builder.toSchema({})

import { builder } from './builder.ts'

// One line a feature: its schema module adds its types and fields to the builder.

export const schema = builder.toSchema({})

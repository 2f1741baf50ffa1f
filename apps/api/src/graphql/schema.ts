import { builder } from './builder.ts'

// One line a feature: its schema module adds its types and fields to the builder.
import '../features/audit/audit.schema.ts'
import '../features/staff/staff.schema.ts'
import '../features/session/session.schema.ts'
import '../features/session/card-password.schema.ts'
import '../features/declaration/declaration.schema.ts'
import '../features/declaration/declaration-mutations.schema.ts'
import '../features/document/document.schema.ts'
import '../features/employer/employer.schema.ts'
import '../features/roster/roster.schema.ts'
import '../features/billing/billing-operations.schema.ts'
import '../features/individual/individual.schema.ts'
import '../features/policy/policy.schema.ts'
import '../features/policy/proposal.schema.ts'
import '../features/policy/proposal-mutations.schema.ts'
import '../features/refund/refund.schema.ts'
import '../features/refund/refund-mutations.schema.ts'
import '../features/write-off/write-off.schema.ts'
import '../features/reconciliation/reconciliation.schema.ts'
import '../features/reconciliation/reconciliation-mutations.schema.ts'

export const schema = builder.toSchema({})

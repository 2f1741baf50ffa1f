import { builder } from '../../../graphql/builder.ts'
import type { EmployerRow } from './employer.repository.ts'

/** Other features add their fields with `builder.objectField(EmployerType, ...)`. */
export const EmployerType = builder.objectRef<EmployerRow>('Employer')

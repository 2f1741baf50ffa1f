import * as calculator from '../features/money/calculator/routes.tsx'
import * as verify from '../features/desk/verify/routes.tsx'
import * as record from '../features/desk/record/routes.tsx'
import * as welcome from '../features/desk/welcome/routes.tsx'
import * as confirmation from '../features/filing/confirmation/routes.tsx'
import * as registration from '../features/office/registration/routes.tsx'
import * as session from '../features/office/session/routes.tsx'
import type { Feature } from '../shared/lib/feature.ts'

/** Every feature with pages for people who are not signed in. */
export const features: readonly Feature[] = [welcome, record, session, registration, calculator, verify, confirmation]

import * as backPayment from '../features/back-payment/routes.tsx'
import * as billingRun from '../features/billing-run/routes.tsx'
import * as billing from '../features/billing/routes.tsx'
import * as calculator from '../features/calculator/routes.tsx'
import * as certificate from '../features/certificate/routes.tsx'
import * as comparison from '../features/comparison/routes.tsx'
import * as individual from '../features/individual/routes.tsx'
import * as employer from '../features/employer/routes.tsx'
import * as inspection from '../features/inspection/routes.tsx'
import * as verify from '../features/verify/routes.tsx'
import * as policy from '../features/policy/routes.tsx'
import * as personnel from '../features/personnel/routes.tsx'
import * as refund from '../features/refund/routes.tsx'
import * as reconciliation from '../features/reconciliation/routes.tsx'
import * as session from '../features/session/routes.tsx'
import * as staff from '../features/staff/routes.tsx'
import * as welcome from '../features/welcome/routes.tsx'
import * as writeOff from '../features/write-off/routes.tsx'
import type { Feature, Frame, Place } from '../shared/lib/feature.ts'

/** Every feature with pages; see router.tsx for how to add one. */
export const features: readonly Feature[] = [
  welcome,
  session,
  personnel,
  comparison,
  calculator,
  certificate,
  verify,
  inspection,
  employer,
  individual,
  backPayment,
  billing,
  billingRun,
  policy,
  refund,
  reconciliation,
  staff,
  writeOff,
]

export const placesOf = (frame: Frame): Place[] =>
  features.flatMap((feature) => feature.places?.[frame] ?? []).toSorted((a, b) => a.order - b.order)

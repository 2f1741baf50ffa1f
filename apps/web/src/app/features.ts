import * as backPayment from '../features/money/back-payment/routes.tsx'
import * as billingRun from '../features/money/run/routes.tsx'
import * as billing from '../features/money/notice/routes.tsx'
import * as calculator from '../features/money/calculator/routes.tsx'
import * as certificate from '../features/desk/certificate/routes.tsx'
import * as comparison from '../features/filing/comparison/routes.tsx'
import * as individual from '../features/desk/record/routes.tsx'
import * as employer from '../features/desk/home/routes.tsx'
import * as inspection from '../features/filing/inspection/routes.tsx'
import * as verify from '../features/desk/verify/routes.tsx'
import * as policy from '../features/money/policy/routes.tsx'
import * as personnel from '../features/filing/personnel/routes.tsx'
import * as refund from '../features/money/refund/routes.tsx'
import * as reconciliation from '../features/money/reconciliation/routes.tsx'
import * as session from '../features/office/session/routes.tsx'
import * as staff from '../features/filing/review/routes.tsx'
import * as welcome from '../features/desk/welcome/routes.tsx'
import * as writeOff from '../features/money/write-off/routes.tsx'
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

import * as calendar from '../features/register/calendar/routes.tsx'
import * as card from '../features/register/card/routes.tsx'
import * as employer from '../features/register/employer/routes.tsx'
import * as history from '../features/register/history/routes.tsx'
import * as notification from '../features/register/notification/routes.tsx'
import * as agreement from '../features/money/agreement/routes.tsx'
import * as backPayment from '../features/money/back-payment/routes.tsx'
import * as calculator from '../features/money/calculator/routes.tsx'
import * as notice from '../features/money/notice/routes.tsx'
import * as payment from '../features/money/payment/routes.tsx'
import * as policy from '../features/money/policy/routes.tsx'
import * as reconciliation from '../features/money/reconciliation/routes.tsx'
import * as refund from '../features/money/refund/routes.tsx'
import * as run from '../features/money/run/routes.tsx'
import * as writeOff from '../features/money/write-off/routes.tsx'
import * as comparison from '../features/filing/comparison/routes.tsx'
import * as inspection from '../features/filing/inspection/routes.tsx'
import * as personnel from '../features/filing/personnel/routes.tsx'
import * as review from '../features/filing/review/routes.tsx'
import * as certificate from '../features/desk/certificate/routes.tsx'
import * as employers from '../features/desk/employers/routes.tsx'
import * as intake from '../features/desk/intake/routes.tsx'
import * as home from '../features/desk/home/routes.tsx'
import * as queue from '../features/desk/queue/routes.tsx'
import * as record from '../features/desk/record/routes.tsx'
import * as search from '../features/desk/search/routes.tsx'
import * as verify from '../features/desk/verify/routes.tsx'
import * as welcome from '../features/desk/welcome/routes.tsx'
import * as accessToken from '../features/office/access-token/routes.tsx'
import * as accounts from '../features/office/accounts/routes.tsx'
import * as audit from '../features/office/audit/routes.tsx'
import * as cardPassword from '../features/office/card-password/routes.tsx'
import * as session from '../features/office/session/routes.tsx'
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
  home,
  record,
  card,
  backPayment,
  agreement,
  notice,
  payment,
  run,
  policy,
  refund,
  reconciliation,
  employer,
  queue,
  history,
  calendar,
  notification,
  intake,
  employers,
  search,
  review,
  cardPassword,
  accounts,
  accessToken,
  audit,
  writeOff,
]

export const placesOf = (frame: Frame): Place[] =>
  features.flatMap((feature) => feature.places?.[frame] ?? []).toSorted((a, b) => a.order - b.order)

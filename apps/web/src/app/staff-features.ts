import * as card from '../features/register/card/routes.tsx'
import * as calendar from '../features/register/calendar/routes.tsx'
import * as employer from '../features/register/employer/routes.tsx'
import * as history from '../features/register/history/routes.tsx'
import * as figure from '../features/register/figure/routes.tsx'
import * as paperTemplate from '../features/register/paper-template/routes.tsx'
import * as office from '../features/register/office/routes.tsx'
import * as notification from '../features/register/notification/routes.tsx'
import * as backPayment from '../features/money/back-payment/routes.tsx'
import * as enforcement from '../features/money/enforcement/routes.tsx'
import * as notice from '../features/money/notice/routes.tsx'
import * as policy from '../features/money/policy/routes.tsx'
import * as reconciliation from '../features/money/reconciliation/routes.tsx'
import * as refund from '../features/money/refund/routes.tsx'
import * as run from '../features/money/run/routes.tsx'
import * as employerLock from '../features/money/employer-lock/routes.tsx'
import * as waiver from '../features/money/waiver/routes.tsx'
import * as writeOff from '../features/money/write-off/routes.tsx'
import * as paperCopy from '../features/filing/paper-copy/routes.tsx'
import * as review from '../features/filing/review/routes.tsx'
import * as employers from '../features/desk/employers/routes.tsx'
import * as hotlineScript from '../features/desk/hotline-script/routes.tsx'
import * as hotline from '../features/desk/hotline/routes.tsx'
import * as intake from '../features/desk/intake/routes.tsx'
import * as question from '../features/desk/question/routes.tsx'
import * as transfer from '../features/desk/transfer/routes.tsx'
import * as queue from '../features/desk/queue/routes.tsx'
import * as report from '../features/desk/report/routes.tsx'
import * as statistics from '../features/desk/statistics/routes.tsx'
import * as rights from '../features/desk/rights/routes.tsx'
import * as search from '../features/desk/search/routes.tsx'
import * as accounts from '../features/office/accounts/routes.tsx'
import * as undeclared from '../features/filing/undeclared/routes.tsx'
import * as cancellation from '../features/filing/cancellation/routes.tsx'
import * as onlineFiling from '../features/register/online-filing/routes.tsx'
import * as registration from '../features/register/registration/routes.tsx'
import * as particularsChange from '../features/register/particulars-change/routes.tsx'
import * as workRule from '../features/desk/work-rule/routes.tsx'
import * as district from '../features/office/district/routes.tsx'
import * as partner from '../features/office/partner/routes.tsx'
import * as clerks from '../features/office/clerks/routes.tsx'
import * as alert from '../features/office/alert/routes.tsx'
import * as audit from '../features/office/audit/routes.tsx'
import * as cardPassword from '../features/office/card-password/routes.tsx'
import type { Feature } from '../shared/lib/feature.ts'

/** Every feature with pages for the staff. */
export const features: readonly Feature[] = [
  backPayment,
  notice,
  run,
  policy,
  refund,
  reconciliation,
  employer,
  queue,
  question,
  transfer,
  history,
  calendar,
  office,
  figure,
  paperTemplate,
  notification,
  intake,
  employers,
  rights,
  search,
  statistics,
  review,
  paperCopy,
  undeclared,
  cardPassword,
  card,
  hotline,
  hotlineScript,
  district,
  workRule,
  partner,
  accounts,
  clerks,
  onlineFiling,
  cancellation,
  registration,
  particularsChange,
  audit,
  alert,
  writeOff,
  waiver,
  employerLock,
  enforcement,
  report,
]

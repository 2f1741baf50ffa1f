import * as history from '../features/register/history/routes.tsx'
import * as notification from '../features/register/notification/routes.tsx'
import * as agreement from '../features/money/agreement/routes.tsx'
import * as backPayment from '../features/money/back-payment/routes.tsx'
import * as enforcement from '../features/money/enforcement/routes.tsx'
import * as notice from '../features/money/notice/routes.tsx'
import * as payment from '../features/money/payment/routes.tsx'
import * as waiver from '../features/money/waiver/routes.tsx'
import * as refund from '../features/money/refund/routes.tsx'
import * as comparison from '../features/filing/comparison/routes.tsx'
import * as confirmation from '../features/filing/confirmation/routes.tsx'
import * as inspection from '../features/filing/inspection/routes.tsx'
import * as monthly from '../features/filing/monthly/routes.tsx'
import * as personnel from '../features/filing/personnel/routes.tsx'
import * as workbench from '../features/filing/workbench/routes.tsx'
import * as paperCopy from '../features/filing/paper-copy/routes.tsx'
import * as papers from '../features/desk/papers/routes.tsx'
import * as certificate from '../features/desk/certificate/routes.tsx'
import * as deadline from '../features/desk/deadline/routes.tsx'
import * as rehearsal from '../features/desk/rehearsal/routes.tsx'
import * as home from '../features/desk/home/routes.tsx'
import * as cancellation from '../features/filing/cancellation/routes.tsx'
import * as onlineFiling from '../features/register/online-filing/routes.tsx'
import * as particularsChange from '../features/register/particulars-change/routes.tsx'
import * as mandate from '../features/office/mandate/routes.tsx'
import * as clerks from '../features/office/clerks/routes.tsx'
import * as accessToken from '../features/office/access-token/routes.tsx'
import type { Feature } from '../shared/lib/feature.ts'

/** Every feature with pages for employers. */
export const features: readonly Feature[] = [
  personnel,
  workbench,
  comparison,
  certificate,
  confirmation,
  papers,
  paperCopy,
  inspection,
  monthly,
  home,
  deadline,
  rehearsal,
  backPayment,
  agreement,
  enforcement,
  notice,
  payment,
  refund,
  waiver,
  history,
  notification,
  clerks,
  mandate,
  onlineFiling,
  cancellation,
  particularsChange,
  accessToken,
]

import { workLifecycles } from './work-lifecycles.ts'
import type { WorkLifecycleName } from './work-lifecycles.ts'

/** Where a waiting case is handled, by its lifecycle as the contract names it. */
const paths = {
  ANNUAL_DECLARATION: (id: string) => `/staff/declarations/${id}`,
  MONTHLY_DECLARATION: (id: string) => `/staff/monthly/${id}`,
  DEEMED_ASSESSMENT: () => '/staff/undeclared?show=waiting',
  PAPER_COPY: () => '/staff/papers',
  REFUND: (id: string) => `/staff/refunds/${id}`,
  BACK_PAYMENT: (id: string) => `/staff/back-payments/${id}`,
  WRITE_OFF: () => '/staff/write-offs',
  EMPLOYER_LOCK: (id: string) => `/staff/locks/${id}`,
  WAIVER: (id: string) => `/staff/exceptions/${id}`,
  ENFORCEMENT: (id: string) => `/staff/enforcement/${id}`,
  PARTICULARS_CHANGE: (id: string) => `/staff/changes/${id}`,
  REGISTRATION: (id: string) => `/staff/registrations/${id}`,
  CANCELLATION: (id: string) => `/staff/cancellations/${id}`,
  QUESTION: (id: string) => `/staff/questions/${id}`,
  RELATION_TRANSFER: (id: string) => `/staff/transfers/${id}`,
  PAYEE_CHANGE: () => '/staff/payee',
  FIGURE_CHANGE: () => '/staff/figures',
  PAPER_TEMPLATE: () => '/staff/templates',
  HOTLINE_SCRIPT: (_id: string, matter: string) => `/staff/hotline/scripts/${matter}`,
  WORK_RULE: () => '/staff/work-rules',
  EMPLOYER_REPORT: (id: string) => `/staff/reports/${id}`,
  ONLINE_FILING: (id: string) => `/staff/online-filing/${id}`,
  POLICY_PROPOSAL: (id: string) => `/staff/policy/proposals/${id}`,
  CARD_PASSWORD_RESET: () => '/staff/card-password',
  SOCIAL_SECURITY_CARD: (id: string) => `/staff/cards?card=${id}`,
  BILLING_RUN: () => '/staff/billing',
  RECONCILIATION_DAY: (id: string) => `/staff/reconciliation/${id}`,
  BANK_STATEMENT: (_id: string, day: string) => `/staff/reconciliation/${day}`,
  RECONCILIATION_ITEM: (_id: string, day: string) => `/staff/reconciliation/${day}`,
  REGISTER_IMPORT: (id: string) => `/staff/imports/${id}`,
} as const satisfies Record<WorkLifecycleName, (id: string, number: string) => string>

interface Waiting {
  lifecycle: WorkLifecycleName
  caseId: string
  /** Of what belongs to a day of the account, the day. */
  number: string | null
}

export function workPath({ lifecycle, caseId, number }: Waiting): string {
  return paths[lifecycle](caseId, number ?? '')
}

/** Whether the page at this path is of one waiting case, and not of a whole desk. */
export function isCasePath(pathname: string): boolean {
  const caseId = pathname.slice(pathname.lastIndexOf('/') + 1)
  return workLifecycles.some((lifecycle) => {
    const at = (id: string) => workPath({ lifecycle, caseId: id, number: id })
    return at(caseId) === pathname && at('') !== pathname
  })
}

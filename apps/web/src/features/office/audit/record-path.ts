import type { AuditKey, AuditRecordType } from './audit.generated.ts'

/** Where the record of an entry is looked at; some have no page of their own. */
export function recordPath(type: AuditRecordType | null, id: string): string | undefined {
  if (id === '') return undefined
  switch (type) {
    case 'Declaration':
      return `/staff/declarations/${id}`
    case 'Refund':
      return `/staff/refunds/${id}`
    case 'BackPayment':
      return `/staff/back-payments/${id}`
    case 'PolicyProposal':
      return `/staff/policy/proposals/${id}`
    case 'ReconciliationDay':
      return `/staff/reconciliation/${id}`
    case 'HotlineScriptVersion':
      return '/staff/hotline/scripts'
    case 'PaperTemplateVersion':
      return '/staff/templates'
    case 'WorkRule':
    case 'StaffAbsence':
      return '/staff/work-rules'
    case 'DistrictOffice':
    case 'DistrictStaff':
      return '/staff/offices'
    case 'FigureChange':
      return '/staff/figures'
    case 'PayeeChange':
      return '/staff/payee'
    case 'DeemedAssessment':
      return '/staff/undeclared?show=decided'
    case 'UndeclaredMonth':
      return `/staff/undeclared?period=${id}`
    case 'WriteOff':
      return '/staff/write-offs'
    case 'BillingRun':
      return '/staff/billing'
    default:
      return undefined
  }
}

/** Where an identifier within a change leads. */
export function valuePath(key: AuditKey | null, value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  if (key === 'noticeId') return `/staff/notices/${value}`
  if (key === 'proposalId') return `/staff/policy/proposals/${value}`
  return key === 'day' ? `/staff/reconciliation/${value}` : undefined
}

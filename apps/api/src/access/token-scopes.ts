import type { Permission } from './permission-table.ts'
import type { TokenScope } from './viewer.ts'

/**
 * The scope that a token needs for a permission, besides what the clerk who made it may. A permission that is not named is for a
 * person who signed in: passwords, tokens themselves, a standing mandate to draw money.
 */
const scopeOfPermission: Partial<Record<Permission, TokenScope>> = {
  'employer:read': 'READ',
  'employer:act-for': 'READ',
  'deadline:read': 'READ',
  'online-filing:read': 'READ',
  'register:history': 'READ',
  'certificate:print': 'READ',
  'papers:print': 'READ',
  'paper:hand-in': 'READ',
  'access-token:identify': 'READ',
  'declaration:read': 'READ',
  'declaration:print': 'READ',
  'draft:read': 'READ',
  'difference:read': 'READ',
  'notice:read': 'READ',
  'premium:explain': 'READ',
  'payment:read': 'READ',
  'balance:read': 'READ',
  'agreement:read': 'READ',
  'back-payment:read': 'READ',
  'refund:read': 'READ',
  'refund:choose': 'READ',
  'declaration:open': 'PREPARE',
  'draft:edit': 'PREPARE',
  'difference:settle': 'PREPARE',
  'attachment:hand-in': 'PREPARE',
  'monthly:open': 'PREPARE',
  'monthly:submit': 'SUBMIT',
  'monthly:withdraw': 'SUBMIT',
  'monthly:report-unemployed': 'SUBMIT',
  'declaration:submit': 'SUBMIT',
  'declaration:withdraw': 'SUBMIT',
  'back-payment:apply': 'SUBMIT',
  'refund:apply': 'SUBMIT',
  'refund:confirm-receipt': 'SUBMIT',
  'notice:pay': 'PAY',
  'payment:refresh': 'PAY',
  'agreement:refresh': 'PAY',
}

export const scopeOf = (permission: Permission): TokenScope | undefined => scopeOfPermission[permission]

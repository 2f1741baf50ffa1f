import type { permissions, Permission } from './permission-table.ts'
import type { TokenScope } from './viewer.ts'

/** What a clerk may hold: of each it is decided here whether the employer's software may, too. */
type ClerkPermission = {
  [P in Permission]: (typeof permissions)[P] extends { clerk: unknown } ? P : never
}[Permission]

/**
 * The scope that a token needs for a permission, besides what the clerk who made it may. PERSON: for somebody who signed in, and never
 * for software.
 */
const scopeOfPermission = {
  'employer:read': 'READ',
  'employer:act-for': 'READ',
  'deadline:read': 'READ',
  'online-filing:read': 'READ',
  'cancellation:read': 'READ',
  'register:history': 'READ',
  'particulars-change:read': 'READ',
  'confirmation:read': 'READ',
  'clerk:read': 'READ',
  'mandate:read': 'READ',
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
  'waiver:read': 'READ',
  'employer-lock:read': 'READ',
  'declaration:open': 'PREPARE',
  'draft:edit': 'PREPARE',
  'difference:settle': 'PREPARE',
  'attachment:hand-in': 'PREPARE',
  'monthly:open': 'PREPARE',
  'confirmation:ask': 'PREPARE',
  'confirmation:settle': 'PREPARE',
  'monthly:submit': 'SUBMIT',
  'monthly:withdraw': 'SUBMIT',
  'monthly:report-unemployed': 'SUBMIT',
  'declaration:submit': 'SUBMIT',
  'declaration:withdraw': 'SUBMIT',
  'particulars-change:request': 'SUBMIT',
  'particulars-change:withdraw': 'SUBMIT',
  'back-payment:apply': 'SUBMIT',
  'online-filing:apply': 'SUBMIT',
  'refund:apply': 'SUBMIT',
  'refund:confirm-receipt': 'SUBMIT',
  'notice:pay': 'PAY',
  'payment:refresh': 'PAY',
  'agreement:refresh': 'PAY',
  // Who a person is and how they sign in and are told.
  'password:change': 'PERSON',
  'session:end-all': 'PERSON',
  'language:choose': 'PERSON',
  'notification:read': 'PERSON',
  'notification:settings': 'PERSON',
  'deadline:subscribe': 'PERSON',
  // Who may act for the employer, people and software alike.
  'access-token:read': 'PERSON',
  'access-token:manage': 'PERSON',
  'clerk:invite': 'PERSON',
  'clerk:change': 'PERSON',
  'clerk:remove': 'PERSON',
  'employer:switch': 'PERSON',
  'mandate:grant': 'PERSON',
  'mandate:accept': 'PERSON',
  'mandate:decline': 'PERSON',
  'mandate:end': 'PERSON',
  // The end of the employer in the register.
  'cancellation:request': 'PERSON',
  'cancellation:withdraw': 'PERSON',
  // A standing mandate to draw money.
  'agreement:sign': 'PERSON',
  'agreement:end': 'PERSON',
  'enforcement:read': 'READ',
  // What is said in the unit’s defence is a person’s.
  'enforcement:act': 'PERSON',
  'enforcement:defend': 'PERSON',
  'fine:read': 'READ',
  'fine:act': 'PERSON',
  'fine:defend': 'PERSON',
} as const satisfies Record<ClerkPermission, TokenScope | 'PERSON'>

const asked: Partial<Record<Permission, TokenScope | 'PERSON'>> = scopeOfPermission

/** The scope that a token needs; nothing where only a person may. */
export function scopeOf(permission: Permission): TokenScope | undefined {
  const needed = asked[permission]
  return needed === 'PERSON' ? undefined : needed
}

import type { Environment } from '../platform/environment.ts'
import type { NotificationChannel, NotificationKind } from './notification-codes.ts'

/** By what a channel goes. SANDBOX: kept in a file of the data directory, outside production alone. */
export const channelMeans = ['SMTP', 'HTTP', 'SANDBOX', 'OFF'] as const
export type ChannelMeans = (typeof channelMeans)[number]

export function meansOf(
  { mode, mail, smsGateway }: Pick<Environment, 'mode' | 'mail' | 'smsGateway'>,
  channel: NotificationChannel,
): ChannelMeans {
  const instead = mode === 'production' ? 'OFF' : 'SANDBOX'
  if (channel === 'EMAIL') return mail ? 'SMTP' : instead
  return smsGateway ? 'HTTP' : instead
}

/** Too little to disturb somebody's telephone for, or for a desk where a screen is open anyway. */
const withoutTextMessage: readonly NotificationKind[] = [
  'DECLARATION_ACCEPTED',
  'MONTHLY_SUBMITTED',
  'MONTHLY_ACCEPTED',
  'PAYMENT_RECEIVED',
  'REFUND_WAITS',
  'REFUND_APPROVED',
  'PASSWORD_LINK',
  'EMPLOYEE_DISAGREED',
  'REGISTRATION_APPROVED',
  'REGISTRATION_REFUSED',
  'RIGHTS_STATEMENT_ISSUED',
  'WORK_ASSIGNED',
  'WORK_TAKEN_OVER',
]

export const goesBySms = (kind: NotificationKind): boolean => !withoutTextMessage.includes(kind)

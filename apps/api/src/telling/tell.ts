import type { Platform } from '../platform/platform.ts'
import { goesBySms, meansOf } from './channel-settings.ts'
import type { NotificationChannel } from './notification-codes.ts'
import { insertNotifications, insertSecretDelivery, insertStrangerDeliveries } from './outbox.repository.ts'
import type { SecretDelivery } from './outbox.repository.ts'
import type { SecretKind, Telling, TellingParams } from './telling.ts'

/**
 * Writes what is to be told into the outbox, within the open transaction: what is rolled back is never told, and what stands is.
 * The inbox has it at once; a job carries it outside (features/register/notification). Any number in one statement.
 */
export async function tell(platform: Platform, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return
  const { environment } = platform
  await insertNotifications(
    platform,
    tellings.map((telling) => ({ ...telling, sms: goesBySms(telling.kind) })),
    { email: meansOf(environment, 'EMAIL') !== 'OFF', sms: meansOf(environment, 'SMS') !== 'OFF' },
  )
}

type AccountTelling = Extract<Telling, { kind: 'ADDRESS_CHANGED' }> & { readonly to: { readonly accountId: string } }

export interface SecretTelling {
  readonly telling: Extract<Telling, { kind: SecretKind }> & { readonly to: { readonly accountId: string } }
  readonly channel: NotificationChannel
  /** The code or link. Sealed until it is on its way, then gone. */
  readonly secret: string
  /** An address that is nobody's yet; without one that of the account. */
  readonly address?: string
  readonly expiresAt: Date
}

/**
 * Tells an account something in its inbox, and at an address that is no longer the account's: whoever owns it must be able to
 * notice what they did not do, whichever channel is switched on.
 */
export async function tellFormerAddress(
  platform: Platform,
  { telling, channel, address }: Pick<SecretDelivery, 'channel'> & { telling: AccountTelling; address: string },
): Promise<void> {
  const { environment, vault } = platform
  if (meansOf(environment, channel) === 'OFF')
    return insertNotifications(platform, [{ ...telling, sms: false }], { email: false, sms: false })
  const { to, ...told } = telling
  await insertSecretDelivery(platform, {
    ...told,
    ...to,
    channel,
    secret: null,
    address: vault.seal(address),
    expiresAt: null,
  })
}

/**
 * Sends something that opens something by one channel, where that is set up and there is an address; says whether. Belongs inside
 * the transaction that makes it.
 */
export async function tellSecret(
  platform: Platform,
  { telling, channel, secret, address, expiresAt }: SecretTelling,
): Promise<boolean> {
  const { environment, vault } = platform
  if (meansOf(environment, channel) === 'OFF') return false
  return insertSecretDelivery(platform, {
    accountId: telling.to.accountId,
    kind: telling.kind,
    key: telling.key,
    params: telling.params,
    channel,
    secret: vault.seal(secret),
    address: address === undefined ? null : vault.seal(address),
    expiresAt,
  })
}

/**
 * E-mail to somebody without an account, at the address they gave, where the office sends e-mail. It stands under the account of
 * whoever decided, in no inbox; what it tells of has its own page. Belongs inside the transaction that decides.
 */
export async function tellApplicant(
  platform: Platform,
  telling: Extract<Telling, { kind: 'REGISTRATION_APPROVED' | 'REGISTRATION_REFUSED' }> & {
    readonly to: { readonly accountId: string }
  },
  address: string,
): Promise<void> {
  const { environment, vault } = platform
  if (meansOf(environment, 'EMAIL') === 'OFF') return
  const { to, ...told } = telling
  const sealed = { secret: null, address: vault.seal(address), expiresAt: null }
  await insertSecretDelivery(platform, { ...told, ...to, channel: 'EMAIL', ...sealed })
}

export interface StrangerTelling {
  /** Of the notification, so that its sender can follow it. */
  readonly id: string
  readonly key: string
  readonly params: TellingParams['EMPLOYEE_ASKED']
  readonly secret: string
  readonly mobile: string
  readonly expiresAt: Date
}

/** Whether text messages go anywhere. */
export const sendsTextMessages = ({ environment }: Pick<Platform, 'environment'>): boolean =>
  meansOf(environment, 'SMS') !== 'OFF'

/**
 * Sends links to telephone numbers of people who need no account here. What is told belongs to the account that had it sent.
 * Belongs inside the transaction that makes the links.
 */
export async function tellStrangers(
  platform: Platform,
  accountId: string,
  tellings: readonly StrangerTelling[],
): Promise<void> {
  if (tellings.length === 0) return
  const { vault } = platform
  await insertStrangerDeliveries(
    platform,
    accountId,
    tellings.map(({ secret, mobile, ...telling }) => ({
      ...telling,
      secret: vault.seal(secret),
      address: vault.seal(mobile),
    })),
  )
}

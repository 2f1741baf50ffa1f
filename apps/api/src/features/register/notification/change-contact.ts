import { randomInt } from 'node:crypto'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { AuditAction, AuditChange } from '../../../platform/audit-vocabulary.ts'
import type { Platform } from '../../../platform/platform.ts'
import { meansOf } from '../../../telling/channel-settings.ts'
import type { NotificationChannel } from '../../../telling/notification-codes.ts'
import { tellFormerAddress, tellSecret } from '../../../telling/tell.ts'
import { isEmail, maskAddress, mobileIn, readMobile } from './address-of.ts'
import { findRegisterContact, lockContact, updateContact } from './contact.repository.ts'
import type { ContactRow } from './contact.repository.ts'

/**
 * CHANNEL_OFF: the office has not set it up. NO_ADDRESS: this is none that can be sent to. TOO_MANY: so many codes were sent today.
 * WRONG_CODE: look again. NO_CODE: none is waited for, or it ran out: ask for another.
 */
export const contactRefusals = ['CHANNEL_OFF', 'NO_ADDRESS', 'TOO_MANY', 'WRONG_CODE', 'NO_CODE'] as const
export type ContactRefusal = (typeof contactRefusals)[number]
export type ContactOutcome = { kind: 'CHANGED' } | { kind: 'REFUSED'; reason: ContactRefusal }

const codeMinutes = 15
const mostFailures = 5
/** Nobody's mailbox or telephone is to be filled by us [PD]. */
const codesADay = 5
const dayMs = 24 * 3_600_000
const nothingPending = { pendingChannel: null, pending: null, codeHash: null, codeExpiresAt: null, codeFailures: 0 }

export interface ContactOrder {
  viewer: Viewer
  origin: string
  channel: NotificationChannel
}

/** Sends a code to an address, which is the account's only once the code came back. */
export function requestAddressCode(platform: Platform, order: ContactOrder, typed: string): Promise<ContactOutcome> {
  return change(platform, order, async (settings) => {
    const { channel } = order
    const address = cleaned(channel, typed)
    if (meansOf(platform.environment, channel) === 'OFF') return 'CHANNEL_OFF'
    if (address === undefined) return 'NO_ADDRESS'
    const now = platform.clock.now()
    const sameDay = settings.codesSince !== null && now.getTime() - settings.codesSince.getTime() < dayMs
    if (sameDay && settings.codesSent >= codesADay) return 'TOO_MANY'
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const expiresAt = new Date(now.getTime() + codeMinutes * 60_000)
    await updateContact(platform, settings.accountId, {
      pendingChannel: channel,
      pending: platform.vault.seal(address),
      codeHash: hashOf(platform, settings.accountId, code),
      codeExpiresAt: expiresAt,
      codeFailures: 0,
      codesSent: sameDay ? settings.codesSent + 1 : 1,
      codesSince: sameDay ? settings.codesSince : now,
    })
    await tellSecret(platform, {
      telling: {
        kind: 'ADDRESS_CODE',
        to: { accountId: settings.accountId },
        key: crypto.randomUUID(),
        params: { minutes: codeMinutes },
      },
      channel,
      secret: code,
      address,
      expiresAt,
    })
    // Somebody waits for it: it goes out now, and with the next round at the latest.
    platform.database.afterCommit(() => void platform.jobs.request('deliver-notifications').catch(() => undefined))
    return { action: 'ADDRESS_CODE_SENT', change: { addressMasked: maskAddress(address) } }
  })
}

/** The code that came by the channel: the address is the account's from now on, and the channel is on. */
export function confirmAddress(platform: Platform, order: ContactOrder, typed: string): Promise<ContactOutcome> {
  return change(platform, order, async (settings) => {
    const { accountId, pending, codeHash, codeExpiresAt, codeFailures } = settings
    const open = settings.pendingChannel === order.channel && codeExpiresAt && codeExpiresAt > platform.clock.now()
    if (!open || !pending || !codeHash || codeFailures >= mostFailures) return 'NO_CODE'
    const given = hashOf(platform, accountId, typed.normalize('NFKC').replaceAll(/\s/g, ''))
    if (Buffer.compare(given, codeHash) !== 0) {
      await updateContact(platform, accountId, { codeFailures: codeFailures + 1 })
      await trace(platform, order, { action: 'ADDRESS_CODE_REFUSED' })
      return codeFailures + 1 >= mostFailures ? 'NO_CODE' : 'WRONG_CODE'
    }
    const kept = new Uint8Array(pending)
    const address = order.channel === 'EMAIL' ? { email: kept, emailOn: true } : { phone: kept, smsOn: true }
    await updateContact(platform, accountId, { ...nothingPending, ...address })
    const confirmed = platform.vault.open<string>(pending)
    await warnFormerAddress(platform, order, settings, confirmed)
    const addressMasked = maskAddress(confirmed)
    return { action: 'ADDRESS_CONFIRMED', change: { addressMasked } }
  })
}

/** The own address goes; for text messages the register's is used again. */
export function removeAddress(platform: Platform, order: ContactOrder): Promise<ContactOutcome> {
  return change(platform, order, async (settings) => {
    const { accountId, email, phone, pendingChannel } = settings
    const known = order.channel === 'EMAIL' ? email : phone
    await updateContact(platform, accountId, {
      ...(order.channel === 'EMAIL' ? { email: null } : { phone: null }),
      ...(pendingChannel === order.channel ? nothingPending : {}),
    })
    if (!known) return undefined
    await warnFormerAddress(platform, order, settings, undefined)
    return { action: 'ADDRESS_REMOVED', change: { addressMasked: maskAddress(platform.vault.open<string>(known)) } }
  })
}

/** What is told stands in the inbox all the same. */
export function switchChannel(platform: Platform, order: ContactOrder, on: boolean): Promise<ContactOutcome> {
  return change(platform, order, async ({ accountId, emailOn, smsOn }) => {
    const [before, wanted] = order.channel === 'EMAIL' ? [emailOn, { emailOn: on }] : [smsOn, { smsOn: on }]
    if (before === on) return undefined
    await updateContact(platform, accountId, wanted)
    return { action: 'CHANNEL_SWITCHED', change: { on } }
  })
}

/** Where the account was told until now hears that it is no more: the own address, or the number of the register it stood in for. */
async function warnFormerAddress(
  platform: Platform,
  { viewer, channel }: ContactOrder,
  { accountId, email, phone }: ContactRow,
  now: string | undefined,
): Promise<void> {
  const own = channel === 'EMAIL' ? email : phone
  const former = own
    ? platform.vault.open<string>(own)
    : channel === 'SMS'
      ? await registered(platform, viewer)
      : undefined
  if (former === undefined || former === now) return
  const params = { channel, at: platform.clock.now().toISOString() }
  const telling = { kind: 'ADDRESS_CHANGED', to: { accountId }, key: crypto.randomUUID(), params } as const
  await tellFormerAddress(platform, { telling, channel, address: former })
}

async function registered(platform: Platform, viewer: Viewer): Promise<string | undefined> {
  const contact = await findRegisterContact(platform, {
    individualId: viewer.kind === 'INSURED' ? viewer.individualId : null,
    employerId: viewer.kind === 'EMPLOYER' ? viewer.employerId : null,
  })
  return mobileIn(platform.vault, contact)
}

interface Deed {
  action: AuditAction
  change?: AuditChange
}

/** One change of one's own settings: held, done, in the trail. Nothing is written there of what was so already. */
function change(
  platform: Platform,
  order: ContactOrder,
  write: (settings: ContactRow) => Promise<Deed | ContactRefusal | undefined>,
): Promise<ContactOutcome> {
  const { accountId } = requireMay(order.viewer, 'notification:settings')
  return platform.database.transaction(async (): Promise<ContactOutcome> => {
    const deed = await write(await lockContact(platform, accountId))
    if (typeof deed === 'string') return { kind: 'REFUSED', reason: deed }
    if (deed) await trace(platform, order, deed)
    return { kind: 'CHANGED' }
  })
}

async function trace(platform: Platform, { viewer, origin, channel }: ContactOrder, deed: Deed): Promise<void> {
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    role: actingRole(viewer, 'notification:settings'),
    origin,
    action: deed.action,
    recordType: 'Account',
    recordId: viewer.accountId,
    change: { channel, ...deed.change },
  })
}

function cleaned(channel: NotificationChannel, typed: string): string | undefined {
  const address = typed.normalize('NFKC').trim()
  if (channel === 'EMAIL') return isEmail(address) ? address : undefined
  return readMobile(address)
}

const hashOf = ({ vault }: Platform, accountId: string, code: string) =>
  vault.lookupHash('address-code', `${accountId}:${code}`)

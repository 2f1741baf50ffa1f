import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { meansOf } from '../../../telling/channel-settings.ts'
import { isOneOf } from '@shebao/kernel'
import { notificationChannels } from '../../../telling/notification-codes.ts'
import type { NotificationChannel } from '../../../telling/notification-codes.ts'
import { maskAddress, mobileIn } from './address-of.ts'
import { findContact, findRegisterContact } from './contact.repository.ts'

export interface WayToBeTold {
  channel: NotificationChannel
  /** The office has it set up. */
  available: boolean
  on: boolean
  /** The one its owner confirmed, masked. */
  own: string | null
  /** The register's, masked, which is used where there is no own one. */
  registered: string | null
  /** Being confirmed, masked. */
  pending: string | null
}

/** How the viewer is told besides the inbox, one entry a channel. */
export async function readContact(platform: Platform, asker: Viewer | undefined): Promise<WayToBeTold[]> {
  const viewer = requireMay(asker, 'notification:settings')
  const [settings, registered] = [
    await findContact(platform, viewer.accountId),
    await findRegisterContact(platform, {
      individualId: viewer.kind === 'INSURED' ? viewer.individualId : null,
      employerId: viewer.kind === 'EMPLOYER' ? viewer.employerId : null,
    }),
  ]
  const { vault, environment, clock } = platform
  const masked = (sealed: Uint8Array | null | undefined) => (sealed ? maskAddress(vault.open<string>(sealed)) : null)
  const number = mobileIn(vault, registered)
  const running = settings?.codeExpiresAt && settings.codeExpiresAt > clock.now() ? settings.pendingChannel : null
  return notificationChannels.map((channel) => ({
    channel,
    available: meansOf(environment, channel) !== 'OFF',
    on: (channel === 'EMAIL' ? settings?.emailOn : settings?.smsOn) ?? true,
    own: masked(channel === 'EMAIL' ? settings?.email : settings?.phone),
    registered: channel === 'SMS' && number ? maskAddress(number) : null,
    pending: isOneOf(notificationChannels, running) && running === channel ? masked(settings?.pending) : null,
  }))
}

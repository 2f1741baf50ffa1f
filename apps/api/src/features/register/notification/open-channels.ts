import type { Environment } from '../../../platform/environment.ts'
import { meansOf } from '../../../telling/channel-settings.ts'
import { notificationChannels } from '../../../telling/notification-codes.ts'
import type { NotificationChannel } from '../../../telling/notification-codes.ts'
import type { Channel } from './channel.ts'
import { createSandboxChannel } from './sandbox-channel.ts'
import { createSmsChannel } from './sms-channel.ts'
import { createSmtpChannel } from './smtp-channel.ts'

export type Channels = Readonly<Record<NotificationChannel, Channel | undefined>>

/** The ways that are set up, for one round of sending. */
export function openChannels(environment: Environment): Channels & { close(): void } {
  const channels: Channels = { EMAIL: open(environment, 'EMAIL'), SMS: open(environment, 'SMS') }
  return { ...channels, close: () => notificationChannels.forEach((channel) => channels[channel]?.close()) }
}

function open(environment: Environment, channel: NotificationChannel): Channel | undefined {
  const { mail, smsGateway, dataDirectory } = environment
  if (channel === 'EMAIL' && mail) return createSmtpChannel({ ...environment, mail })
  if (channel === 'SMS' && smsGateway) return createSmsChannel(smsGateway)
  return meansOf(environment, channel) === 'SANDBOX' ? createSandboxChannel(dataDirectory, channel) : undefined
}

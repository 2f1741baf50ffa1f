import type { Language } from '@shebao/kernel'
import type { DeliveryReason } from '../../../telling/notification-codes.ts'

/** What goes out. A text message has no title. */
export interface Message {
  /** Of the delivery: the same for every attempt, so that the other side can tell a repeated one. */
  id: string
  to: string
  language: Language
  title: string
  text: string
}

/** `final`: no later attempt would do better. */
export type Attempt = { sent: true } | { sent: false; reason: DeliveryReason; final: boolean }

/** One way outside. */
export interface Channel {
  send(message: Message): Promise<Attempt>
  close(): void
}

export const failed = (reason: DeliveryReason, final: boolean): Attempt => ({ sent: false, reason, final })

import type { Language } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import type { NotificationChannel } from '../../../telling/notification-codes.ts'
import type { Told } from '../../../telling/telling.ts'

/** A delivery that was taken, with everywhere its address may stand. All of it is sealed. */
export type Outgoing = Told & {
  id: string
  channel: NotificationChannel
  attempts: number
  address: Uint8Array | null
  secret: Uint8Array | null
  expiresAt: Date | null
  language: Language
  email: Uint8Array | null
  phone: Uint8Array | null
  emailOn: boolean
  smsOn: boolean
  /** Of an insured person, as the register has it. */
  person: Uint8Array | null
  /** The handler of the employer whose matter it is. */
  contact: Uint8Array | null
}

export function listOutgoing({ database, clock }: Platform, ids: readonly string[]): Promise<Outgoing[]> {
  return database.query<Outgoing>(
    {
      name: 'notification-outgoing',
      text: `SELECT delivery.id, delivery.channel, delivery.attempts, delivery.address, delivery.secret, delivery.expires_at AS "expiresAt",
          told.kind, told.params, COALESCE(account.language, 'zh-CN') AS language, own.email, own.phone, COALESCE(own.email_on, true) AS "emailOn",
          COALESCE(own.sms_on, true) AS "smsOn", person.personal AS person, held.contact_personal AS contact
        FROM notification_delivery delivery JOIN notification told ON told.id = delivery.notification_id
        LEFT JOIN account ON account.id = told.account_id LEFT JOIN contact_setting own ON own.account_id = account.id
        LEFT JOIN individual person ON person.id = COALESCE(told.individual_id, account.individual_id)
        LEFT JOIN LATERAL (SELECT contact_personal FROM employer_particulars particulars WHERE particulars.employer_id = told.employer_id
          AND superseded_at IS NULL AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) LIMIT 1) held ON true
        WHERE delivery.id = ANY($1::uuid[])`,
    },
    [ids, clock.today()],
  )
}

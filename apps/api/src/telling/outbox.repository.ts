import type { Platform } from '../platform/platform.ts'
import type { NotificationChannel } from './notification-codes.ts'
import type { SecretKind, Telling, TellingParams } from './telling.ts'

type Addressed = Telling & { readonly sms: boolean }

/**
 * Everybody a telling is for, with what goes outside for each of them: an e-mail where the account has a confirmed address, a text
 * message where it or the register has a number. What a person without an account is told waits for their first sign-in. Several clerks of one employer share the register's number, which gets one.
 */
const insertAll = `WITH told AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::bool[])
      AS t(kind, key, params, employer_id, individual_id, account_id, roles, except_id, sms)
  ), reader AS (
    SELECT told.*, member.account_id AS reader_id, NULL::uuid AS person_id FROM told JOIN membership member ON member.scope_kind = 'EMPLOYER'
      AND member.scope_id = told.employer_id AND member.role = 'CLERK'
      WHERE member.ended_at IS NULL AND member.valid_from <= $11 AND (member.valid_to IS NULL OR member.valid_to >= $11)
    UNION SELECT told.*, member.account_id, NULL FROM told JOIN mandate ON mandate.employer_id = told.employer_id
        AND mandate.status = 'ACCEPTED' AND mandate.valid_from <= $11 AND mandate.valid_to >= $11
      JOIN membership member ON member.scope_kind = 'EMPLOYER' AND member.scope_id = mandate.agency_id AND member.role = 'CLERK'
      WHERE member.ended_at IS NULL AND member.valid_from <= $11 AND (member.valid_to IS NULL OR member.valid_to >= $11)
    UNION SELECT told.*, account.id, CASE WHEN account.id IS NULL THEN person.id END FROM told JOIN individual person
      ON person.id = told.individual_id LEFT JOIN account ON account.individual_id = person.id
    UNION SELECT told.*, told.account_id, NULL FROM told WHERE told.account_id IS NOT NULL
    UNION SELECT told.*, member.account_id, NULL FROM told JOIN membership member ON member.scope_kind = 'OFFICE'
      AND member.role = ANY(string_to_array(told.roles, ','))
      WHERE member.ended_at IS NULL AND member.valid_from <= $11 AND (member.valid_to IS NULL OR member.valid_to >= $11)
        AND member.account_id IS DISTINCT FROM told.except_id
  ), made AS (
    INSERT INTO notification (id, account_id, individual_id, employer_id, kind, key, params, created_at)
    SELECT gen_random_uuid(), reader_id, person_id, employer_id, kind, key, params, $10 FROM reader
    ORDER BY reader_id, person_id, kind, key
    ON CONFLICT DO NOTHING RETURNING id, account_id, individual_id, employer_id, kind, key
  ), way AS (
    SELECT made.id, 'EMAIL' AS channel FROM made JOIN contact_setting own ON own.account_id = made.account_id
      WHERE $12::bool AND own.email_on AND own.email IS NOT NULL
    UNION ALL SELECT made.id, 'SMS' FROM made JOIN contact_setting own ON own.account_id = made.account_id
      WHERE $13::bool AND own.sms_on AND own.phone IS NOT NULL
    UNION ALL (SELECT DISTINCT ON (made.employer_id, made.kind, made.key) made.id, 'SMS' FROM made
      JOIN employer_particulars held ON held.employer_id = made.employer_id AND held.superseded_at IS NULL
        AND held.valid_from <= $11 AND (held.valid_to IS NULL OR held.valid_to >= $11) AND held.contact_personal IS NOT NULL
      LEFT JOIN contact_setting own ON own.account_id = made.account_id
      WHERE $13::bool AND own.phone IS NULL AND own.sms_on IS DISTINCT FROM false
      ORDER BY made.employer_id, made.kind, made.key, made.account_id)
    UNION ALL SELECT made.id, 'SMS' FROM made JOIN account ON account.id = made.account_id AND account.individual_id IS NOT NULL
      LEFT JOIN contact_setting own ON own.account_id = made.account_id
      WHERE $13::bool AND own.phone IS NULL AND own.sms_on IS DISTINCT FROM false
    UNION ALL SELECT id, 'SMS' FROM made WHERE $13::bool AND individual_id IS NOT NULL
  )
  INSERT INTO notification_delivery (id, notification_id, channel, next_attempt_at)
  SELECT gen_random_uuid(), way.id, way.channel, $10 FROM way JOIN made ON made.id = way.id
    WHERE way.channel = 'EMAIL' OR EXISTS (SELECT FROM told WHERE told.kind = made.kind AND told.key = made.key AND told.sms)`

export async function insertNotifications(
  { database, clock }: Platform,
  tellings: readonly Addressed[],
  channels: { email: boolean; sms: boolean },
): Promise<void> {
  const to = tellings.map((telling) => telling.to)
  await database.query({ name: 'tell', gate: 'TELLING', text: insertAll }, [
    tellings.map(({ kind }) => kind),
    tellings.map(({ key }) => key),
    tellings.map(({ params }) => JSON.stringify(params)),
    to.map((one) => ('employerId' in one ? one.employerId : null)),
    to.map((one) => ('individualId' in one ? one.individualId : null)),
    to.map((one) => ('accountId' in one ? one.accountId : null)),
    to.map((one) => ('roles' in one ? one.roles.join(',') : null)),
    to.map((one) => ('roles' in one ? (one.except ?? null) : null)),
    tellings.map(({ sms }) => sms),
    clock.now(),
    clock.today(),
    channels.email,
    channels.sms,
  ])
}

type GivenKind = SecretKind | 'ADDRESS_CHANGED' | 'REGISTRATION_APPROVED' | 'REGISTRATION_REFUSED'

export interface SecretDelivery {
  accountId: string
  kind: GivenKind
  key: string
  params: TellingParams[GivenKind]
  channel: NotificationChannel
  /** Nothing: the words alone go to an address that is given. */
  secret: Uint8Array | null
  address: Uint8Array | null
  expiresAt: Date | null
}

/** One notification with its one delivery, where there is somewhere to send it; says whether there was. */
export async function insertSecretDelivery({ database, clock }: Platform, row: SecretDelivery): Promise<boolean> {
  const made = await database.query(
    {
      name: 'tell-secret',
      gate: 'TELLING',
      text: `WITH made AS (
          INSERT INTO notification (id, account_id, kind, key, params, created_at)
          SELECT gen_random_uuid(), $1::uuid, $2, $3, $4::jsonb, $9::timestamp WHERE $7::bytea IS NOT NULL OR EXISTS (
            SELECT FROM contact_setting own WHERE own.account_id = $1 AND CASE $5 WHEN 'EMAIL' THEN own.email ELSE own.phone END IS NOT NULL)
          ON CONFLICT (account_id, kind, key) DO NOTHING RETURNING id
        )
        INSERT INTO notification_delivery (id, notification_id, channel, secret, address, expires_at, next_attempt_at)
        SELECT gen_random_uuid(), id, $5, $6::bytea, $7, $8::timestamp, $9 FROM made RETURNING id`,
    },
    [
      row.accountId,
      row.kind,
      row.key,
      JSON.stringify(row.params),
      row.channel,
      row.secret,
      row.address,
      row.expiresAt,
      clock.now(),
    ],
  )
  return made.length > 0
}

/** One message to somebody without an account: it stands under the account that had it sent, and in no inbox. */
export interface StrangerDelivery {
  /** Of the notification, so that its sender can follow it. */
  id: string
  key: string
  params: TellingParams['EMPLOYEE_ASKED']
  secret: Uint8Array
  address: Uint8Array
  expiresAt: Date
}

const utc = (instant: Date) => instant.toISOString().replace('Z', '')
const bytes = (sealed: Uint8Array) => Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)

/** Any number of text messages to people who have no account here, in one statement. */
export async function insertStrangerDeliveries(
  { database, clock }: Platform,
  accountId: string,
  rows: readonly StrangerDelivery[],
): Promise<void> {
  await database.query(
    {
      name: 'tell-strangers',
      gate: 'TELLING',
      text: `WITH given AS (
          SELECT * FROM unnest($2::uuid[], $3::text[], $4::jsonb[], $5::bytea[], $6::bytea[], $7::timestamp[]) AS t(id, key, params, secret, address, expires_at)
        ), made AS (
          INSERT INTO notification (id, account_id, kind, key, params, created_at)
          SELECT id, $1::uuid, 'EMPLOYEE_ASKED', key, params, $8::timestamp FROM given RETURNING id
        )
        INSERT INTO notification_delivery (id, notification_id, channel, secret, address, expires_at, next_attempt_at)
        SELECT gen_random_uuid(), given.id, 'SMS', secret, address, expires_at, $8::timestamp FROM given JOIN made USING (id)`,
    },
    [
      accountId,
      rows.map(({ id }) => id),
      rows.map(({ key }) => key),
      rows.map(({ params }) => JSON.stringify(params)),
      rows.map(({ secret }) => bytes(secret)),
      rows.map(({ address }) => bytes(address)),
      rows.map(({ expiresAt }) => utc(expiresAt)),
      utc(clock.now()),
    ],
  )
}

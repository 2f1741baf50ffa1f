import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import type { Language } from '@shebao/kernel'
import { z } from 'zod'
import { lacksOfCluster } from './cluster-settings.ts'
import { readTrustedProxies } from './trusted-proxies.ts'
import type { TrustedProxies } from './trusted-proxies.ts'

/** Every setting of the server, read once. This is the only module that reads `process.env`. */
export interface Environment {
  /** `demo` seeds a demo office and allows ad-hoc GraphQL; `production` does neither. */
  mode: 'demo' | 'production' | 'test'
  host: string
  port: number
  /** Certificate chain and key, PEM, where the product itself speaks TLS; otherwise whoever stands in front does. */
  certificate: { cert: string; key: string } | undefined
  /** The address people reach the product at, printed into documents and bank redirects; without a trailing slash. */
  publicUrl: string
  /** A PostgreSQL server, or undefined for the embedded database under `dataDirectory`. */
  databaseUrl: string | undefined
  databasePoolSize: number
  /** Replicas of that server, for reads that are much work; without it the server itself. */
  replicaUrl: string | undefined
  /** The folder of pg_dump and pg_restore, where those of the PATH are of an earlier version than the server. */
  postgresPrograms: string | undefined
  /** All state of the server: embedded database, keys, documents. */
  dataDirectory: string
  /** 32 bytes in hex; when absent a key is made once and kept in the data directory. */
  secretKey: string | undefined
  /** The one before, while it is being replaced: what is not under the new one yet is under this. */
  oldSecretKey: string | undefined
  /** Where the sandbox bank listens; started beside the server unless an address is given. */
  sandboxBankUrl: string | undefined
  /** Signs what goes between the office and its bank; without one, as with the sandbox bank, it is derived from the office's own. */
  bankKey: string | undefined
  /** Number of the partner that answers inquiries and allocations of SIL 63 through the bank's interface; all others at their desk. */
  bankPartnerNo: string | undefined
  sandboxBankPort: number
  /** How long it goes on answering after it was told to end, so that a balancer finds it not ready before it closes. */
  drainSeconds: number
  /** How long stopping may take after that; then the process ends with what it has. */
  stopSeconds: number
  logLevel: string
  /** Freezes the civil date, for tests and rehearsals only; refused in production. */
  today: string | undefined
  webDirectory: string
  /** GraphQL documents of the web application: in production only these are answered. */
  operationsDirectory: string
  /** The reverse proxies whose X-Forwarded-* headers are believed. */
  trustProxy: TrustedProxies
  /** What Prometheus shows to read `/metrics`; without one there are none. */
  metricsToken: string | undefined
  /** Where it is told that an alert begins and ends, and what that is signed with. */
  alertWebhook: { url: string; secret: string } | undefined
  /** Backups are made, and watched, by other means than `shebao backup`. */
  backupElsewhere: boolean
  /** Where OpenTelemetry traces go, without a trailing slash; without one there are none. */
  tracesEndpoint: string | undefined
  /** Which part of the traces is sent, from 0 to 1. */
  tracesRatio: number
  /** What a telephone platform shows to be told the hotline's dialogue; without one no platform is. */
  hotlineSecret: string | undefined
  /** Where agents of the hotline are reached, as tel: or sip:; without it nobody is put through. */
  hotlineAgents: string | undefined
  /** Where attached files are kept; in `filesDirectory` when absent. */
  objectStore: ObjectStoreSettings | undefined
  /** In the data directory, unless several processes share another. */
  filesDirectory: string
  /** A clamd that looks at attached files before they are kept. */
  virusScanner: { host: string; port: number } | undefined
  /** The mail server that e-mails go through, and what they come from; e-mail is off in production without. */
  mail: { url: string; from: string } | undefined
  /** The gateway that text messages go through (docs/operations.md has its contract). */
  smsGateway: { url: string; token: string } | undefined
  /** Of what the server says in the terminal. */
  language: Language
}

/** A store that speaks the S3 protocol. */
export interface ObjectStoreSettings {
  /** Address of the bucket, such as https://s3.example.org/shebao. */
  bucketUrl: string
  region: string
  keyId: string
  secret: string
}

const text = z
  .string()
  .trim()
  .min(1)
  .optional()
  .or(z.literal('').transform(() => undefined))
const integer = z.coerce.number().int().min(0)
const key = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, '64 hexadecimal digits, such as `openssl rand -hex 32` makes')
  .optional()

/** Every trace begins here, so what a parent says never decides. */
const tracesSamplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const

const variables = z.object({
  SHEBAO_MODE: z.enum(['demo', 'production', 'test']).default('demo'),
  HOST: z.string().default('127.0.0.1'),
  PORT: integer.max(65535).default(4000),
  SHEBAO_PUBLIC_URL: text,
  SHEBAO_TLS_CERT_FILE: text,
  SHEBAO_TLS_KEY_FILE: text,
  DATABASE_URL: text,
  SHEBAO_REPLICA_URL: text,
  SHEBAO_CLUSTER: z.enum(['yes', 'no']).default('no'),
  SHEBAO_PG_BIN: text,
  SHEBAO_POOL_SIZE: integer.min(1).max(200).default(10),
  SHEBAO_DATA_DIR: z.string().trim().min(1).default('.data'),
  SHEBAO_SECRET_KEY: key,
  SHEBAO_OLD_SECRET_KEY: key,
  SHEBAO_BANK_URL: text,
  SHEBAO_BANK_KEY: key,
  SHEBAO_BANK_PARTNER: text,
  SHEBAO_BANK_PORT: integer.max(65535).default(4001),
  SHEBAO_DRAIN_SECONDS: integer.max(300).default(0),
  SHEBAO_STOP_SECONDS: integer.min(1).max(600).default(25),
  SHEBAO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SHEBAO_TODAY: z.iso.date().optional(),
  SHEBAO_TRUST_PROXY: z.string().default('false').transform(readTrustedProxies),
  SHEBAO_FILES_DIR: text.refine((path) => path === undefined || isAbsolute(path), 'a path that begins with /'),
  SHEBAO_S3_BUCKET_URL: z.url().optional(),
  SHEBAO_S3_REGION: z.string().default('us-east-1'),
  SHEBAO_S3_KEY_ID: text,
  SHEBAO_S3_SECRET: text,
  SHEBAO_CLAMD: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/, 'host:port of a clamd, such as 127.0.0.1:3310')
    .optional(),
  SHEBAO_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+(\/?\?\S*)?\/?$/, 'smtps://user:password@host:port, or smtp:// for STARTTLS')
    .optional(),
  SHEBAO_MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/, 'an address, such as 社保中心 <no-reply@shebao.example.gov.cn>')
    .optional(),
  SHEBAO_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SHEBAO_SMS_TOKEN: text,
  SHEBAO_METRICS_TOKEN: text.pipe(z.string().min(24, 'at least 24 characters').optional()),
  SHEBAO_ALERT_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SHEBAO_ALERT_WEBHOOK_SECRET: text.pipe(
    z
      .string()
      .regex(
        /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/,
        'whsec_ and 24 bytes or more in base64, such as `echo whsec_$(openssl rand -base64 32)` makes',
      )
      .optional(),
  ),
  SHEBAO_BACKUP_ELSEWHERE: z.enum(['yes', 'no']).default('no'),
  OTEL_TRACES_SAMPLER: z.enum(tracesSamplers).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  SHEBAO_HOTLINE_SECRET: text.pipe(z.string().min(24, 'at least 24 characters').optional()),
  SHEBAO_HOTLINE_AGENTS: text.pipe(
    z
      .string()
      .regex(
        /^(tel:\+?[\d-]{3,20}|sips?:[^\s"'<>]{3,200})$/,
        'a number or address such as tel:+8612333 or sip:agents@pbx.example',
      )
      .optional(),
  ),
  LC_ALL: text,
  LC_MESSAGES: text,
  LANG: text,
})

const repositoryRoot = resolve(import.meta.dirname, '../../../..')

/** What nobody else may read: each may also be handed over as a file, named by the variable with `_FILE` behind its name. */
const secrets = [
  'DATABASE_URL',
  'SHEBAO_SECRET_KEY',
  'SHEBAO_OLD_SECRET_KEY',
  'SHEBAO_BANK_KEY',
  'SHEBAO_S3_SECRET',
  'SHEBAO_SMTP_URL',
  'SHEBAO_SMS_TOKEN',
  'SHEBAO_METRICS_TOKEN',
  'SHEBAO_HOTLINE_SECRET',
  'SHEBAO_ALERT_WEBHOOK_SECRET',
] as const

/** The settings with the content of such files in them. Throws with what is set twice or cannot be read, never with what it holds. */
function withSecretsOfFiles(source: Record<string, string | undefined>): Record<string, string | undefined> {
  const read = { ...source }
  const wrong: string[] = []
  for (const name of secrets) {
    const file = source[`${name}_FILE`]?.trim()
    if (!file) continue
    if (source[name]) wrong.push(`  ${name}_FILE: ${name} is set, too; set one of the two`)
    try {
      read[name] = readFileSync(file, 'utf8').trim()
    } catch {
      wrong.push(`  ${name}_FILE: this file cannot be read`)
    }
  }
  if (wrong.length > 0) throw new Error(`These settings are wrong:\n${wrong.join('\n')}`)
  return read
}

/** Throws with every wrong variable named, so that a mistyped setting stops the start instead of hiding. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const parsed = variables.safeParse(withSecretsOfFiles(source))
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings are wrong:\n${lines.join('\n')}`)
  }
  const value = parsed.data
  if (value.SHEBAO_MODE === 'production' && value.SHEBAO_TODAY) {
    throw new Error('These settings are wrong:\n  SHEBAO_TODAY: a frozen date is not allowed in production')
  }
  const lacks = lacksOfCluster(value)
  if (lacks.length > 0)
    throw new Error(`These settings are missing, since SHEBAO_CLUSTER says "yes":\n  ${lacks.join('\n  ')}`)
  const dataDirectory = isAbsolute(value.SHEBAO_DATA_DIR)
    ? value.SHEBAO_DATA_DIR
    : join(repositoryRoot, value.SHEBAO_DATA_DIR)
  return {
    mode: value.SHEBAO_MODE,
    host: value.HOST,
    port: value.PORT,
    certificate: certificateOf(value),
    publicUrl: (value.SHEBAO_PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    databaseUrl: value.DATABASE_URL,
    databasePoolSize: value.SHEBAO_POOL_SIZE,
    replicaUrl: value.SHEBAO_REPLICA_URL,
    postgresPrograms: value.SHEBAO_PG_BIN,
    dataDirectory,
    filesDirectory: value.SHEBAO_FILES_DIR ?? join(dataDirectory, 'attachments'),
    secretKey: value.SHEBAO_SECRET_KEY,
    oldSecretKey: value.SHEBAO_OLD_SECRET_KEY,
    sandboxBankUrl: value.SHEBAO_BANK_URL?.replace(/\/+$/, ''),
    bankKey: value.SHEBAO_BANK_KEY,
    bankPartnerNo: value.SHEBAO_BANK_PARTNER ?? (value.SHEBAO_MODE === 'demo' ? 'YH02' : undefined),
    sandboxBankPort: value.SHEBAO_BANK_PORT,
    drainSeconds: value.SHEBAO_DRAIN_SECONDS,
    stopSeconds: value.SHEBAO_STOP_SECONDS,
    logLevel: value.SHEBAO_LOG_LEVEL,
    today: value.SHEBAO_TODAY,
    webDirectory: join(repositoryRoot, 'apps/web/dist'),
    operationsDirectory: join(repositoryRoot, 'apps/web/src'),
    trustProxy: value.SHEBAO_TRUST_PROXY,
    metricsToken: value.SHEBAO_METRICS_TOKEN,
    tracesEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, ''),
    tracesRatio: ratioOf(value),
    alertWebhook: webhookOf(value),
    backupElsewhere: value.SHEBAO_BACKUP_ELSEWHERE === 'yes',
    hotlineSecret: value.SHEBAO_HOTLINE_SECRET,
    // The demo's telephone is a page: there the number is only shown.
    hotlineAgents: value.SHEBAO_HOTLINE_AGENTS ?? (value.SHEBAO_MODE === 'demo' ? 'tel:+8612333' : undefined),
    objectStore: objectStoreOf(value),
    mail: mailOf(value),
    smsGateway: smsGatewayOf(value),
    virusScanner: scannerOf(value.SHEBAO_CLAMD),
    // The first locale variable that is set decides, as POSIX orders them.
    language: /^zh/i.test(value.LC_ALL ?? value.LC_MESSAGES ?? value.LANG ?? '') ? 'zh-CN' : 'en',
  }
}

/** Throws where only one of the two is named, or one cannot be read. */
function certificateOf(given: z.infer<typeof variables>): Environment['certificate'] {
  const { SHEBAO_TLS_CERT_FILE: certFile, SHEBAO_TLS_KEY_FILE: keyFile } = given
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined)
    throw new Error(
      'These settings are wrong:\n  SHEBAO_TLS_CERT_FILE: needs SHEBAO_TLS_KEY_FILE, and the other way round',
    )
  const read = (name: string, file: string) => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      throw new Error(`These settings are wrong:\n  ${name}: this file cannot be read`)
    }
  }
  return { cert: read('SHEBAO_TLS_CERT_FILE', certFile), key: read('SHEBAO_TLS_KEY_FILE', keyFile) }
}

function objectStoreOf(value: z.infer<typeof variables>): ObjectStoreSettings | undefined {
  const bucketUrl = value.SHEBAO_S3_BUCKET_URL?.replace(/\/+$/, '')
  const [keyId, secret] = [value.SHEBAO_S3_KEY_ID, value.SHEBAO_S3_SECRET]
  if (bucketUrl === undefined) return undefined
  if (keyId === undefined || secret === undefined)
    throw new Error('These settings are wrong:\n  SHEBAO_S3_BUCKET_URL: needs SHEBAO_S3_KEY_ID and SHEBAO_S3_SECRET')
  return { bucketUrl, region: value.SHEBAO_S3_REGION, keyId, secret }
}

function mailOf({ SHEBAO_SMTP_URL: url, SHEBAO_MAIL_FROM: from }: z.infer<typeof variables>): Environment['mail'] {
  if (url !== undefined && from !== undefined) return { url, from }
  if (url === undefined && from === undefined) return undefined
  throw new Error('These settings are wrong:\n  SHEBAO_SMTP_URL: needs SHEBAO_MAIL_FROM, and the other way round')
}

function smsGatewayOf(given: z.infer<typeof variables>): Environment['smsGateway'] {
  const { SHEBAO_SMS_URL: url, SHEBAO_SMS_TOKEN: token } = given
  if (url !== undefined && token !== undefined) return { url, token }
  if (url === undefined && token === undefined) return undefined
  throw new Error('These settings are wrong:\n  SHEBAO_SMS_URL: needs SHEBAO_SMS_TOKEN, and the other way round')
}

function webhookOf(given: z.infer<typeof variables>): Environment['alertWebhook'] {
  const { SHEBAO_ALERT_WEBHOOK_URL: url, SHEBAO_ALERT_WEBHOOK_SECRET: secret } = given
  if (url !== undefined && secret !== undefined) return { url, secret }
  if (url === undefined && secret === undefined) return undefined
  throw new Error(
    'These settings are wrong:\n  SHEBAO_ALERT_WEBHOOK_URL: needs SHEBAO_ALERT_WEBHOOK_SECRET, and the other way round',
  )
}

function ratioOf({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: ratio }: z.infer<typeof variables>): number {
  if (sampler.endsWith('traceidratio')) return ratio
  return sampler.endsWith('always_off') ? 0 : 1
}

function scannerOf(address: string | undefined): Environment['virusScanner'] {
  const at = address?.lastIndexOf(':') ?? -1
  return address === undefined ? undefined : { host: address.slice(0, at), port: Number(address.slice(at + 1)) }
}

/** What a program that this one starts gets: its own variables, and some besides. */
export const programEnvironment = (besides: Readonly<Record<string, string>>): Record<string, string | undefined> => ({
  ...process.env,
  ...besides,
})

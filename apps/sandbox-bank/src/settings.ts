import { z } from 'zod'

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  BANK_PORT: z.coerce.number().int().min(0).max(65535),
  BANK_SHARED_KEY: z.string().regex(/^[0-9a-f]{64}$/i),
  BANK_RETURN_ORIGIN: z.url().transform((url) => new URL(url).origin),
  BANK_NOTIFY_URL: z.url(),
  BANK_DATA_DIR: z.string().min(1),
  BANK_ACCOUNT_NUMBER: z.string().regex(/^\d{8,30}$/),
  BANK_ACCOUNT_NAME: z.string().min(1).max(140),
  BANK_NAME: z.string().min(1).max(140),
  BANK_LATE_SECONDS: z.coerce.number().min(0).max(3600).default(20),
})

/** The settings of the bank's process; this is its only module that reads the environment. */
export function readSettings(source: Record<string, string | undefined> = process.env) {
  const parsed = variables.safeParse(source)
  if (!parsed.success)
    throw new Error(`These settings are wrong: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  const value = parsed.data
  return {
    host: value.HOST,
    port: value.BANK_PORT,
    bank: {
      sharedKey: Buffer.from(value.BANK_SHARED_KEY, 'hex'),
      returnOrigin: value.BANK_RETURN_ORIGIN,
      notifyUrl: value.BANK_NOTIFY_URL,
      dataDirectory: value.BANK_DATA_DIR,
      account: { number: value.BANK_ACCOUNT_NUMBER, name: value.BANK_ACCOUNT_NAME, bank: value.BANK_NAME },
      lateMs: value.BANK_LATE_SECONDS * 1000,
      firstRetryMs: 1000,
    },
  }
}

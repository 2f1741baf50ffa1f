import { AgreementStatus, OrderStatus, signMessage } from '@shebao/bank-protocol'
import type { AgreementRequest, DebitRequest, OrderRequest } from '@shebao/bank-protocol'
import { EnforcementStatus } from '@shebao/bank-protocol/enforcement'
import type { EnforcementRequest } from '@shebao/bank-protocol/enforcement'
import type { ZodType } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { traced } from '../../../platform/tracing.ts'

/** What the office and the bank sign their messages with: agreed on, or, with the bank that comes along, derived. */
export function bankKeyOf({ environment, vault }: Pick<Platform, 'environment' | 'vault'>): Buffer {
  return environment.bankKey ? Buffer.from(environment.bankKey, 'hex') : vault.derivedKey('sandbox-bank')
}

const answerTimeoutMs = 5_000

/** What the bank says, or that we do not know: a timeout is never a failure (domain specification, section 5). */
export type BankAnswer =
  | { kind: 'ORDER'; order: OrderStatus }
  | { kind: 'NO_SUCH_ORDER' }
  | { kind: 'REFUSED'; status: number }
  | { kind: 'UNKNOWN' }

export type AgreementAnswer =
  | { kind: 'AGREEMENT'; agreement: AgreementStatus }
  | { kind: 'NO_SUCH_AGREEMENT' }
  | { kind: 'REFUSED'; status: number }
  | { kind: 'UNKNOWN' }

export function createOrder(platform: Platform, request: OrderRequest): Promise<BankAnswer> {
  return askAboutOrder(platform, 'POST', '/orders', request)
}

/** Draws on an agreement. The answer says only that the bank took it in, unless it has done so before. */
export function createDebit(platform: Platform, request: DebitRequest): Promise<BankAnswer> {
  return askAboutOrder(platform, 'POST', '/debits', request)
}

export function queryOrder(platform: Platform, key: string): Promise<BankAnswer> {
  return askAboutOrder(platform, 'GET', `/orders/${encodeURIComponent(key)}`)
}

export function createAgreement(platform: Platform, request: AgreementRequest): Promise<AgreementAnswer> {
  return askAboutAgreement(platform, 'POST', '/agreements', request)
}

export function queryAgreement(platform: Platform, agreementNo: string): Promise<AgreementAnswer> {
  return askAboutAgreement(platform, 'GET', `/agreements/${agreementNo}`)
}

export function endAgreementAtBank(platform: Platform, agreementNo: string): Promise<AgreementAnswer> {
  return askAboutAgreement(platform, 'POST', `/agreements/${agreementNo}/end`)
}

export type EnforcementAnswer = Answer<EnforcementStatus>

/** Asks for accounts, or has money drawn (SIL 63). Sent twice under its number it is one request. */
export function sendEnforcement(platform: Platform, request: EnforcementRequest): Promise<EnforcementAnswer> {
  return askBank(platform, 'POST', '/enforcement', request, EnforcementStatus)
}

/** What the bank has said of a request so far. */
export function queryEnforcement(platform: Platform, request: string): Promise<EnforcementAnswer> {
  return askBank(platform, 'GET', `/enforcement/${request}`, undefined, EnforcementStatus)
}

export function withdrawEnforcement(platform: Platform, request: string): Promise<EnforcementAnswer> {
  return askBank(platform, 'POST', `/enforcement/${request}/withdraw`, undefined, EnforcementStatus)
}

/** Where the clerk's browser goes to pay or to sign. */
export function bankPageUrl({ environment }: Platform, path: string): string {
  if (environment.sandboxBankUrl) return environment.sandboxBankUrl + path
  const { protocol, hostname } = new URL(environment.publicUrl)
  return `${protocol}//${hostname}:${environment.sandboxBankPort}${path}`
}

async function askAboutOrder(
  platform: Platform,
  method: 'GET' | 'POST',
  path: string,
  request?: object,
): Promise<BankAnswer> {
  const answer = await askBank(platform, method, path, request, OrderStatus)
  if (answer.kind === 'BODY') return { kind: 'ORDER', order: answer.body }
  return answer.kind === 'REFUSED' && answer.status === 404 && method === 'GET' ? { kind: 'NO_SUCH_ORDER' } : answer
}

async function askAboutAgreement(
  platform: Platform,
  method: 'GET' | 'POST',
  path: string,
  request?: object,
): Promise<AgreementAnswer> {
  const answer = await askBank(platform, method, path, request, AgreementStatus)
  if (answer.kind === 'BODY') return { kind: 'AGREEMENT', agreement: answer.body }
  return answer.kind === 'REFUSED' && answer.status === 404 ? { kind: 'NO_SUCH_AGREEMENT' } : answer
}

type Answer<Body> = { kind: 'BODY'; body: Body } | { kind: 'REFUSED'; status: number } | { kind: 'UNKNOWN' }

/** A span by what is asked about; the order's own key stays out of it. */
function askBank<Body>(
  platform: Platform,
  method: 'GET' | 'POST',
  path: string,
  request: object | undefined,
  schema: ZodType<Body>,
): Promise<Answer<Body>> {
  const name = `bank ${method} ${/^\/[a-z]*/.exec(path)?.[0]}`
  const body = request ? JSON.stringify(request) : ''
  return traced(platform.tracing, name, { kind: 'CLIENT', attributes: { 'http.request.method': method } }, () =>
    send(platform, { method, path, body }, schema),
  )
}

async function send<Body>(
  platform: Platform,
  message: { method: 'GET' | 'POST'; path: string; body: string },
  schema: ZodType<Body>,
): Promise<Answer<Body>> {
  const { environment, logger } = platform
  const origin = environment.sandboxBankUrl ?? `http://127.0.0.1:${environment.sandboxBankPort}`
  try {
    const answer = await fetch(origin + message.path, {
      method: message.method,
      // The machine's own time: the bank does not share a civil date that was frozen for a rehearsal.
      headers: {
        'content-type': 'application/json',
        ...platform.tracing?.headers(),
        ...signMessage(bankKeyOf(platform), message, Date.now()),
      },
      ...(message.body ? { body: message.body } : {}),
      signal: AbortSignal.timeout(answerTimeoutMs),
    })
    if (answer.status >= 400 && answer.status < 500) return { kind: 'REFUSED', status: answer.status }
    if (!answer.ok) return { kind: 'UNKNOWN' }
    const parsed = schema.safeParse(await answer.json())
    return parsed.success ? { kind: 'BODY', body: parsed.data } : { kind: 'UNKNOWN' }
  } catch (error) {
    logger.warn(
      { method: message.method, reason: error instanceof Error ? error.name : 'unknown' },
      'the bank did not answer',
    )
    return { kind: 'UNKNOWN' }
  }
}

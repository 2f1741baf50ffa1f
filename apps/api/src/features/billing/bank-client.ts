import { OrderStatus, signMessage } from '@shebao/sandbox-bank/protocol'
import type { OrderRequest } from '@shebao/sandbox-bank/protocol'
import type { Platform } from '../../platform/platform.ts'

/** Purpose of the key that the office and the bank sign their messages with. */
export const bankKeyPurpose = 'sandbox-bank'
const answerTimeoutMs = 5_000

/** What the bank says, or that we do not know: a timeout is never a failure (domain specification, section 5). */
export type BankAnswer =
  | { kind: 'ORDER'; order: OrderStatus }
  | { kind: 'NO_SUCH_ORDER' }
  | { kind: 'REFUSED'; status: number }
  | { kind: 'UNKNOWN' }

export function createOrder(platform: Platform, request: OrderRequest): Promise<BankAnswer> {
  return askBank(platform, 'POST', '/orders', JSON.stringify(request))
}

export function queryOrder(platform: Platform, key: string): Promise<BankAnswer> {
  return askBank(platform, 'GET', `/orders/${encodeURIComponent(key)}`, '')
}

/** Where the clerk's browser goes to pay. */
export function cashierUrl({ environment }: Platform, payPath: string): string {
  if (environment.sandboxBankUrl) return environment.sandboxBankUrl + payPath
  const { protocol, hostname } = new URL(environment.publicUrl)
  return `${protocol}//${hostname}:${environment.sandboxBankPort}${payPath}`
}

async function askBank(platform: Platform, method: 'GET' | 'POST', path: string, body: string): Promise<BankAnswer> {
  const { environment, vault, logger } = platform
  const origin = environment.sandboxBankUrl ?? `http://127.0.0.1:${environment.sandboxBankPort}`
  try {
    const answer = await fetch(origin + path, {
      method,
      // The machine's own time: the bank does not share a civil date that was frozen for a rehearsal.
      headers: {
        'content-type': 'application/json',
        ...signMessage(vault.derivedKey(bankKeyPurpose), { method, path, body }, Date.now()),
      },
      ...(body ? { body } : {}),
      signal: AbortSignal.timeout(answerTimeoutMs),
    })
    if (answer.status === 404 && method === 'GET') return { kind: 'NO_SUCH_ORDER' }
    if (answer.status >= 400 && answer.status < 500) return { kind: 'REFUSED', status: answer.status }
    if (!answer.ok) return { kind: 'UNKNOWN' }
    const order = OrderStatus.safeParse(await answer.json())
    return order.success ? { kind: 'ORDER', order: order.data } : { kind: 'UNKNOWN' }
  } catch (error) {
    logger.warn({ method, reason: error instanceof Error ? error.name : 'unknown' }, 'the bank did not answer')
    return { kind: 'UNKNOWN' }
  }
}

import { sessionCookieName } from '@shebao/api/src/http/request-context.ts'
import { signMessage } from '@shebao/bank-protocol'
import type { BankEvent } from '@shebao/bank-protocol'
import type { Filer, OpenPayment } from './given-office.ts'

/** What the office said it had taken in, and when. */
export interface Acknowledged {
  what: 'SUBMISSION' | 'PAYMENT'
  /** The number of the receipt, or of the bank's event. */
  id: string
  /** Of a submission: what was frozen. */
  hash?: string
  at: number
  /** So many times it was sent: more than once where no answer came, or one that said so. */
  tries: number
}

export interface Failure {
  what: Acknowledged['what']
  at: number
  why: string
}

const pauseMs = 100
const longestAnswerMs = 40_000
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))

/**
 * Clerks who hand in and take back, a bank that reports payments. Each sends what got no answer again, the same request with the
 * same key, as a browser, an employer's software and a bank do, until it is told that it was taken in.
 */
export class Load {
  readonly acknowledged: Acknowledged[] = []
  readonly failures: Failure[] = []
  readonly #url: string
  readonly #cookie: string
  readonly #bankKey: Uint8Array
  readonly #payments: OpenPayment[]
  #stopped = false
  #workers: Promise<void>[] = []

  constructor(url: string, bankKey: Uint8Array, payments: readonly OpenPayment[]) {
    this.#url = url
    this.#cookie = sessionCookieName(url.startsWith('https:'))
    this.#bankKey = bankKey
    this.#payments = [...payments]
  }

  get paymentsLeft(): number {
    return this.#payments.length
  }

  start(filers: readonly Filer[], banks: number): void {
    this.#stopped = false
    this.#workers = [
      ...filers.map((filer) => this.#untilStopped(() => this.submitAndWithdraw(filer))),
      ...Array.from({ length: banks }, () => this.#untilStopped(() => this.pay())),
    ]
    // `stop` tells of it: by itself it would end the rehearsal with the cluster still running.
    for (const worker of this.#workers) worker.catch(() => undefined)
  }

  /** Everybody finishes what they began: nothing is left without an answer. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#workers)
  }

  /** All of it again and again, for so many submissions and payments at least. */
  async run(filers: readonly Filer[], wanted: { submissions: number; payments: number }): Promise<void> {
    const before = this.acknowledged.length
    const countOf = (what: Acknowledged['what']) =>
      this.acknowledged.slice(before).filter((one) => one.what === what).length
    this.start(filers, 1)
    while (countOf('SUBMISSION') < wanted.submissions || countOf('PAYMENT') < wanted.payments) await pause(pauseMs)
    await this.stop()
  }

  async submitAndWithdraw({ declarationId, token }: Filer): Promise<void> {
    const draft = await this.#readDraft(token, declarationId)
    const { unitRevision, personnelRevision } = draft
    const input = { declarationId, unitRevision, personnelRevision, truthDeclared: true, signer: '王建国' }
    const { receipt, tries } = await this.#submit(token, input)
    this.acknowledged.push({
      what: 'SUBMISSION',
      id: receipt.formNo,
      hash: receipt.contentHash,
      at: performance.now(),
      tries,
    })
    const { mark } = await this.#readDraft(token, declarationId)
    await this.#persist('SUBMISSION', () => this.#ask(token, withdrawOperation, { id: declarationId, mark }))
  }

  async pay(): Promise<void> {
    const payment = this.#payments.pop()
    if (!payment) throw new Error('The rehearsal has no more payments to make: give it more.')
    const event: BankEvent = {
      eventId: crypto.randomUUID(),
      key: payment.key,
      sequence: 2,
      type: 'PAID',
      amount: payment.amount,
      reference: crypto.randomUUID(),
      failure: null,
      occurredAt: new Date().toISOString(),
    }
    const { tries } = await this.#persist('PAYMENT', () => this.#notify(event))
    this.acknowledged.push({ what: 'PAYMENT', id: event.eventId, at: performance.now(), tries })
  }

  async #untilStopped(deed: () => Promise<void>): Promise<void> {
    while (!this.#stopped) {
      await deed()
      await pause(pauseMs)
    }
  }

  async #readDraft(token: string, id: string): Promise<Draft> {
    const { answer } = await this.#persist('SUBMISSION', () =>
      this.#ask<{ declaration: Draft }>(token, draftOperation, { id }),
    )
    return answer.declaration
  }

  async #submit(token: string, input: Record<string, unknown>): Promise<{ receipt: Receipt; tries: number }> {
    const { answer, tries } = await this.#persist('SUBMISSION', () =>
      this.#ask<SubmitAnswer>(token, submitOperation, { input }),
    )
    const { receipt } = answer.submitDeclaration
    if (!receipt) throw new Error(`Not taken in: ${JSON.stringify(answer)}`)
    return { receipt, tries }
  }

  async #persist<Answer>(what: Acknowledged['what'], send: () => Promise<Answer>) {
    for (let tries = 1; ; tries += 1) {
      try {
        return { answer: await send(), tries }
      } catch (error) {
        if (error instanceof NeverRight) throw error
        this.failures.push({ what, at: performance.now(), why: whyOf(error) })
        await pause(pauseMs * 2)
      }
    }
  }

  async #ask<Data>(token: string, query: string, variables: Record<string, unknown>): Promise<Data> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: `${this.#cookie}=${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(longestAnswerMs),
    })
    const text = await response.text()
    if (response.status >= 500) throw new Error(`status ${response.status}`)
    const { data, errors = [] } = JSON.parse(text) as GraphqlAnswer<Data>
    const [first] = errors
    if (!first && data) return data
    const code = first?.extensions?.code ?? String(response.status)
    // Whatever the database's absence makes of it, a refusal of what was sent it must never be.
    throw retryable.has(code) ? new Error(code) : new NeverRight(`${code}: ${first?.message ?? text}`)
  }

  async #notify(event: BankEvent): Promise<void> {
    const body = JSON.stringify(event)
    const path = '/bank/notifications'
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signMessage(this.#bankKey, { method: 'POST', path, body }, Date.now()),
      },
      body,
      signal: AbortSignal.timeout(longestAnswerMs),
    })
    const text = await response.text()
    if (response.status >= 500) throw new Error(`status ${response.status}`)
    const { outcome } = JSON.parse(text) as { outcome?: string }
    if (outcome !== 'POSTED' && outcome !== 'REPEATED') throw new NeverRight(`payment ${text}`)
  }
}

/** Sent again it would be answered the same: a finding, no outage. */
class NeverRight extends Error {}

const retryable = new Set(['INTERNAL_SERVER_ERROR', 'DATABASE_AWAY'])

const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'no answer'
  return error.message === 'fetch failed' || error instanceof TypeError ? 'connection lost' : error.message
}

interface GraphqlAnswer<Data> {
  data?: Data | null
  errors?: { message: string; extensions?: { code?: string } }[]
}
interface Draft {
  unitRevision: number
  personnelRevision: number
  mark: string
}
interface Receipt {
  formNo: string
  contentHash: string
}
interface SubmitAnswer {
  submitDeclaration: { __typename: string; receipt?: Receipt }
}

const draftOperation = 'query ($id: ID!) { declaration(id: $id) { unitRevision personnelRevision mark } }'
const submitOperation = `mutation ($input: SubmitDeclarationInput!) { submitDeclaration(input: $input) { __typename
  ... on DeclarationSubmitted { receipt { formNo contentHash } } ... on DeclarationIncomplete { issues { path code } }
  ... on DeclarationRefused { reason } } }`
const withdrawOperation = `mutation ($id: ID!, $mark: CaseMark!) { withdrawDeclaration(declarationId: $id, decidedOn: $mark) { __typename } }`

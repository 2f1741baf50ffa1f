import type { Language } from '../language.ts'

export interface Office {
  readonly url: string
  readonly token: string
  /** What files is tried and undone. */
  readonly test: boolean
  readonly language: Language
}

/** The office answered and said no. */
export class OfficeRefusal extends Error {
  override readonly name = 'OfficeRefusal'
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** Nobody answers, or something that is no office. */
export class OfficeUnreachable extends Error {
  override readonly name = 'OfficeUnreachable'
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
  readonly extensions?: { readonly testMode?: 'KEPT' | 'UNDONE' }
}

export interface Asked<Data> {
  readonly data: Data
  readonly testMode: 'KEPT' | 'UNDONE' | undefined
}

const longestMs = 130_000
const pausesMs = [1_000, 2_000, 4_000]

/**
 * Talks to the office with an access token. Once it has answered, a connection that is lost is tried again: everything sent here may
 * come twice, the submission by its key.
 */
export class OfficeClient {
  readonly #office: Office
  #answered = false
  constructor(office: Office) {
    this.#office = office
  }

  async ask<Data>(query: string, variables: object = {}, key?: string): Promise<Asked<Data>> {
    const response = await this.#send('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors, extensions } = await readJson<GraphqlAnswer<Data>>(response)
    const [error] = errors ?? []
    if (error) throw refusalOf(error.message, error.extensions ?? {})
    if (data === null || data === undefined) throw new OfficeUnreachable(`HTTP ${response.status}`)
    return { data, testMode: extensions?.testMode }
  }

  async download(path: string): Promise<Uint8Array> {
    const response = await this.#send(path, { method: 'GET', headers: {} })
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    const { error = '', code = `HTTP_${response.status}` } = await readJson<{ error?: string; code?: string }>(response)
    throw new OfficeRefusal(code, error)
  }

  async #send(path: string, request: { method: string; headers: Record<string, string>; body?: string }) {
    const { url, token, test } = this.#office
    const headers = {
      ...request.headers,
      authorization: `Bearer ${token}`,
      ...(test ? { 'shebao-test-mode': 'true' } : {}),
    }
    for (const pause of [...pausesMs, undefined]) {
      try {
        const response = await fetch(new URL(path, url), {
          ...request,
          headers,
          redirect: 'error',
          signal: AbortSignal.timeout(longestMs),
        })
        this.#answered = true
        return response
      } catch (error) {
        if (!this.#answered || pause === undefined) throw new OfficeUnreachable(causeOf(error))
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    throw new OfficeUnreachable(url)
  }
}

async function readJson<Body>(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body
  } catch {
    throw new OfficeUnreachable(`HTTP ${response.status}`)
  }
}

function refusalOf(message: string, { code, ...details }: Readonly<Record<string, unknown>>): OfficeRefusal {
  return new OfficeRefusal(typeof code === 'string' ? code : 'UNKNOWN', message, details)
}

/** Node hides why a connection failed one level down. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}

import { createHash } from 'node:crypto'

export interface Answer {
  data: Record<string, never> | null
  errors: { message: string; extensions: { code: string } }[]
}

/** A client of the running product: a session cookie, GraphQL over HTTP, and the proof of work for signing in. */
export class ProductClient {
  readonly #url: string
  cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    })
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer>
    return { data, errors }
  }

  /** The answer of an operation with one root field, which must succeed. */
  async do<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.ask(query, variables)
    if (errors.length > 0 || data === null) throw new Error(errors.map(({ message }) => message).join('; '))
    return Object.values(data)[0] as T
  }

  async signIn(kind: 'EMPLOYER' | 'STAFF' | 'INSURED', identifier: string, password: string): Promise<string> {
    const { challengeId, answer } = await this.#solveChallenge()
    const { __typename } = await this.do<{ __typename: string }>(
      'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { kind, identifier, password, challengeId, answer } },
    )
    return __typename
  }

  async #solveChallenge(): Promise<{ challengeId: string; answer: string }> {
    const { id, proofOfWork } = await this.do<{
      id: string
      proofOfWork: { challenge: string; salt: string; maxNumber: number }
    }>('mutation { requestVerificationCode(kind: PROOF_OF_WORK) { id proofOfWork { challenge salt maxNumber } } }')
    for (let number = 0; number <= proofOfWork.maxNumber; number += 1) {
      const tried = createHash('sha256').update(`${proofOfWork.salt}${number}`).digest('hex')
      if (tried === proofOfWork.challenge) return { challengeId: id, answer: String(number) }
    }
    throw new Error('The proof of work has no solution.')
  }
}

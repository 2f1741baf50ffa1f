import type { Answer, Asked, Send } from './answer.ts'

/** The request of an operation, to the letter: the build writes the first questions of a page with it. */
export const requestOf = ({ name, text, variables }: Pick<Asked, 'name' | 'text' | 'variables'>) => ({
  method: 'POST',
  credentials: 'same-origin' as const,
  headers: {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
  },
  body: JSON.stringify({ operationName: name, variables, query: text }),
})

/** Sends to the office. What is no answer of its own, a gateway's page for one, is an error without reasons. */
export const sendTo =
  (address: string, ask: typeof fetch): Send =>
  async (asked) => {
    const response = await ask(address, { ...requestOf(asked), signal: asked.signal })
    const isAnswer = response.headers.get('content-type')?.includes('graphql-response+json') ?? false
    if (!response.ok && !isAnswer) throw new Error(`No answer came (${response.status}).`)
    return (await response.json()) as Answer
  }

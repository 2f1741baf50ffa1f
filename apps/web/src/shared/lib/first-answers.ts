declare global {
  /** What `first-questions.js` asked while this code was on its way, by the body of the request. */
  var shebaoFirstAnswers: Map<string, Promise<Response>> | undefined
}

const longestMs = 30_000

const isChange = (body: string) => body.includes('"query":"mutation')

/**
 * The answer to this request, if it was asked with the page: once, and only for the page's beginning. After any change, signing in
 * and out among them, what was asked before may be another person's.
 */
export function takeFirstAnswer(body: string): Promise<Response> | undefined {
  const answers = globalThis.shebaoFirstAnswers
  if (!answers || answers.size === 0) return undefined
  if (isChange(body) || performance.now() > longestMs) answers.clear()
  const answer = answers.get(body)
  answers.delete(body)
  return answer
}

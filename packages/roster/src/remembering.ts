/** The same few words stand in every row of a list: each is understood once. Short texts only, and a bounded number of them. */
export function remembering<Answer>(parse: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Answer
    const answer = parse(text)
    if (known.size < 1000 && text.length <= 40) known.set(text, answer)
    return answer
  }
}

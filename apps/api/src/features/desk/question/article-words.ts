/** What everybody writes into a question and no article is about. */
const ofNoWeight = new Set([
  '怎么',
  '么办',
  '什么',
  '如何',
  '我的',
  '请问',
  '可以',
  '为什',
  'the',
  'a',
  'is',
  'my',
  'to',
  'of',
  'and',
  'i',
  'how',
])

/** A stretch of Han characters, or a word or number in another script. */
const stretch = /\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu
const han = /^\p{Script=Han}/u

/**
 * The words of a text for the search, in order: pairs of neighbouring Han characters, since Chinese has no blanks and neither
 * database has a dictionary, and whole words of everything else. A character that stands alone is a word.
 */
export function wordsOf(text: string): string[] {
  const stretches = Array.from(text.normalize('NFKC').toLowerCase().matchAll(stretch), ([found]) => found)
  return stretches.flatMap((found) => (han.test(found) ? pairsOf([...found]) : [found]))
}

function pairsOf(characters: readonly string[]): string[] {
  if (characters.length === 1) return [...characters]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** A `tsvector` keeps no later position, and no more of one word. */
const [lastPosition, mostPositions] = [16_383, 255]

/** The text of a `tsvector`: words of the title weigh more. Made here and not by a configuration of the database, so that both find the same. */
export function searchVector(title: string, body: string): string {
  const places = new Map<string, string[]>()
  const words = [...wordsOf(title).map((word) => [word, 'A']), ...wordsOf(body).map((word) => [word, 'D'])] as const
  for (const [index, [word = '', weight]] of words.slice(0, lastPosition).entries()) {
    const held = places.get(word) ?? []
    if (held.length < mostPositions) held.push(`${index + 1}${weight}`)
    places.set(word, held)
  }
  return [...places].map(([word, held]) => `'${word}':${held.join(',')}`).join(' ')
}

/** As many words of a question as are looked for. */
const mostWords = 30

/** The text of a `tsquery` for what somebody types: any of its words, the last one as far as it is typed; nothing for none. */
export function searchQuery(typed: string): string | undefined {
  const words = [...new Set(wordsOf(typed))].slice(0, mostWords)
  const weighty = words.filter((word) => !ofNoWeight.has(word))
  const wanted = weighty.length > 0 ? weighty : words
  if (wanted.length === 0) return undefined
  // Half a pair finds the pairs that begin with it, half a word the words.
  return wanted.map((word, index) => `'${word}'${index === wanted.length - 1 ? ':*' : ''}`).join(' | ')
}

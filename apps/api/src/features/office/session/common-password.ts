import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionary } from '@zxcvbn-ts/language-common'

// Lists of passwords hold few of ten characters and more as such: most are a shorter one with a year or a mark behind. So the commonest
// 49,000 are asked for themselves, and for what people make of them to get to the length.

const listed: readonly string[] = dictionary['passwords-common']
/** What such lists, made of other countries' leaks, do not have: sounds of 我爱你 in letters and digits, 没有密码, 芝麻开门 and the like. */
const ofOurs =
  'shebao woaini woaiwojia woaiwoziji woainimama zhendeaini jiushiaini zhongguo beijing shouji mima wosuiji meiyoumima zhimakaimen wobuzhidao buzhidao wojiushiwo woshishui nishishui 520 521 584 1314 5201314 5211314 1314520 7758521 7758258 abcdefghij 0987654321 987654321'.split(
    ' ',
  )
const known: ReadonlySet<string> = new Set([...listed, ...ofOurs])
/** The hashes of the 3,000 commonest that are long enough, of other leaks than the list; scripts/list-long-passwords.mjs prints them. */
const longOnes: ReadonlySet<string> = new Set(
  readFileSync(join(import.meta.dirname, 'long-passwords.txt'), 'utf8')
    .trimEnd()
    .split('\n'),
)
const hashLength = 12
/** So far down a list two of its entries put together are still tried early. */
const commonest: ReadonlySet<string> = new Set(listed.slice(0, 3_000))

const shortestWord = 4
const shortestPart = 3
/** With no more than this before or behind it, a listed one of six characters is no better. */
const longestBesides = 3
const longListed = 6

/** Whether a password is among the first that somebody tries: a listed one, or one made of it with digits, marks, look-alikes or another. */
export function isCommonPassword(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  if (longOnes.has(createHash('sha256').update(lower).digest('hex').slice(0, hashLength))) return true
  return [lower, withLetters(lower), withoutShift(lower)].some(
    (text) => isWord(text) || isWord(withoutEnds(text)) || isPutTogether(text) || isNumberPutTogether(text),
  )
}

const isWord = (text: string) => text.length >= shortestWord && known.has(text)

/** Digits and marks at both ends are what a word is lengthened with. */
const withoutEnds = (text: string) => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }

/** As people write letters with digits and marks. Those behind a word are left: they are a year, not letters. */
const withLetters = (text: string) =>
  text.replace(/[^\p{L}]*$/u, '').replaceAll(/[013457@$]/g, (mark) => letters[mark] ?? mark)

const shifted = ')!@#$%^&*('

/** The same keys without Shift. */
const withoutShift = (text: string) => text.replaceAll(/[)!@#$%^&*(]/g, (mark) => String(shifted.indexOf(mark)))

function isPutTogether(text: string): boolean {
  for (let at = 1; at < text.length; at += 1) {
    const [before, behind] = [text.slice(0, at), text.slice(at)]
    if (areTogetherCommon(before, behind) || isHardlyMore(before, behind) || isHardlyMore(behind, before)) return true
  }
  return false
}

function areTogetherCommon(one: string, other: string): boolean {
  if (one.length < shortestPart || other.length < shortestPart) return false
  return commonest.has(one) && commonest.has(other)
}

const isHardlyMore = (besides: string, one: string) =>
  besides.length <= longestBesides && one.length >= longListed && known.has(one)

const isNumberPutTogether = (text: string) => /^\d+$/.test(text) && isOfKnownNumbers(text)

/** One after the other, as 584 521 1314: whether known ones lead from its beginning to its end. */
function isOfKnownNumbers(text: string): boolean {
  const ends = new Set([0])
  for (let from = 0; from < text.length; from += 1) {
    if (!ends.has(from)) continue
    for (let to = from + shortestPart; to <= text.length; to += 1) if (known.has(text.slice(from, to))) ends.add(to)
  }
  return ends.has(text.length)
}

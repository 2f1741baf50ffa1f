/** How a character stands beside others: Chinese typesetting leaves a quarter of an em between Han and Latin, and closes up two marks. */
export type CharacterKind = 'han' | 'latin' | 'opening' | 'closing' | 'other'

const alone = /^[\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{S} ]$/u
const opening = '（《〈「『【〔'
const closing = '）》〉」』】〕，。、；：！？'

/** Undefined for what is shaped, joined to others or runs from the right: that is not set character by character. */
export function kindOf(character: string): CharacterKind | undefined {
  if (!alone.test(character)) return undefined
  if (opening.includes(character)) return 'opening'
  if (closing.includes(character)) return 'closing'
  if (/\p{Script=Han}/u.test(character)) return 'han'
  return /[\p{Script=Latin}\p{Nd}]/u.test(character) ? 'latin' : 'other'
}

/** In ems, between two characters. */
export function spaceBetween(left: CharacterKind, right: CharacterKind): number {
  if ((left === 'han' && right === 'latin') || (left === 'latin' && right === 'han')) return 0.25
  return left === 'closing' && (right === 'opening' || right === 'closing') ? -0.5 : 0
}

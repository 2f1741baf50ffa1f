import { toHalfWidth } from '@shebao/identifiers'
import { foldText, visibleText } from './cell-text.ts'
import { insuranceWords } from './enumeration-words.ts'
import { insurances } from './personnel-draft.ts'
import { remembering } from './remembering.ts'
import { typedWords } from './typed-words.ts'
import type { TypedWords } from './typed-words.ts'
import type { EmploymentForm, HouseholdType, IdType, Insurance, RetirementCategory, Sex } from './personnel-draft.ts'

/** A look-up from any known word, folded, to its value. */
function wordIndex<T extends string>(words: Readonly<Record<T, TypedWords>>): ReadonlyMap<string, T> {
  const index = new Map<string, T>()
  for (const value of Object.keys(words) as T[]) {
    const { zh, en, also } = words[value]
    for (const word of [zh, en, value, ...also]) index.set(foldText(word), value)
  }
  return index
}

const idTypeIndex = wordIndex(typedWords.idType)
const sexIndex = wordIndex(typedWords.sex)
const householdIndex = wordIndex(typedWords.householdType)
const employmentIndex = wordIndex(typedWords.employmentForm)
const retirementIndex = wordIndex(typedWords.retirementCategory)
const yesNoIndex = wordIndex(typedWords.yesNo)

export const parseIdType = remembering((text): IdType | undefined => idTypeIndex.get(foldText(text)))
export const parseSex = remembering((text): Sex | undefined => sexIndex.get(foldText(text)))
export const parseEmploymentForm = remembering((text): EmploymentForm | undefined =>
  employmentIndex.get(foldText(text)),
)
export const parseRetirementCategory = remembering((text): RetirementCategory | undefined =>
  retirementIndex.get(foldText(text)),
)
export const parseHouseholdType = remembering(understandHouseholdType)
export const parseYesNo = remembering(understandYesNo)

/** `港澳台人员`, `外籍人士户口`: whoever it is, the kind stands before it. */
const peopleBehind = /(?:居民|人员|人士|同胞|员工|籍)?(?:户口|户籍)?$/

/** Offices have dozens of words for the four kinds; each says where from and what kind of place. One half alone is not enough. */
function understandHouseholdType(text: string): HouseholdType | undefined {
  const folded = foldText(text)
  const exact = householdIndex.get(folded) ?? householdIndex.get(folded.replace(peopleBehind, ''))
  if (exact !== undefined) return exact
  const isAway = /外埠|外地|外省|外市|外来|异地|市外|省外|非本|非当地|nonlocal|other/.test(folded)
  const isHere = !isAway && /本市|本地|本埠|本县|本区|本省|本城|当地|市内|本外?籍|^local/.test(folded)
  const isUrban = /非农|城镇|城市|居民户|nonrural|nonagri|urban|city|town/.test(folded)
  const isRural = !isUrban && /农|乡村|rural|agri/.test(folded)
  if (isAway === isHere || isUrban === isRural) return undefined
  if (/城乡|城镇.*农村|农村.*城镇/.test(folded)) return undefined
  return `${isHere ? 'LOCAL' : 'NONLOCAL'}_${isUrban ? 'URBAN' : 'RURAL'}`
}

/** Yes or no, with the reason some people write behind a no: `否（退休返聘）`. */
export interface YesNo {
  readonly value: boolean
  readonly reason?: string
}

const NO_WITH_REASON = /^(?:否|无|未参保|不参保|未参加|不参加|未缴|不缴|免缴|停保)\s*[(（:：,，、;；\s]\s*(.+?)[)）]?$/

function understandYesNo(text: string): YesNo | undefined {
  const shown = visibleText(text)
  // Folding drops punctuation, and a dash alone is no answer.
  const known = yesNoIndex.get(foldText(shown))
  if (known !== undefined) return { value: known === 'yes' }
  const reason = NO_WITH_REASON.exec(shown)?.[1]
  return reason === undefined ? undefined : { value: false, reason }
}

const ALL_FIVE =
  /^(?:五险|5险|社保|社会保险|五险一金|五项|全险)?(?:齐全|全|全部|都|均)?(?:已|正常)?(?:参保|参加|缴纳|缴)?(?:齐全)?$/
const FILLER = /[\s、,，;；/|+＋&.。:：()（）和及与]|保险|基本|职工|已参保?|参加|参保|缴纳|险种|险|含|仅|只|共?[五5]险/g

export type ParticipationReading = Partial<Record<Insurance, boolean>>

/**
 * One cell for all insurances. `五险齐全` is all of them; a list is those named and none of the others, because the
 * column asks for all; `除失业外` or `无生育` the other way round. `三险` does not say which and stays unread.
 */
export function parseParticipation(text: string): ParticipationReading | undefined {
  const shown = toHalfWidth(visibleText(text))
  const folded = foldText(shown)
  if (folded === '') return undefined
  const single = parseYesNo(shown)
  if (single !== undefined) return everyInsurance(() => single.value)
  if (ALL_FIVE.test(folded) || /^(all(five)?|allinsurances|五险)$/.test(folded)) return everyInsurance(() => true)
  const except =
    /^(?:五险|社保|全部|均|五险齐全)?[\s(（,，]*(?:除|不含|不包括|无|未参加|未参保|未缴|不缴|缺|without|except)(.+?)(?:以?外)?(?:均|都|全部|其他|其余)*(?:已?参保|齐全)?[)）]?$/i.exec(
      shown,
    )
  const named = namedInsurances(except?.[1] ?? shown)
  if (named === undefined) return undefined
  return everyInsurance((insurance) => named.has(insurance) === (except === null))
}

function everyInsurance(value: (insurance: Insurance) => boolean): ParticipationReading {
  return Object.fromEntries(insurances.map((insurance) => [insurance, value(insurance)]))
}

/** Undefined when the text says anything besides insurances: what is not understood is not guessed. */
function namedInsurances(text: string): Set<Insurance> | undefined {
  const found = new Set<Insurance>()
  let rest = text.toLowerCase()
  for (const insurance of insurances) {
    const { zh, en } = insuranceWords[insurance]
    for (const word of [zh, en.toLowerCase(), insurance.toLowerCase(), ...(insurance === 'MEDICAL' ? ['医保'] : [])]) {
      if (!rest.includes(word)) continue
      found.add(insurance)
      rest = rest.replaceAll(word, '、')
    }
  }
  return found.size > 0 && rest.replace(FILLER, '').replace(/insurance|and/g, '') === '' ? found : undefined
}

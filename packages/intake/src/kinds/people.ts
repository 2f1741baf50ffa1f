import { checkMobile, checkPersonIdentifier, checkPersonName, PERSON_ID_TYPES } from '@shebao/identifiers'
import type { PersonIdType } from '@shebao/identifiers'
import { typedWords } from '@shebao/roster'
import type { Columns, RowOf } from '../column.ts'
import { identifierProblem } from '../identifier-problem.ts'
import { rowError, rowWarning } from '../row-problem.ts'
import type { RowProblem } from '../row-problem.ts'

/** How a person is named in every kind of table. */
export const personNumber = {
  type: 'NUMBER_TEXT',
  zh: '证件号码',
  en: 'ID number',
  also: ['身份证号', '身份证号码', '公民身份号码', '社会保障号码', '证件号', '身份证', 'id no'],
  required: true,
  personal: true,
  sample: '110105194912310021',
} as const

export const personName = {
  type: 'TEXT',
  zh: '姓名',
  en: 'Name',
  also: ['名字', 'full name'],
  required: true,
  personal: true,
  longest: 60,
  sample: '王示例',
} as const

export const personColumns = {
  name: personName,
  idType: {
    type: 'CHOICE',
    zh: '证件类型',
    en: 'ID type',
    also: ['证件种类'],
    words: typedWords.idType,
    sample: '居民身份证',
  },
  idNumber: personNumber,
  sex: { type: 'CHOICE', zh: '性别', en: 'Sex', words: typedWords.sex, sample: '男' },
  birthDate: { type: 'DATE', zh: '出生日期', en: 'Birth date', also: ['出生年月日', '生日'], sample: '1949-12-31' },
  mobile: {
    type: 'NUMBER_TEXT',
    zh: '手机号码',
    en: 'Mobile',
    also: ['手机', '手机号', '联系电话'],
    personal: true,
    longest: 20,
    sample: '13800000000',
  },
} as const satisfies Columns

export type PersonValues = RowOf<typeof personColumns>

/** A person as the register takes them. */
export interface PersonRow {
  name: string
  idType: PersonIdType
  idNumber: string
  sex: 'MALE' | 'FEMALE'
  birthDate: string
  mobile: string
}

/** What a number does not tell, its row must; and what both tell must agree. */
export function checkPerson(
  values: PersonValues,
  today: string,
): { problems: RowProblem[]; person: PersonRow | undefined } {
  const problems: RowProblem[] = []
  const { name, idType: givenType, idNumber: number, mobile = '' } = values
  const id = number === undefined ? undefined : checkPersonIdentifier(givenType, number, today)
  if (id && !id.ok) problems.push(...identifierProblem('idNumber', id))
  if (name !== undefined && !checkPersonName(name).ok) problems.push(rowError('name', 'INVALID_NUMBER', 'NAME'))
  if (mobile !== '' && !checkMobile(mobile).ok) problems.push(rowWarning('mobile', 'INVALID_NUMBER', 'TELEPHONE'))
  const told = id?.ok ? id.facts : undefined
  const sex = told?.sex ?? values.sex
  const birthDate = told?.birthDate ?? values.birthDate
  if (told?.sex !== undefined && values.sex !== undefined && told.sex !== values.sex)
    problems.push(rowError('sex', 'DOES_NOT_FIT_ID'))
  if (told?.birthDate !== undefined && values.birthDate !== undefined && told.birthDate !== values.birthDate)
    problems.push(rowError('birthDate', 'DOES_NOT_FIT_ID'))
  if (told && sex === undefined) problems.push(rowError('sex', 'MISSING'))
  if (told && birthDate === undefined) problems.push(rowError('birthDate', 'MISSING'))
  if (values.birthDate !== undefined && values.birthDate > today) problems.push(rowError('birthDate', 'IN_FUTURE'))
  const idType = id?.ok ? PERSON_ID_TYPES.find((known) => known === id.type) : undefined
  const complete = name !== undefined && id?.ok && idType && sex !== undefined && birthDate !== undefined
  return {
    problems,
    person: complete ? { name, idType, idNumber: id.value, sex, birthDate, mobile } : undefined,
  }
}

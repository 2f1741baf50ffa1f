import { defineRule } from '../rule.ts'

/** Who the person is: name, document, sex and birth date (domain 1.1-1.5 and 4.3). */
export const NAME_REQUIRED = defineRule('personnel', {
  id: 'personnel.name.required',
  code: 'REQUIRED',
  fields: 'name',
  source: 'domain 4.3; M20 art. 5',
})
export const NAME_FORMAT = defineRule('personnel', {
  id: 'personnel.name.format',
  code: 'FORMAT',
  fields: 'name',
  needs: ['name'],
  source: 'domain 1.5',
})
export const NAME_RARE = defineRule('personnel', {
  id: 'personnel.name.rare',
  severity: 'warning',
  code: 'RARE_NAME',
  fields: 'name',
  needs: ['name'],
  source: 'domain 1.5 [PD]',
})
export const ID_TYPE_FORMAT = defineRule('personnel', {
  id: 'personnel.idType.format',
  code: 'FORMAT',
  fields: 'idType',
  source: 'domain 4.3',
})
export const ID_REQUIRED = defineRule('personnel', {
  id: 'personnel.idNumber.required',
  code: 'REQUIRED',
  fields: 'idNumber',
  source: 'domain 4.3; SIL art. 58',
})
export const ID_FORMAT = defineRule('personnel', {
  id: 'personnel.idNumber.format',
  code: 'FORMAT',
  fields: 'idNumber',
  needs: ['idType', 'idNumber'],
  source: 'domain 1.1-1.3; GB 11643-1999',
})
export const ID_REGION = defineRule('personnel', {
  id: 'personnel.idNumber.region',
  code: 'REGION',
  fields: 'idNumber',
  needs: ['idType', 'idNumber'],
  source: 'domain 1.1-1.3; GB/T 2260',
})
export const ID_BIRTH_DATE = defineRule('personnel', {
  id: 'personnel.idNumber.birthDate',
  code: 'BIRTH_DATE',
  fields: 'idNumber',
  needs: ['idType', 'idNumber'],
  source: 'domain 1.1; GB 11643-1999',
})
export const ID_CHECKSUM = defineRule('personnel', {
  id: 'personnel.idNumber.checksum',
  code: 'CHECKSUM',
  fields: 'idNumber',
  needs: ['idType', 'idNumber'],
  source: 'domain 1.1-1.3; GB 11643-1999, ISO 7064 MOD 11-2',
})
export const ID_STORED_AS_NUMBER = defineRule('personnel', {
  id: 'personnel.idNumber.storedAsNumber',
  code: 'CHECKSUM',
  fields: 'idNumber',
  needs: ['idNumber'],
  source: 'a spreadsheet number keeps 15 digits, so the last three of an 18-digit number are lost [PD]',
})
export const ID_UNKNOWN_REGION = defineRule('personnel', {
  id: 'personnel.idNumber.unknownRegion',
  severity: 'warning',
  code: 'UNKNOWN_REGION',
  fields: 'idNumber',
  needs: ['idType', 'idNumber'],
  source: 'domain 1.1 [PD]',
})
export const UNDER_AGE = defineRule('personnel', {
  id: 'personnel.age.minimum',
  code: 'RANGE',
  fields: ['idNumber', 'birthDate'],
  needs: ['birthDate'],
  source: 'domain 4.3; Labour Law art. 15',
})
export const SEX_REQUIRED = defineRule('personnel', {
  id: 'personnel.sex.required',
  code: 'REQUIRED',
  fields: 'sex',
  needs: ['idType'],
  source: 'domain 4.3: derived where the number tells it, otherwise asked',
})
export const SEX_FORMAT = defineRule('personnel', {
  id: 'personnel.sex.format',
  code: 'FORMAT',
  fields: 'sex',
  source: 'domain 4.3',
})
export const SEX_MISMATCH = defineRule('personnel', {
  id: 'personnel.sex.derived',
  code: 'DERIVED_MISMATCH',
  fields: 'sex',
  needs: ['sex', 'idNumber'],
  source: 'domain 4.3; GB 11643-1999',
})
export const BIRTH_DATE_REQUIRED = defineRule('personnel', {
  id: 'personnel.birthDate.required',
  code: 'REQUIRED',
  fields: 'birthDate',
  needs: ['idType'],
  source: 'domain 4.3: derived where the number tells it, otherwise asked',
})
export const BIRTH_DATE_FORMAT = defineRule('personnel', {
  id: 'personnel.birthDate.format',
  code: 'FORMAT',
  fields: 'birthDate',
  source: 'domain 4.3',
})
export const BIRTH_DATE_RANGE = defineRule('personnel', {
  id: 'personnel.birthDate.range',
  code: 'RANGE',
  fields: 'birthDate',
  needs: ['birthDate'],
  source: 'domain 1.1: not after today',
})
export const BIRTH_DATE_MISMATCH = defineRule('personnel', {
  id: 'personnel.birthDate.derived',
  code: 'DERIVED_MISMATCH',
  fields: 'birthDate',
  needs: ['birthDate', 'idNumber'],
  source: 'domain 4.3; GB 11643-1999',
})
export const MOBILE_REQUIRED = defineRule('personnel', {
  id: 'personnel.mobile.required',
  code: 'REQUIRED',
  fields: 'mobile',
  source: 'domain 4.3',
})
export const MOBILE_FORMAT = defineRule('personnel', {
  id: 'personnel.mobile.format',
  code: 'FORMAT',
  fields: 'mobile',
  needs: ['mobile'],
  source: 'domain 1.5',
})

export const IDENTITY_RULES = [
  NAME_REQUIRED,
  NAME_FORMAT,
  NAME_RARE,
  ID_TYPE_FORMAT,
  ID_REQUIRED,
  ID_FORMAT,
  ID_REGION,
  ID_BIRTH_DATE,
  ID_CHECKSUM,
  ID_STORED_AS_NUMBER,
  ID_UNKNOWN_REGION,
  UNDER_AGE,
  SEX_REQUIRED,
  SEX_FORMAT,
  SEX_MISMATCH,
  BIRTH_DATE_REQUIRED,
  BIRTH_DATE_FORMAT,
  BIRTH_DATE_RANGE,
  BIRTH_DATE_MISMATCH,
  MOBILE_REQUIRED,
  MOBILE_FORMAT,
] as const

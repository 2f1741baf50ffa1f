// The zod faces of the checks. They stand apart from them so that a bundle which only checks does not carry zod.
import { z } from 'zod'
import { checkIdentifier } from './check-identifier.ts'
import type { IdentifierType } from './result.ts'

/** Later than any birth: a schema cannot read the clock, so it only refuses days the calendar does not have. */
const NO_LIMIT = '9999-12-31'

/**
 * A schema that normalises and checks one kind of identifier. A refusal is a `custom` issue whose message is the
 * failure code and whose `params` are `{ type, code, expected? }`.
 * @param today - YYYY-MM-DD; without it a birth date in the future passes.
 */
export function identifierSchema(type: IdentifierType, today: string = NO_LIMIT) {
  return z.string().transform((input, context) => {
    const result = checkIdentifier(type, input, today)
    if (result.ok) return result.value
    const { code, expected } = result
    const params = expected === undefined ? { type, code } : { type, code, expected }
    context.addIssue({ code: 'custom', message: code, params, input })
    return z.NEVER
  })
}

/** Resident ID number (公民身份号码). */
export const ResidentId = identifierSchema('RESIDENT_ID').brand<'ResidentId'>()
export type ResidentId = z.output<typeof ResidentId>

/** Residence permit number of a Hong Kong, Macau or Taiwan resident (港澳台居民居住证). */
export const HmtResidencePermit = identifierSchema('HMT_RESIDENCE_PERMIT').brand<'HmtResidencePermit'>()
export type HmtResidencePermit = z.output<typeof HmtResidencePermit>

/** Social security number from a travel permit (通行证). */
export const HmtTravelNumber = identifierSchema('HMT_TRAVEL_NUMBER').brand<'HmtTravelNumber'>()
export type HmtTravelNumber = z.output<typeof HmtTravelNumber>

/** Foreigner's permanent residence ID number (外国人永久居留身份证). */
export const ForeignPermanentResidence =
  identifierSchema('FOREIGN_PERMANENT_RESIDENCE').brand<'ForeignPermanentResidence'>()
export type ForeignPermanentResidence = z.output<typeof ForeignPermanentResidence>

/** Social security number from a passport (护照). */
export const PassportNumber = identifierSchema('FOREIGN_PASSPORT_NUMBER').brand<'PassportNumber'>()
export type PassportNumber = z.output<typeof PassportNumber>

/** Unified social credit code (统一社会信用代码). */
export const CreditCode = identifierSchema('CREDIT_CODE').brand<'CreditCode'>()
export type CreditCode = z.output<typeof CreditCode>

/** Local social insurance registration number (社会保险登记证号). */
export const LocalRegistrationNumber = identifierSchema('LOCAL_REGISTRATION_NUMBER').brand<'LocalRegistrationNumber'>()
export type LocalRegistrationNumber = z.output<typeof LocalRegistrationNumber>

/** Social security card number (社会保障卡卡号). */
export const CardNumber = identifierSchema('CARD_NUMBER').brand<'CardNumber'>()
export type CardNumber = z.output<typeof CardNumber>

/** Bank card number (银行卡号). */
export const BankCard = identifierSchema('BANK_CARD').brand<'BankCard'>()
export type BankCard = z.output<typeof BankCard>

/** A unit's bank account number (单位账号). */
export const UnitAccount = identifierSchema('UNIT_ACCOUNT').brand<'UnitAccount'>()
export type UnitAccount = z.output<typeof UnitAccount>

/** Mobile number (手机号). */
export const Mobile = identifierSchema('MOBILE').brand<'Mobile'>()
export type Mobile = z.output<typeof Mobile>

/** Fixed telephone number with area code (固定电话). */
export const FixedPhone = identifierSchema('FIXED_PHONE').brand<'FixedPhone'>()
export type FixedPhone = z.output<typeof FixedPhone>

/** Administrative division code (行政区划代码), GB/T 2260. */
export const Region = identifierSchema('REGION').brand<'Region'>()
export type Region = z.output<typeof Region>

/** Person's name (姓名). */
export const PersonName = identifierSchema('PERSON_NAME').brand<'PersonName'>()
export type PersonName = z.output<typeof PersonName>

export * from './schemas.ts'
export { checkBankCard, checkUnitAccount } from './bank-account.ts'
export { CARD_NUMBER_PATTERN, checkCardNumber } from './card-number.ts'
export { checkIdentifier } from './check-identifier.ts'
export type { IdentifierCheck } from './check-identifier.ts'
export { findAlpha2CountryCode, findCountryByNumericCode, isKnownCountry } from './country.ts'
export { checkCreditCode } from './credit-code.ts'
export { detectIdentifier, recogniseIdentifier } from './detect.ts'
export type { Recognition } from './detect.ts'
export { checkFixedPhone } from './fixed-phone.ts'
export { checkForeignPermanentResidence } from './foreign-permanent-residence.ts'
export { checkHmtResidencePermit } from './hmt-residence-permit.ts'
export { checkHmtTravelNumber, deriveHmtTravelNumber } from './hmt-travel-number.ts'
export {
  LOCAL_REGISTRATION_NUMBER_PATTERN,
  checkLocalRegistrationNumber,
  checkRegistrationNumber,
} from './local-registration-number.ts'
export { isKeyedAs, keyedNumber } from './keyed-number.ts'
export { maskBankAccount, maskCardNumber, maskIdNumber, maskMobile, maskName } from './mask.ts'
export { checkMobile } from './mobile.ts'
export { normaliseIdentifier, toHalfWidth, trimText } from './normalise.ts'
export { checkPassportNumber, derivePassportNumber } from './passport-number.ts'
export {
  checkPersonIdentifier,
  inferIdType,
  permitNumberOnRecord,
  personNumberOnRecord,
  printedPermitNumber,
} from './person-identifier.ts'
export type { RecordAge } from './person-identifier.ts'
export { checkPersonName, hasHan, normalisePersonName } from './person-name.ts'
export { checkRegion, isKnownProvince, isKnownRegion } from './region.ts'
export { checkResidentId, upgradeLegacyResidentId } from './resident-id.ts'
export { readStaffNumber } from './staff-number.ts'
export { FAILURE_CODES, IDENTIFIER_TYPES, PERSON_ID_TYPES } from './result.ts'
export type {
  FailureCode,
  IdentifierFacts,
  IdentifierResult,
  IdentifierType,
  InvalidIdentifier,
  PersonIdType,
  Sex,
  ValidIdentifier,
  Warning,
  WarningCode,
} from './result.ts'

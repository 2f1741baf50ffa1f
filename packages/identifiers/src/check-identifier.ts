import type { IdentifierResult, IdentifierType } from './result.ts'
import { checkBankCard, checkUnitAccount } from './bank-account.ts'
import { checkCardNumber } from './card-number.ts'
import { checkCreditCode } from './credit-code.ts'
import { checkFixedPhone } from './fixed-phone.ts'
import { checkForeignPermanentResidence } from './foreign-permanent-residence.ts'
import { checkHmtResidencePermit } from './hmt-residence-permit.ts'
import { checkHmtTravelNumber } from './hmt-travel-number.ts'
import { checkLocalRegistrationNumber } from './local-registration-number.ts'
import { checkMobile } from './mobile.ts'
import { checkPassportNumber } from './passport-number.ts'
import { checkPersonName } from './person-name.ts'
import { checkRegion } from './region.ts'
import { checkResidentId } from './resident-id.ts'

/** How one kind of identifier is checked; `today` is YYYY-MM-DD and only dated kinds look at it. */
export type IdentifierCheck = (input: string, today: string) => IdentifierResult

const CHECKS: Readonly<Record<IdentifierType, IdentifierCheck>> = {
  RESIDENT_ID: checkResidentId,
  HMT_RESIDENCE_PERMIT: checkHmtResidencePermit,
  HMT_TRAVEL_NUMBER: (input) => checkHmtTravelNumber(input),
  FOREIGN_PERMANENT_RESIDENCE: checkForeignPermanentResidence,
  FOREIGN_PASSPORT_NUMBER: (input) => checkPassportNumber(input),
  CREDIT_CODE: (input) => checkCreditCode(input),
  LOCAL_REGISTRATION_NUMBER: (input) => checkLocalRegistrationNumber(input),
  CARD_NUMBER: (input) => checkCardNumber(input),
  BANK_CARD: (input) => checkBankCard(input),
  UNIT_ACCOUNT: (input) => checkUnitAccount(input),
  MOBILE: (input) => checkMobile(input),
  FIXED_PHONE: (input) => checkFixedPhone(input),
  REGION: (input) => checkRegion(input),
  PERSON_NAME: (input) => checkPersonName(input),
}

/** Checks the input as one given kind of identifier, with the national forms of the regional ones. */
export function checkIdentifier(type: IdentifierType, input: string, today: string): IdentifierResult {
  return CHECKS[type](input, today)
}

import type { CompleteUnit } from '@shebao/declaration-rules'
import { printedPermitNumber } from '@shebao/identifiers'
import { civilDate, firstDayOf } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer, recordParticulars } from '../../register/employer/index.ts'
import type { RegisterSource } from '../../register/employer/index.ts'
import type { AcceptedVersion } from '../../register/individual/index.ts'

/**
 * The unit's own facts as declared. Industry and work-injury class hold for the payment year the declaration is about, since the
 * premiums of its months rest on them [PD]; everything else from the day of acceptance. A unit's own rate lies within its class
 * (SIL 34), so another class begins with the rate of the class. Returns what changed.
 */
export async function recordUnit(
  platform: Platform,
  { employerId, declarationId, version, basesFrom, acceptedBy: by, acceptedAt: at }: AcceptedVersion,
  { facts }: CompleteUnit,
): Promise<string[]> {
  const source: RegisterSource = { kind: 'DECLARATION', id: declarationId, version, by, at }
  const { injuryClass, industry } = facts
  const employer = await findEmployer(platform, employerId)
  const moved = employer?.injuryClass !== injuryClass
  const ofYear = await recordParticulars(
    platform,
    employerId,
    { industry, injuryClass, ...(moved ? { injuryRatePpm: null } : {}) },
    { from: firstDayOf(basesFrom), source },
  )
  const ofToday = await recordParticulars(
    platform,
    employerId,
    {
      unitType: facts.unitType,
      registeredAddress: facts.registeredAddress,
      actualAddress: facts.actualAddressDiffers ? (facts.actualAddress ?? null) : null,
      legalRepresentative: {
        name: facts.legalRepresentativeName,
        idType: facts.legalRepresentativeIdType,
        idNumber:
          printedPermitNumber(facts.legalRepresentativeIdType, facts.legalRepresentativeIdNumber) ??
          facts.legalRepresentativeIdNumber,
        phone: facts.legalRepresentativePhone,
      },
      bank: {
        name: facts.bankName,
        accountName: facts.bankAccountName,
        accountNumber: facts.bankAccountNumber,
      },
      contact: { name: facts.handlerName, phone: facts.handlerPhone },
    },
    { from: civilDate(platform.clock.today()), source },
  )
  return [...ofYear, ...ofToday]
}

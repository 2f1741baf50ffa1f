import { addDays, oneOf } from '@shebao/kernel'
import type { CivilDate } from '@shebao/kernel'
import { maskBankAccount, maskIdNumber, maskName } from '@shebao/identifiers'
import type { Vault } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findEmployer } from './employer.repository.ts'
import type { EmployerRow } from './employer.repository.ts'
import {
  bringEmployersUpToDate,
  insertParticulars,
  listParticulars,
  lockEmployer,
  supersedeParticulars,
} from './particulars.repository.ts'
import type { DatedParticulars, Particulars, ParticularsRow } from './particulars.repository.ts'
import { registerSources } from './register-source.ts'
import type { RegisterSource } from './register-source.ts'

/** What a unit states of itself, in clear. What is left out stays as it is. */
export interface StatedParticulars {
  /** GB/T 2260, of the agency's region; null for the whole agency. */
  district?: string | null
  unitType?: string
  industry?: string
  injuryClass?: number
  /** The unit's own rate within its class (SIL 34); null for the rate of the class. */
  injuryRatePpm?: number | null
  registeredAddress?: string
  /** Null where it is the registered one. */
  actualAddress?: string | null
  legalRepresentative?: { name: string; idType: string; idNumber: string; phone: string }
  bank?: { name: string; accountName: string; accountNumber: string }
  /** The handler (经办人). */
  contact?: { name: string; phone: string }
}

/** What it is about that changed, for the trail: no value, since some are personal. */
export type ChangedParticular = keyof StatedParticulars

/**
 * Lets what a unit states hold from a day on. What holds already is left alone, what held before that day stays as it was, and
 * what was known until now stays known as superseded (ADR 24). Within the open transaction; the employer is locked until it ends.
 */
export async function recordParticulars(
  platform: Platform,
  employerId: string,
  stated: StatedParticulars,
  { from, source }: { from: CivilDate; source: RegisterSource },
): Promise<ChangedParticular[]> {
  await lockEmployer(platform, employerId)
  const held = await historyOf(platform, employerId, source.at)
  const changed = new Set<ChangedParticular>()
  const superseded: string[] = []
  const written: (DatedParticulars & { source: RegisterSource })[] = []
  for (const row of held) {
    if (row.validTo !== null && row.validTo < from) continue
    const changes = changesOf(platform.vault, row, stated)
    if (changes.names.length === 0) continue
    for (const name of changes.names) changed.add(name)
    superseded.push(row.id)
    const plain = withoutOrigin(row)
    if (row.validFrom < from)
      written.push({ ...plain, validTo: addDays(from, -1), source: { ...sourceOf(row), at: source.at } })
    const validFrom = row.validFrom < from ? from : row.validFrom
    written.push({ ...plain, ...changes.values, validFrom, source })
  }
  if (written.length === 0) return []
  await supersedeParticulars(platform, superseded, source.at)
  await insertParticulars(platform, written)
  await bringEmployersUpToDate(platform, platform.clock.today(), employerId)
  return [...changed]
}

/** What holds today and stands in the history alone: the handler, in clear, and an actual address that is another. */
export async function findHeldDetails(
  platform: Platform,
  employerId: string,
): Promise<{ contact: { name: string; phone: string } | undefined; actualAddress: string | undefined }> {
  const today = platform.clock.today()
  const rows = await listParticulars(platform, employerId)
  const held = rows.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today))
  return {
    contact: held?.contactPersonal ? platform.vault.open<Contact>(held.contactPersonal) : undefined,
    actualAddress: held?.actualAddress ?? undefined,
  }
}

/** An employer that never had a history begins one with what the register has of it. */
export async function historyOf(platform: Platform, employerId: string, at: Date): Promise<ParticularsRow[]> {
  const held = await listParticulars(platform, employerId)
  if (held.length > 0) return held
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw new Error(`no employer ${employerId}`)
  await insertParticulars(platform, [firstParticulars(employer, at)])
  return listParticulars(platform, employerId)
}

function firstParticulars(employer: EmployerRow, at: Date): DatedParticulars & { source: RegisterSource } {
  const recordedAt = employer.createdAt < at ? employer.createdAt : at
  return {
    employerId: employer.id,
    validFrom: employer.registeredOn,
    validTo: null,
    district: employer.district,
    unitType: employer.unitType,
    industry: employer.industry,
    injuryClass: employer.injuryClass,
    injuryRatePpm: employer.injuryRatePpm,
    registeredAddress: employer.registeredAddress,
    actualAddress: null,
    legalRepName: employer.legalRepName,
    legalRepIdType: employer.legalRepIdType,
    legalRepPersonal: employer.legalRepPersonal,
    legalRepIdMasked: employer.legalRepIdMasked,
    bankName: employer.bankName,
    bankAccountName: employer.bankAccountName,
    bankAccountCipher: employer.bankAccountCipher,
    bankAccountMasked: employer.bankAccountMasked,
    contactPersonal: null,
    contactMasked: null,
    source: { kind: 'REGISTER', id: null, version: null, by: null, at: recordedAt },
  }
}

export function withoutOrigin(row: ParticularsRow): DatedParticulars {
  const {
    id: _id,
    source: _s,
    sourceId: _i,
    sourceVersion: _v,
    recordedBy: _b,
    recordedAt: _a,
    supersededAt: _u,
    ...rest
  } = row
  return rest
}

const sourceOf = (row: ParticularsRow): RegisterSource => ({
  kind: oneOf(registerSources, row.source, 'source of the register'),
  id: row.sourceId,
  version: row.sourceVersion,
  by: row.recordedBy,
  at: row.recordedAt,
})

interface Changes {
  names: ChangedParticular[]
  values: Partial<Particulars>
}

/** What of the stated differs from the row; sealed parts are compared in clear and sealed anew only where they differ. */
function changesOf(vault: Vault, row: ParticularsRow, stated: StatedParticulars): Changes {
  const found: Changes[] = [plainChanges(row, stated)]
  const { legalRepresentative, bank, contact } = stated
  if (legalRepresentative && !sameRepresentative(vault, row, legalRepresentative))
    found.push({ names: ['legalRepresentative'], values: sealRepresentative(vault, legalRepresentative) })
  if (bank && !sameBank(vault, row, bank)) found.push({ names: ['bank'], values: sealBank(vault, bank) })
  if (contact && !sameContact(vault, row, contact))
    found.push({ names: ['contact'], values: sealContact(vault, contact) })
  return {
    names: found.flatMap(({ names }) => names),
    values: Object.assign({}, ...found.map(({ values }) => values)) as Partial<Particulars>,
  }
}

const plainNames = [
  'district',
  'unitType',
  'industry',
  'injuryClass',
  'injuryRatePpm',
  'registeredAddress',
  'actualAddress',
] as const

function plainChanges(row: ParticularsRow, stated: StatedParticulars): Changes {
  const names = plainNames.filter((name) => stated[name] !== undefined && stated[name] !== row[name])
  return { names, values: Object.fromEntries(names.map((name) => [name, stated[name]])) }
}

type Representative = NonNullable<StatedParticulars['legalRepresentative']>

function sameRepresentative(vault: Vault, row: ParticularsRow, { name, idType, idNumber, phone }: Representative) {
  const known = vault.open<{ idNumber?: string; phone?: string }>(row.legalRepPersonal)
  return (
    row.legalRepName === name && row.legalRepIdType === idType && known.idNumber === idNumber && known.phone === phone
  )
}

function sealRepresentative(vault: Vault, { name, idType, idNumber, phone }: Representative): Partial<Particulars> {
  return {
    legalRepName: name,
    legalRepIdType: idType,
    legalRepPersonal: vault.seal({ idNumber, phone }),
    legalRepIdMasked: maskIdNumber(idNumber),
  }
}

type Bank = NonNullable<StatedParticulars['bank']>

function sameBank(vault: Vault, row: ParticularsRow, { name, accountName, accountNumber }: Bank): boolean {
  return (
    row.bankName === name &&
    row.bankAccountName === accountName &&
    vault.open<string>(row.bankAccountCipher) === accountNumber
  )
}

function sealBank(vault: Vault, { name, accountName, accountNumber }: Bank): Partial<Particulars> {
  return {
    bankName: name,
    bankAccountName: accountName,
    bankAccountCipher: vault.seal(accountNumber),
    bankAccountMasked: maskBankAccount(accountNumber),
  }
}

type Contact = NonNullable<StatedParticulars['contact']>

function sameContact(vault: Vault, row: ParticularsRow, { name, phone }: Contact): boolean {
  if (row.contactPersonal === null) return false
  const known = vault.open<Contact>(row.contactPersonal)
  return known.name === name && known.phone === phone
}

const sealContact = (vault: Vault, contact: Contact): Partial<Particulars> => ({
  contactPersonal: vault.seal(contact),
  contactMasked: maskName(contact.name),
})

import { maskBankAccount } from '@shebao/identifiers'
import { actingRole, requireMay } from '../../../access/permissions.ts'
import type { StaffMember } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { AuditChange, AuditKey } from '../../../platform/audit-vocabulary.ts'
import { ensureSigningKeys } from '../signing/index.ts'
import { findOffice, insertOffice, insertPayee, lockOffices, updateOffice } from './office.repository.ts'
import type { StoredOffice } from './office.repository.ts'
import type { OfficeParticulars, ParticularName } from './office-particulars.ts'
import { particularNames } from './office-particulars.ts'

export type CreateOfficeOutcome =
  | { kind: 'CREATED'; officeId: string }
  | { kind: 'OFFICE_EXISTS'; nameZh: string; nameEn: string; region: string }

/**
 * The office of an installation, made once; `besides` is made with it or not at all. Particulars are those that
 * `checkParticular` gave.
 */
export async function createOffice(
  platform: Platform,
  origin: string,
  particulars: OfficeParticulars,
  besides: (officeId: string) => Promise<void>,
): Promise<CreateOfficeOutcome> {
  return platform.database.transaction(async () => {
    await lockOffices(platform)
    const existing = await findOffice(platform)
    if (existing) {
      const { nameZh, nameEn, region } = existing
      return { kind: 'OFFICE_EXISTS', nameZh, nameEn, region }
    }
    const { id } = await insertOffice(platform, particulars)
    await platform.audit.record({
      actorKind: 'SYSTEM',
      origin,
      action: 'OFFICE_CREATED',
      recordType: 'Office',
      recordId: id,
      change: { region: particulars.region, payeeTo: maskBankAccount(particulars.payeeNumber) },
    })
    await ensureSigningKeys(platform, origin)
    await besides(id)
    return { kind: 'CREATED', officeId: id }
  })
}

/** The region stays: its parameters, employers and numbers hang on it. */
export type OfficeChanges = Partial<Omit<OfficeParticulars, 'region'>>

/** Who changes where money goes, and who else looked at it. */
export interface PayeePeople {
  changedBy: StaffMember
  confirmedBy: StaffMember
}

/** TWO_NEEDED: where money goes is not changed by one person alone. */
export type ChangeOfficeOutcome =
  | { kind: 'CHANGED' }
  | { kind: 'NO_OFFICE' }
  | { kind: 'NOTHING_CHANGED' }
  | { kind: 'TWO_NEEDED'; before: PayeeColumns; after: PayeeColumns }

type PayeeColumns = Pick<StoredOffice, 'payeeNumber' | 'payeeName' | 'payeeBank'>

/**
 * Papers printed from now on say it; the trail keeps the new particulars, and both account numbers masked. Another payee account
 * takes two people (R765 37).
 */
export async function changeOffice(
  platform: Platform,
  origin: string,
  changes: OfficeChanges,
  people?: PayeePeople,
): Promise<ChangeOfficeOutcome> {
  return platform.database.transaction(async () => {
    await lockOffices(platform)
    const office = await findOffice(platform)
    if (!office) return { kind: 'NO_OFFICE' }
    const changed = particularNames.filter(
      (name) => name !== 'region' && changes[name] !== undefined && changes[name] !== office[name],
    )
    if (changed.length === 0) return { kind: 'NOTHING_CHANGED' }
    const toPayee = changed.some((name) => payeeNames.has(name))
    if (toPayee && !areTwo(people)) return { kind: 'TWO_NEEDED', before: office, after: { ...office, ...changes } }
    const after = await updateOffice(platform, office.id, changes)
    // Papers of earlier money go on naming the account of their day.
    if (toPayee) await insertPayee(platform, after, platform.clock.today())
    const entry = {
      origin,
      recordType: 'Office',
      recordId: office.id,
      change: changeOf(changed, office, after),
    } as const
    if (!toPayee || !people) {
      await platform.audit.record({ ...entry, actorKind: 'SYSTEM', action: 'OFFICE_CHANGED' })
      return { kind: 'CHANGED' }
    }
    for (const [person, permission, action] of [
      [people.changedBy, 'payee:change', 'OFFICE_CHANGED'],
      [people.confirmedBy, 'payee:confirm', 'PAYEE_CHANGE_CONFIRMED'],
    ] as const) {
      const { accountId: actorId, kind: actorKind } = requireMay(person, permission)
      await platform.audit.record({ ...entry, actorKind, actorId, role: actingRole(person, permission), action })
    }
    return { kind: 'CHANGED' }
  })
}

const areTwo = (people: PayeePeople | undefined): boolean =>
  people !== undefined && people.changedBy.accountId !== people.confirmedBy.accountId

const payeeNames: ReadonlySet<ParticularName> = new Set(['payeeNumber', 'payeeName', 'payeeBank'])

function changeOf(changed: readonly ParticularName[], before: StoredOffice, after: StoredOffice): AuditChange {
  const masked = (number: string | null) => (number === null ? null : maskBankAccount(number))
  const entries = changed.flatMap((name): [AuditKey, unknown][] => {
    if (name === 'payeeNumber')
      return [
        ['payeeFrom', masked(before.payeeNumber)],
        ['payeeTo', masked(after.payeeNumber)],
      ]
    return [[name === 'phone' ? 'officePhone' : name, after[name]]]
  })
  return Object.fromEntries(entries)
}

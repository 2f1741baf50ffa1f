/** Numbers of the register and of notices, as people type them into a transfer's purpose: 6 to 30 letters and digits. */
const numberLike = /[0-9A-Z]{6,30}/g
/** More numbers in one purpose than anybody means. */
const mostNumbers = 20

/** What a remittance text may name, in the spelling of the register. */
export function numbersIn(remittance: string | null): string[] {
  const text = (remittance ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/(?<=[0-9A-Z])-(?=[0-9A-Z])/g, '')
  return [...new Set(text.match(numberLike) ?? [])].slice(0, mostNumbers)
}

export interface Register {
  /** Employers by registration number and credit code. */
  employers: ReadonlyMap<string, string>
  notices: ReadonlyMap<string, { id: string; employerId: string }>
  /** Employers by name, only names that one employer has. */
  names: ReadonlyMap<string, string>
}

export type Identified =
  | { kind: 'NAMED'; employerId: string; noticeId: string | undefined }
  /** The name of the account is a unit's: a person decides. */
  | { kind: 'SUGGESTED'; employerId: string }
  | { kind: 'UNKNOWN' }

/** Whose money a transfer is: only numbers of exactly one employer decide by themselves [PD]. */
export function identifyPayer(
  entry: { remittance: string | null; payerName: string | null },
  register: Register,
): Identified {
  const numbers = numbersIn(entry.remittance)
  const notices = numbers.flatMap((number) => register.notices.get(number) ?? [])
  const employers = new Set([
    ...notices.map(({ employerId }) => employerId),
    ...numbers.flatMap((number) => register.employers.get(number) ?? []),
  ])
  const [employerId] = employers
  if (employers.size === 1 && employerId !== undefined)
    return { kind: 'NAMED', employerId, noticeId: notices.length === 1 ? notices[0]?.id : undefined }
  const named = register.names.get(entry.payerName?.trim() ?? '')
  if (named === undefined || employers.size > 1) return { kind: 'UNKNOWN' }
  return { kind: 'SUGGESTED', employerId: named }
}

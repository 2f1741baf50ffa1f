import type { ReadEntry } from './read-statement.types.ts'
import { optionalText } from './read-value.ts'
import { textAt } from './xml-elements.ts'
import type { XmlElement } from './xml-elements.ts'

/**
 * The other party: who paid, or with `creditor` who was paid. The roles stay those of the payment when it is reversed. Where the
 * bank names only on whose behalf it was paid, that is who.
 */
export function readParty(detail: XmlElement, creditor: boolean): Pick<ReadEntry, 'payerName' | 'payerAccount'> {
  const role = creditor ? 'Cdtr' : 'Dbtr'
  const named = (party: string) => optionalText(textAt(detail, namePaths(party)), 140)
  return {
    payerName: named(role) ?? named(`Ultmt${role}`),
    payerAccount: optionalText(textAt(detail, `RltdPties/${role}Acct/Id/Othr/Id|RltdPties/${role}Acct/Id/IBAN`), 40),
  }
}

const namePaths = (party: string) =>
  ['Nm', 'Pty/Nm', 'Agt/FinInstnId/Nm'].map((path) => `RltdPties/${party}/${path}`).join('|')

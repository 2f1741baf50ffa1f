/** What other features use of `register/individual`: the person as the register has them. */
export { broughtAlong, listTransferredStretches, listTransfersOf, movedAway } from './counted-months.repository.ts'
export type { TransferredOfPerson, TransferredStretch } from './counted-months.repository.ts'
export { addIndividuals } from './accepted-people.repository.ts'
export { registerIndividuals, removeIndividuals } from './register-individuals.repository.ts'
export { findHeldNumbers, restatePeople, takeInPeople } from './take-in-people.repository.ts'
export type { Restated } from './take-in-people.repository.ts'
export type { NewIndividual } from './register-individuals.repository.ts'
export type { AcceptedPerson, AcceptedVersion } from './accepted-person.ts'
export {
  findFirstAndLastPeriod,
  findIndividual,
  listInsuredStretches,
  listPaidPeriods,
  listPensionPeriods,
} from './individual.repository.ts'
export type { IndividualRow, StretchRow } from './individual.repository.ts'
export { listInsuredAt } from './insured-at.repository.ts'
export { renameIndividuals } from './rename-individuals.ts'
